import { mergeBuckets, quantileOfBuckets, type Buckets } from '../../core/index.js';
import type { Histogram, Summary } from '../profiles/profile.js';
import { grouped, joined, keyOf } from './join.js';
import { scaled, type Column, type Place } from './place.js';
import { select } from './select.js';
import { increases, levels } from './step-values.js';

const USUAL_QUANTILES = [0.5, 0.9, 0.95, 0.99];

/** Counts by bucket of each group, step by step; not cumulative. */
export function bucketsOf(part: Histogram, { targets, profile, request, grid }: Place) {
  const selected = select(targets, profile, { ...part, suffix: '_bucket' }, request);
  const factor = part.factor ?? 1;
  return grouped(selected, keyOf).map((group) => {
    const sets = grouped(
      group,
      ({ target, series }) => `${targets.indexOf(target)} ${withoutBound(series.labels)}`,
    ).map((set) =>
      set
        .map(({ target, series }) => ({
          bound: boundOf(series.labels['le']) * factor,
          values: increases(target, series, grid),
        }))
        .filter(({ bound }) => !Number.isNaN(bound))
        .sort((a, b) => (a.bound < b.bound ? -1 : 1)),
    );
    const at = (step: number): Buckets | null => {
      const counted = sets.filter((set) => !Number.isNaN(set.at(-1)?.values[step] ?? NaN));
      return counted.length === 0 ? null : mergeBuckets(counted.map((set) => notCumulative(set, step)));
    };
    return { labels: group[0]?.kept ?? [], at };
  });
}

/** NaN where it is none; the infinite one is written in several ways. */
const boundOf = (le = 'NaN'): number => (/^\+?inf(?:inity)?$/i.test(le) ? Infinity : Number(le));
const withoutBound = (labels: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(labels).filter(([label]) => label !== 'le'));

function notCumulative(set: readonly { bound: number; values: Float64Array }[], step: number): Buckets {
  let below = 0;
  const counts = set.map(({ values }) => {
    const upTo = Math.max(below, values[step] ?? 0);
    const count = upTo - below;
    below = upTo;
    return count;
  });
  return { bounds: set.map(({ bound }) => bound), counts };
}

export function histogramColumns(part: Histogram, place: Place): readonly Column[] {
  const { request, grid } = place;
  return bucketsOf(part, place).flatMap(({ labels, at }) => {
    const steps = Array.from(grid.times, (_, step) => at(step));
    return (request.quantiles ?? USUAL_QUANTILES).map((quantile) => ({
      labels: [['quantile', String(quantile)] as const, ...labels],
      values: Float64Array.from(steps, (buckets) => (buckets ? quantileOfBuckets(quantile, buckets) : NaN)),
    }));
  });
}

export function summaryColumns(part: Summary, { targets, profile, request, grid }: Place): readonly Column[] {
  const selected = select(targets, profile, part, request);
  return (request.quantiles ?? USUAL_QUANTILES).flatMap((quantile) => {
    const own = selected.filter(({ series }) => Number(series.labels['quantile'] ?? 'NaN') === quantile);
    return grouped(own, keyOf).map((group) => ({
      labels: [['quantile', String(quantile)] as const, ...(group[0]?.kept ?? [])],
      values: joined(
        'max',
        group.map(({ target, series }) => scaled(levels(target, series, grid, true), part.factor)),
      ),
    }));
  });
}
