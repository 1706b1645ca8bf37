import type { Frame, FrameRequest, Series, SeriesFrame } from '../../src/core/index.js';
import type { Counted } from './counts.js';
import { counts } from './counts.js';
import { incidents, lanes, replicaCounts } from './life.js';
import type { Seconds } from './quantiles.js';
import { latency, quantiles } from './quantiles.js';
import type { Trace } from './trace.js';
import { usage } from './usage.js';
import type { View } from './view.js';
import { eachAnswer } from './view.js';

/** Preferred numbers, ten to a decade. Source: ISO 3, R10. */
const ROUND = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800];

/** Upper bounds, seconds, from 1 ms to 200 s. */
const BOUNDS = Float64Array.from({ length: 55 }, (_, i) =>
  i < 54 ? ((ROUND[i % 10] ?? 0) * 10 ** Math.floor(i / 10)) / 100_000 : Infinity,
);

function tokens({ context, generated }: Trace): Counted {
  return {
    label: 'direction',
    values: ['input', 'output'],
    each: (answers, row, add) => {
      const request = answers.request[row] ?? 0;
      if (Number.isNaN(latency(answers, row))) return;
      add(0, context[request] ?? 0);
      add(1, generated[request] ?? 0);
    },
  };
}

/** The seconds that a metric is a distribution of; `null` where it is none. */
function secondsOf(metric: string, { generated }: Trace): Seconds | null {
  const firstToken: Seconds = (answers, row) => answers.firstToken[row] ?? NaN;
  switch (metric) {
    case 'latency':
      return latency;
    case 'time-to-first-token':
      return firstToken;
    case 'time-per-output-token':
      return (answers, row) => {
        const others = (generated[answers.request[row] ?? 0] ?? 0) - 1;
        return others ? (latency(answers, row) - firstToken(answers, row)) / others : NaN;
      };
    default:
      return null;
  }
}

/** How many requests that were answered 200 fell into each bucket of seconds, by step. */
function bucketCounts(view: View, seconds: Seconds): Float64Array {
  const counts = new Float64Array(view.times.length * BOUNDS.length);
  eachAnswer(view, (answers, row, step) => {
    const value = seconds(answers, row);
    if (Number.isNaN(value)) return;
    const index = step * BOUNDS.length + BOUNDS.findIndex((bound) => value <= bound);
    counts[index] = (counts[index] ?? 0) + 1;
  });
  return counts;
}

function otherSeries(view: View, request: FrameRequest, seconds: Seconds | null): readonly Series[] | null {
  if (seconds) return quantiles(view, request, seconds);
  if (request.metric === 'tokens') return counts(view, request, tokens(view.trace));
  return request.metric === 'replicas' ? replicaCounts(view) : usage(view, request);
}

/** What is not needed for the first charts of a page. Throws on what the endpoint does not have. */
export function otherFrame(
  view: View,
  request: FrameRequest,
  facts: Pick<SeriesFrame, 'range' | 'step' | 'completeUntil' | 'now' | 'notices'>,
): Frame {
  const { shape, query } = request;
  const metric = query ?? request.metric;
  const { times } = view;
  const seconds = secondsOf(metric, view.trace);
  if (query === undefined && shape === 'series') {
    const series = otherSeries(view, request, seconds);
    if (series) return { ...facts, kind: shape, times, series };
  }
  if (seconds && shape === 'histogram')
    return { ...facts, kind: shape, times, bounds: BOUNDS, counts: bucketCounts(view, seconds), unit: 'seconds' };
  if (metric === 'replica-states' && shape === 'intervals') return { ...facts, kind: shape, lanes: lanes(view) };
  if (metric === 'scaling' && shape === 'events') return { ...facts, kind: shape, events: incidents(view) };
  throw new Error(`The simulated endpoint has no "${metric}" as ${shape}: ask for one of its metrics by name`);
}
