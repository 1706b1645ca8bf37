import { METRICS, PROMETHEUS_WORDS, USUAL_QUANTILES, type FrameRequest } from '../../core/index.js';
import type { Part } from '../profiles/profile.js';
import { namesOf } from '../profiles/profile.js';
import {
  counterQuestion,
  gaugeQuestion,
  highestQuestion,
  quantilesQuestion,
  summaryQuestion,
  writtenQuestion,
  type Question,
} from './expressions.js';
import type { Scope } from './scope.js';

/** One query of a request and what its answer gets. */
export interface Asked extends Question {
  /** As a message names it. */
  readonly title: string;
  readonly set: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

const asked = (question: Question, title: string, set: Asked['set'] = {}, notices: readonly string[] = []): Asked => ({
  ...question,
  title,
  set,
  notices,
});

/** A highest value says no more than the mean where a step has one scrape or two. */
const hasPeak = ({ windows: { width, scrape }, by }: Scope): boolean => by.length === 0 && width > 2 * scrape;

function questionsOf(
  part: Part,
  { metric, quantiles = USUAL_QUANTILES }: FrameRequest,
  scope: Scope,
): readonly Asked[] {
  switch (part.type) {
    case 'constant':
    case 'states':
      return [];
    case 'histogram':
      return quantiles.length > 0 ? [asked(quantilesQuestion(part, quantiles, scope), metric)] : [];
    case 'summary':
      return quantiles.length > 0
        ? [
            asked(summaryQuestion(part, quantiles, scope), metric, {}, [
              PROMETHEUS_WORDS.summary(namesOf(part)[0] ?? metric),
            ]),
          ]
        : [];
    case 'counter':
    case 'gauge':
    case 'expression': {
      const set = { ...part.set, ...(part.series !== undefined && { series: part.series }) };
      const title = [...Object.values(set), metric][0] ?? metric;
      if (part.type === 'expression') return [asked(writtenQuestion(part, scope), title, set)];
      if (part.type === 'counter') return [asked(counterQuestion(part, scope), title, set)];
      if (part.highest) return [asked(highestQuestion(part, scope), title, set)];
      const mean = asked(gaugeQuestion(part, scope), title, set);
      if (!part.peak || !hasPeak(scope)) return [mean];
      return [mean, asked(highestQuestion(part, scope), `max`, { ...set, series: 'max' })];
    }
  }
}

/** What has to be asked for a metric as series. */
export function questionsFor(parts: readonly Part[], request: FrameRequest, scope: Scope): readonly Asked[] {
  return parts.flatMap((part) => questionsOf(part, request, scope));
}

/** What a reader has to know of how a request is answered. */
export function notesOn(parts: readonly Part[], { metric }: FrameRequest, scope: Scope): readonly string[] {
  const split = scope.narrowed || scope.by.includes('replica');
  const joins = (part: Part): boolean =>
    'labels' in part && part.type !== 'expression' && scope.label('replica', part.labels) === null;
  return split && parts.some(joins) ? [PROMETHEUS_WORDS.notByReplica(metric)] : [];
}

export const unitOf = ({ metric, query }: FrameRequest): string =>
  query === undefined ? (METRICS.get(metric)?.unit ?? '') : '';
