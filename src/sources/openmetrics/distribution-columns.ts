import { mergeBuckets, quantileOfBuckets, USUAL_QUANTILES, type Buckets } from '../../core/index.js';
import type { Histogram, Summary } from '../profiles/profile.js';
import { grouped, joinedEach, keyOf } from './join.js';
import { scaled, type Column, type Place } from './place.js';
import { select, type Selected } from './select.js';
import { increases, levels } from './step-values.js';

/** Counts by bucket of several sets that have the same bounds, step by step; not cumulative. */
interface BucketSteps {
  readonly bounds: readonly number[];
  /** By bound. */
  readonly counts: readonly Float64Array[];
  /** How many sets tell of each step. */
  readonly told: Float64Array;
}

/** Counts by bucket of each group, step by step; not cumulative. */
export async function bucketsOf(part: Histogram, place: Place) {
  const { targets, grid, turns } = place;
  const selected = await select(place, { ...part, suffix: '_bucket' });
  const factor = part.factor ?? 1;
  const setOf = ({ target, series }: Selected): string => `${targets.indexOf(target)} ${withoutBound(series.labels)}`;
  const groups = [];
  for (const group of await grouped(selected, keyOf, turns)) {
    const byBounds = new Map<string, BucketSteps>();
    for (const set of await grouped(group, setOf, turns)) {
      const bounded = set
        .map(({ target, series }) => ({ bound: boundOf(series.labels['le']) * factor, target, series }))
        .filter(({ bound }) => !Number.isNaN(bound))
        .sort((a, b) => (a.bound < b.bound ? -1 : 1));
      const values = [];
      for (const { target, series } of bounded) {
        if (turns.due) await turns.take();
        values.push(increases(target, series, grid));
      }
      const bounds = bounded.map(({ bound }) => bound);
      const key = bounds.join();
      const steps = byBounds.get(key) ?? noBuckets(bounds, grid.times.length);
      byBounds.set(key, steps);
      addCumulative(steps, values);
    }
    groups.push({ labels: group[0]?.kept ?? [], at: (step: number) => bucketsAt([...byBounds.values()], step) });
  }
  return groups;
}

/** NaN where it is none; the infinite one is written in several ways. */
const boundOf = (le = 'NaN'): number => (/^\+?inf(?:inity)?$/i.test(le) ? Infinity : Number(le));
const withoutBound = (labels: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(labels).filter(([label]) => label !== 'le'));

const noBuckets = (bounds: readonly number[], length: number): BucketSteps => ({
  bounds,
  counts: bounds.map(() => new Float64Array(length)),
  told: new Float64Array(length),
});

/** Adds what a set counted up to each of its bounds. */
function addCumulative({ counts, told }: BucketSteps, values: readonly Float64Array[]): void {
  values.at(-1)?.forEach((all, step) => {
    if (Number.isNaN(all)) return;
    told[step] = (told[step] ?? 0) + 1;
    let below = 0;
    counts.forEach((own, bound) => {
      const upTo = Math.max(below, values[bound]?.[step] ?? 0);
      own[step] = (own[step] ?? 0) + (upTo > below ? upTo - below : 0);
      below = upTo > below ? upTo : below;
    });
  });
}

function bucketsAt(all: readonly BucketSteps[], step: number): Buckets | null {
  const sets = all
    .filter(({ told }) => (told[step] ?? 0) > 0)
    .map(({ bounds, counts }) => ({ bounds, counts: counts.map((own) => own[step] ?? 0) }));
  return sets.length > 1 ? mergeBuckets(sets) : (sets[0] ?? null);
}

export async function histogramColumns(part: Histogram, place: Place): Promise<readonly Column[]> {
  const { request, grid, turns } = place;
  const columns: Column[] = [];
  for (const { labels, at } of await bucketsOf(part, place)) {
    const quantiles = (request.quantiles ?? USUAL_QUANTILES).map((quantile) => ({
      quantile,
      labels: [['quantile', String(quantile)] as const, ...labels],
      values: new Float64Array(grid.times.length),
    }));
    for (let step = 0; step < grid.times.length; step++) {
      if (turns.due) await turns.take();
      const buckets = at(step);
      for (const { quantile, values } of quantiles) values[step] = buckets ? quantileOfBuckets(quantile, buckets) : NaN;
    }
    columns.push(...quantiles);
  }
  return columns;
}

export async function summaryColumns(part: Summary, place: Place): Promise<readonly Column[]> {
  const { request, grid, turns } = place;
  const selected = await select(place, part);
  const valuesOf = ({ target, series }: Selected): Float64Array =>
    scaled(levels(target, series, grid, true), part.factor);
  const columns: Column[] = [];
  for (const quantile of request.quantiles ?? USUAL_QUANTILES) {
    const own = selected.filter(({ series }) => Number(series.labels['quantile'] ?? 'NaN') === quantile);
    for (const group of await grouped(own, keyOf, turns)) {
      const labels = [['quantile', String(quantile)] as const, ...(group[0]?.kept ?? [])];
      columns.push({ labels, values: await joinedEach('max', group, valuesOf, turns) });
    }
  }
  return columns;
}
