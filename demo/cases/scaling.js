// @ts-check
import { caseSource, FROM } from './case-source.js';

const answer = caseSource({ name: 'normal', title: '', replicas: 6 });

/** Minutes, replicas before and after, and why. */
/** @type {readonly (readonly [minute: number, before: number, after: number, cause: string])[]} */
const ACTS = [
  [7, 1, 2, '2.4 pending requests a replica in 20 s, over 1.5'],
  [19, 2, 4, '3.2 pending requests a replica in 20 s, over 1.5'],
  [21, 4, 5, 'GPU at 86 % for a minute, over 80 %'],
  [46, 5, 3, '3 were enough for 5 minutes'],
  [58, 3, 0, 'no request for an hour'],
];

const told = document.querySelector('ie-timeframe#told');
if (told) {
  told.source = {
    describe: async () => ({ metrics: ['pending', 'replicas', 'replica-states', 'gpu', 'scaling'] }),
    query: async (request, context) => {
      if (request.metric !== 'scaling') return answer(request, context);
      const { range, step } = request;
      const events = ACTS.map(([minute, before, after, cause]) => ({
        at: Date.parse(FROM) + minute * 60_000,
        until: null,
        label: `${before} → ${after}`,
        labels: { kind: after > before ? 'scale-up' : 'scale-down', cause },
      })).filter(({ at }) => at >= range.from && at < range.to);
      return { kind: 'events', range, step, completeUntil: range.to, now: range.to, notices: [], events };
    },
  };
}

const counted = document.querySelector('ie-timeframe#counted');
if (counted) counted.source = answer;
