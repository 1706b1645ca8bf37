import { formatValue } from '../core/index.js';
import { MARK_KINDS } from './mark-kinds.js';
import type { MarkPainters } from './painter.js';
import type { HeatBuckets, Mark, PlotSpec } from './plot-spec.js';
import { visibleIndices } from './view.js';

/** Least distance of two labels, and what stands above and below the rows, in sizes of the font. */
const SPACE = 1.7;
const AROUND = 5.6;

/** A row for each bucket, from the first to the last that has anything in view; labels at bounds, the round ones first. */
export const heatAxis: NonNullable<MarkPainters['axis']> = (spec, view, room) => {
  const { buckets } = spec;
  if (!buckets || buckets.bounds.length === 0) return null;
  const place = rowPlaces(buckets.bounds);
  const indices = visibleIndices(spec.times, spec.step, view.range);
  const lines = spec.marks.filter(({ kind, key }) => MARK_KINDS[kind].points && !view.hidden.has(key));
  const [min, max] = rowsInView(spec, buckets, lines, place, indices);
  const perRow = (room.height - AROUND * room.size) / (max - min);
  const bounds = chosenBounds(buckets.bounds, [min, max], (room.size * SPACE) / perRow);
  return {
    y: { min, max, step: 1, ticks: bounds.map(place) },
    yLabels: { labels: bounds.map((bound) => formatValue(bound, buckets.unit, view)), unitLabel: '' },
    place,
  };
};

/**
 * Where values stand on an axis with a row a bucket: `b` is the lower edge of the bucket `b`. Within a bucket, values
 * stand as far up as between its bounds; within the infinite one in its middle.
 */
export function rowPlaces(bounds: ArrayLike<number>): (value: number) => number {
  return (value) => {
    if (Number.isNaN(value)) return NaN;
    let bucket = 0;
    while (bucket < bounds.length - 1 && value > at(bounds, bucket)) bucket++;
    const upper = at(bounds, bucket);
    const lower = bucket === 0 ? Math.min(0, value) : at(bounds, bucket - 1);
    if (upper === Infinity) return bucket + 0.5;
    if (value >= upper) return bucket + 1;
    return bucket + (value - lower) / (upper - lower || 1);
  };
}

/** The first row and the end of the last that hold a count or a value; all rows where none does. */
function rowsInView(
  { times }: PlotSpec,
  { bounds, counts }: HeatBuckets,
  lines: readonly Mark[],
  place: (value: number) => number,
  [first, last]: readonly [number, number],
): readonly [number, number] {
  const rows = bounds.length;
  let low = rows;
  let high = 0;
  for (let i = first; i <= Math.min(last, times.length - 1); i++) {
    for (let b = 0; b < rows; b++) {
      if (!(at(counts, i * rows + b) > 0)) continue;
      low = Math.min(low, b);
      high = Math.max(high, b + 1);
    }
    for (const { values } of lines) {
      const row = place(values[i] ?? NaN);
      if (Number.isNaN(row)) continue;
      low = Math.min(low, Math.floor(row));
      high = Math.max(high, Math.ceil(row));
    }
  }
  return low < high ? [low, high] : [0, rows];
}

/** Bounds within the rows, apart by at least `distance` rows, ascending; the rounder ones win. */
function chosenBounds(
  bounds: ArrayLike<number>,
  [first, end]: readonly [number, number],
  distance: number,
): readonly number[] {
  const place = rowPlaces(bounds);
  const edges = Array.from(bounds).slice(Math.max(0, first - 1), end);
  if (first === 0 && at(bounds, 0) > 0) edges.unshift(0);
  const chosen: number[] = [];
  for (const edge of edges.sort((a, b) => roughness(a) - roughness(b))) {
    if (edge === Infinity) continue;
    if (chosen.every((other) => Math.abs(place(other) - place(edge)) >= distance)) chosen.push(edge);
  }
  return chosen.sort((a, b) => a - b);
}

/** 0 for powers of ten, 1 for 2 and 5 times those, else as many digits as the number needs, at least 2. */
function roughness(value: number): number {
  const digits = String(Number(Math.abs(value).toExponential(2).split('e')[0])).replace('.', '');
  return digits === '1' ? 0 : /^[025]$/.test(digits) ? 1 : digits.length + 1;
}

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN;
