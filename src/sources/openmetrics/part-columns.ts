import { mergeBuckets, quantileOfBuckets, type Buckets, type FrameRequest } from '../../core/index.js';
import type { Counter, Gauge, Histogram, Profile, SeriesPart, Summary } from '../profiles/profile.js';
import type { Grid } from '../grid.js';
import type { TargetHistory } from './history.js';
import { grouped, joined } from './join.js';
import { select, type Selected } from './select.js';
import { increases, levels } from './step-values.js';

/** What a part of a profile is read from. */
export interface Place {
  readonly targets: readonly TargetHistory[];
  readonly profile: Profile;
  readonly request: FrameRequest;
  readonly grid: Grid;
}

/** One line of values with the labels that are kept apart. */
export interface Column {
  readonly labels: readonly (readonly [string, string])[];
  readonly values: Float64Array;
}

const USUAL_QUANTILES = [0.5, 0.9, 0.95, 0.99];

const scaled = (values: Float64Array, factor = 1): Float64Array =>
  factor === 1 ? values : values.map((value) => value * factor);

const keyOf = ({ kept }: Selected): string => JSON.stringify(kept);

/** Joins the series of each replica, then replicas, apart by the labels that are kept. */
function joinAll(
  selected: readonly Selected[],
  { within = 'sum', across = within }: Counter | Gauge,
  valuesOf: (one: Selected) => Float64Array,
): readonly Column[] {
  return grouped(selected, keyOf).map((group) => {
    const replicas = grouped(group, ({ replica }) => replica);
    const values = joined(
      across,
      replicas.map((own) => joined(within, own.map(valuesOf))),
    );
    return { labels: group[0]?.kept ?? [], values };
  });
}

function counterColumns(part: Counter, { targets, profile, request, grid }: Place): readonly Column[] {
  const factor = (part.factor ?? 1) / (part.perSecond ? grid.width / 1000 : 1);
  const selected = select(targets, profile, part, request);
  return joinAll(selected, part, ({ target, series }) => scaled(increases(target, series, grid), factor));
}

function gaugeColumns(part: Gauge, { targets, profile, request, grid }: Place): readonly Column[] {
  const columns = (samples: Parameters<typeof select>[2]): readonly Column[] =>
    joinAll(select(targets, profile, samples, request), part, ({ target, series }) =>
      levels(target, series, grid, part.highest === true),
    );
  const labels = part.labels ?? {};
  const all = [columns(part), ...(part.plus ?? []).map((more) => columns({ ...more, labels }))].flat();
  const sums = grouped(all, (column) => JSON.stringify(column.labels)).map((group) => ({
    labels: group[0]?.labels ?? [],
    values: scaled(
      joined(
        'sum',
        group.map(({ values }) => values),
      ),
      part.factor,
    ),
  }));
  if (!part.dividedBy) return sums;
  const wholes = columns({ ...part.dividedBy, labels });
  return sums.map(({ labels, values }) => {
    const whole = wholes.find((one) => JSON.stringify(one.labels) === JSON.stringify(labels));
    return { labels, values: values.map((value, i) => value / (whole?.values[i] ?? NaN)) };
  });
}

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
        .sort((a, b) => (a.bound < b.bound ? -1 : 1)),
    );
    const at = (step: number): Buckets | null => {
      const counted = sets.filter((set) => !Number.isNaN(set.at(-1)?.values[step] ?? NaN));
      return counted.length === 0 ? null : mergeBuckets(counted.map((set) => notCumulative(set, step)));
    };
    return { labels: group[0]?.kept ?? [], at };
  });
}

const boundOf = (le = 'NaN'): number => (le === '+Inf' ? Infinity : Number(le));
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

function histogramColumns(part: Histogram, place: Place): readonly Column[] {
  const { request, grid } = place;
  return bucketsOf(part, place).flatMap(({ labels, at }) => {
    const steps = Array.from(grid.times, (_, step) => at(step));
    return (request.quantiles ?? USUAL_QUANTILES).map((quantile) => ({
      labels: [['quantile', String(quantile)] as const, ...labels],
      values: Float64Array.from(steps, (buckets) => (buckets ? quantileOfBuckets(quantile, buckets) : NaN)),
    }));
  });
}

function summaryColumns(part: Summary, { targets, profile, request, grid }: Place): readonly Column[] {
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

/** How many replicas had samples in each step: what stands in for an expression about them. */
function runningColumns({ targets, profile, request, grid }: Place): readonly Column[] {
  const asked = { ...request, by: ['replica'] };
  const all = [...new Set(targets.flatMap((target) => [...target.series].map(({ name }) => name)))];
  const selected = all.flatMap((name) => select(targets, profile, { name }, asked)).filter(({ replica }) => replica);
  const present = grouped(selected, ({ replica }) => replica).map((group) =>
    joined(
      'max',
      group.map(({ target, series }) => levels(target, series, grid, true)),
    ),
  );
  return present.length === 0 ? [] : [{ labels: [['series', 'running']], values: joined('count', present) }];
}

/** The lines of a part. */
export function columnsOf(part: SeriesPart, place: Place): readonly Column[] {
  switch (part.type) {
    case 'counter':
      return counterColumns(part, place);
    case 'gauge':
      return gaugeColumns(part, place);
    case 'histogram':
      return histogramColumns(part, place);
    case 'summary':
      return summaryColumns(part, place);
    case 'expression':
      return place.request.metric === 'replicas' ? runningColumns(place) : [];
    case 'constant':
      return [];
  }
}
