import type { Grid } from '../grid.js';
import type { HistorySeries, TargetHistory } from './history.js';

/** So many usual distances without a scrape are an outage. */
const OUTAGE = 2.5;

/** The usual distance of scrapes, ms: the median of the last ones. */
export function usualDistance({ times }: TargetHistory): number {
  const last = times.slice(-21);
  const distances = last
    .slice(1)
    .map((time, i) => time - (last[i] ?? time))
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? Infinity;
}

/** The step in which `(…, time]` ends. */
const stepEndingAt = ({ times, width }: Grid, time: number): number =>
  Math.ceil((time - (times[0] ?? Infinity)) / width) - 1;

/**
 * How much a counter counted in each step; NaN where no scrape tells. A value that drops, or a time of creation that
 * moves, is a restart, which counts from 0. What an outage hides belongs to no step, unless one holds all of it.
 */
export function increases(target: TargetHistory, series: HistorySeries, grid: Grid): Float64Array {
  const sums = new Float64Array(grid.times.length).fill(NaN);
  const created = target.createdOf(series);
  const longest = usualDistance(target) * OUTAGE;
  let before = NaN;
  let beforeTime = NaN;
  let beforeCreated = NaN;
  const { first } = series;
  if (first > 0 || target.isNew) {
    before = 0;
    beforeTime = target.times[first - 1] ?? (target.times[0] ?? NaN) - 1;
  }
  for (let i = 0; i < series.length; i++) {
    const value = series.values[i] ?? NaN;
    const time = target.times[first + i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const start = created?.values[first + i - created.first] ?? NaN;
    const restarted = value < before || (start > beforeCreated && !Number.isNaN(before));
    const index = stepEndingAt(grid, time);
    const hidden = time - beforeTime > longest && stepEndingAt(grid, beforeTime + 1) !== index;
    if (!Number.isNaN(before) && !hidden && index >= 0 && index < sums.length) {
      const old = sums[index] ?? NaN;
      sums[index] = (Number.isNaN(old) ? 0 : old) + (restarted ? value : value - before);
    }
    before = value;
    beforeTime = time;
    if (!Number.isNaN(start)) beforeCreated = start;
  }
  return sums;
}

/** The mean of a gauge in each step, or its highest; NaN where there was none. */
export function levels(target: TargetHistory, series: HistorySeries, grid: Grid, highest: boolean): Float64Array {
  const values = new Float64Array(grid.times.length).fill(NaN);
  const counts = new Uint32Array(grid.times.length);
  const from = grid.times[0] ?? Infinity;
  for (let i = 0; i < series.length; i++) {
    const value = series.values[i] ?? NaN;
    const index = Math.floor(((target.times[series.first + i] ?? NaN) - from) / grid.width);
    if (!Number.isFinite(value) || !(index >= 0 && index < values.length)) continue;
    const count = (counts[index] = (counts[index] ?? 0) + 1);
    const old = values[index] ?? NaN;
    values[index] = count === 1 ? value : highest ? Math.max(old, value) : old + (value - old) / count;
  }
  return values;
}
