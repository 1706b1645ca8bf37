import {
  badStatus,
  besideValues,
  classOf,
  isRate,
  METRICS,
  perSecond,
  rateUnit,
  USUAL_QUANTILES,
  WORDS,
  type Series,
  type SeriesFrame,
  type Unit,
} from '../../core/index.js';
import type { Need } from '../../timeframe/index.js';

/** Which one number of a metric. */
export interface StatQuestion {
  readonly metric: string;
  /** A response class or code, a quantile, the value of a metric's first label; '' for the whole. */
  readonly of: string;
}

export interface StatReading {
  /** `NaN` is missing. */
  readonly value: number;
  readonly unit: Unit;
  /** Of a count: its part of all that was counted, 0 to 1. */
  readonly share: number | null;
}

const USUAL_QUANTILE = 0.5;

/** The quantile that is meant; `null` where the text names none. */
export function quantileOf({ of }: StatQuestion): number | null {
  const quantile = of === '' ? USUAL_QUANTILE : Number(of);
  return quantile >= 0 && quantile <= 1 ? quantile : null;
}

export const isDistribution = ({ metric }: StatQuestion): boolean =>
  METRICS.get(metric)?.joining === 'never' && METRICS.get(metric)?.shape === 'series';

/** What cannot be: `2x`, `p99`. A word may be a source's own, and 0 is what proxies say of who went away. */
const isNoStatus = (of: string): boolean => /^p?\d/i.test(of) && !/^([1-5]xx|\d{3}|0)$/i.test(of);

/** What is wrong with a question, in words; '' where nothing is. A status that merely did not come is no mistake. */
export function statProblem(question: StatQuestion): string {
  const { metric, of } = question;
  if (isDistribution(question)) return quantileOf(question) === null ? WORDS.badQuantiles(of) : '';
  return metric === 'requests' && isNoStatus(of) ? badStatus(of) : '';
}

const isCount = ({ metric }: StatQuestion): boolean => METRICS.get(metric)?.joining === 'sum';

/** One value over the whole range, from the source itself: neither percentiles nor means are joined from steps. */
export function statNeed(question: StatQuestion): Need {
  const { metric, of } = question;
  const [label = ''] = METRICS.get(metric)?.labels ?? [];
  const ground = { metric, shape: 'series', step: 'range' } as const;
  if (isDistribution(question)) {
    const quantile = quantileOf(question) ?? USUAL_QUANTILE;
    return { ...ground, by: [label], quantiles: USUAL_QUANTILES.includes(quantile) ? USUAL_QUANTILES : [quantile] };
  }
  return { ...ground, by: label && (isCount(question) || of) ? [label] : [] };
}

/** The number out of the answer to that need; none where the question is wrong. */
export function readStat(frame: SeriesFrame, question: StatQuestion): StatReading {
  const { metric, of } = question;
  const [label = ''] = METRICS.get(metric)?.labels ?? [];
  const named = (series: Series): string => series.labels[label] || series.labels['series'] || series.name;
  const reading = (series: Series | undefined): StatReading => ({
    value: series?.values[0] ?? NaN,
    unit: series?.unit ?? METRICS.get(metric)?.unit ?? '',
    share: null,
  });
  if (statProblem(question)) return reading(undefined);
  if (isDistribution(question)) {
    const quantile = quantileOf(question);
    return reading(frame.series.find((series) => Number(named(series)) === quantile));
  }
  if (isCount(question)) {
    const counted = count(frame, of, named, METRICS.get(metric)?.unit ?? '');
    return isRate(metric) ? rate(frame, counted) : counted;
  }
  if (of) return reading(frame.series.find((series) => named(series) === of));
  return reading(frame.series.find((series) => besideValues(series) === null));
}

function count(frame: SeriesFrame, of: string, named: (series: Series) => string, unit: Unit): StatReading {
  const wanted = of.toLowerCase();
  let all = NaN;
  let part = 0;
  for (const series of frame.series) {
    const value = series.values[0] ?? NaN;
    if (Number.isNaN(value)) continue;
    const name = named(series).toLowerCase();
    all = (all || 0) + value;
    if (name === wanted || classOf(name) === wanted) part += value;
  }
  if (!of) return { value: all, unit, share: null };
  // What never came is zero where anything was counted, and missing where nothing was.
  return { value: Number.isNaN(all) ? all : part, unit, share: all > 0 ? part / all : null };
}

/** A count over the range of a frame, by the second. */
function rate(frame: SeriesFrame, { value, unit, share }: StatReading): StatReading {
  const { from, to } = frame.range;
  const [each = NaN] = perSecond(Float64Array.of(value), [from], to - from, frame);
  return { value: each, unit: rateUnit(unit), share };
}
