import { indexFrom } from '../../core/index.js';
import type { Grid } from '../grid.js';
import type { TargetHistory } from './history.js';
import type { HistorySeries } from './history-series.js';

const endOf = ({ times, width }: Grid): number => (times.at(-1) ?? NaN) + width;

/** The step in which `(…, time]` ends. */
const stepEndingAt = ({ times, width }: Grid, time: number): number =>
  Math.ceil((time - (times[0] ?? Infinity)) / width) - 1;

/** The value of a series before a scrape; NaN where there was none. */
function valueBefore(series: HistorySeries, scrape: number): number {
  for (let at = Math.min(scrape, series.end) - 1; at >= series.first; at--) {
    const value = series.at(at);
    if (!Number.isNaN(value)) return value;
  }
  return series.isNew ? 0 : NaN;
}

/**
 * How much a counter counted in each step; NaN where no scrape tells. A value that drops, or a time of creation that
 * moves, is a restart, which counts from 0. What an outage hides belongs to no step, unless one holds all of it.
 */
export function increases(target: TargetHistory, series: HistorySeries, grid: Grid): Float64Array {
  const { times } = target;
  const sums = new Float64Array(grid.times.length).fill(NaN);
  // Scrapes are whole ms.
  const from = Math.max(series.first, indexFrom(times, (grid.times[0] ?? Infinity) + 1));
  const to = Math.min(series.end, indexFrom(times, endOf(grid) + 1));
  if (from >= to) return sums;
  const created = target.createdOf(series);
  let before = valueBefore(series, from);
  let beforeCreated = created ? valueBefore(created, from) : NaN;
  for (let scrape = from; scrape < to; scrape++) {
    const value = series.at(scrape);
    if (Number.isNaN(value)) continue;
    const start = created?.at(scrape) ?? NaN;
    const restarted = value < before || (start > beforeCreated && beforeCreated > 0);
    const index = stepEndingAt(grid, times[scrape] ?? NaN);
    const hidden = target.hasOutageBefore(scrape) && stepEndingAt(grid, target.timeBefore(scrape) + 1) !== index;
    if (!Number.isNaN(before) && !hidden) {
      const old = sums[index] ?? NaN;
      sums[index] = (Number.isNaN(old) ? 0 : old) + (restarted ? value : value - before);
    }
    before = value;
    if (!Number.isNaN(start)) beforeCreated = start;
  }
  return sums;
}

/** The mean of a gauge in each step, or its highest; NaN where there was none. */
export function levels(target: TargetHistory, series: HistorySeries, grid: Grid, highest = false): Float64Array {
  const { times } = target;
  const values = new Float64Array(grid.times.length).fill(NaN);
  const counts = new Uint32Array(grid.times.length);
  const start = grid.times[0] ?? Infinity;
  const to = Math.min(series.end, indexFrom(times, endOf(grid)));
  for (let scrape = Math.max(series.first, indexFrom(times, start)); scrape < to; scrape++) {
    const value = series.at(scrape);
    if (!Number.isFinite(value)) continue;
    const index = Math.floor(((times[scrape] ?? NaN) - start) / grid.width);
    const count = (counts[index] = (counts[index] ?? 0) + 1);
    const old = values[index] ?? NaN;
    values[index] = count === 1 ? value : highest ? Math.max(old, value) : old + (value - old) / count;
  }
  return values;
}

/** The last value of a gauge that is no older than `window` (ms) at the end of each step. */
export function lastValues(target: TargetHistory, series: HistorySeries, grid: Grid, window: number): Float64Array {
  const { times } = target;
  return grid.times.map((begin) => {
    const end = begin + grid.width;
    const first = Math.max(series.first, indexFrom(times, end - window));
    for (let scrape = Math.min(series.end, indexFrom(times, end)) - 1; scrape >= first; scrape--) {
      const value = series.at(scrape);
      if (!Number.isNaN(value)) return value;
    }
    return NaN;
  });
}

/** The value of a gauge at each of some moments that are scrapes of its target or of others; NaN where there is none. */
export function valuesAt(target: TargetHistory, series: HistorySeries, moments: Float64Array): Float64Array {
  const { times } = target;
  let scrape = indexFrom(times, moments[0] ?? Infinity);
  return moments.map((moment) => {
    while ((times[scrape] ?? Infinity) < moment) scrape++;
    return times[scrape] === moment ? series.at(scrape) : NaN;
  });
}
