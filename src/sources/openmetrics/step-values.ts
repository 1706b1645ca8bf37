import { indexFrom } from '../../core/index.js';
import type { Grid } from '../grid.js';
import type { TargetHistory } from './history.js';
import type { HistorySeries } from './history-series.js';
import { OUTAGE } from './outage.js';

/** What lies in a step but for less than this is all its own: scrapes do not come by the millisecond. */
const NEARLY = 0.9;

const endOf = ({ times, width }: Grid): number => (times.at(-1) ?? NaN) + width;

function addTo(sums: Float64Array, step: number, amount: number): void {
  if (step < 0 || step >= sums.length) return;
  const old = sums[step] ?? NaN;
  sums[step] = Number.isNaN(old) ? amount : old + amount;
}

/** Gives each step its share of what was counted in `(from, to]`; all of it to one that has nearly all of the time. */
function share(sums: Float64Array, { times, width }: Grid, from: number, to: number, amount: number): void {
  const start = times[0] ?? NaN;
  const first = Math.floor((from - start) / width);
  const last = Math.ceil((to - start) / width) - 1;
  const partOf = (step: number): number =>
    (Math.min(to, start + (step + 1) * width) - Math.max(from, start + step * width)) / (to - from);
  const own = first === last ? first : [first, first + 1, last].find((step) => partOf(step) >= NEARLY);
  if (own !== undefined) return addTo(sums, own, amount);
  const end = Math.min(last, sums.length - 1);
  for (let step = Math.max(0, first); step <= end; step++) addTo(sums, step, amount * partOf(step));
}

/** The scrape before this one at which a series had a value; -1 where there is none. */
function valueBefore(series: HistorySeries, scrape: number): number {
  for (let at = Math.min(scrape, series.end) - 1; at >= series.first; at--)
    if (Number.isFinite(series.at(at))) return at;
  return -1;
}

/** A time of creation in ms; NaN where none is known. */
const createdAt = (created: HistorySeries | undefined, scrape: number): number => {
  const seconds = created?.at(scrape) ?? NaN;
  return seconds > 0 ? seconds * 1000 : NaN;
};

/**
 * How much a counter counted in each step; NaN where no scrape tells. A value that drops, or a time of creation that
 * moves, is a restart, which counts from 0. What is there for the first time counts as far as it came after the reading
 * before. What an outage or an absence hides belongs to no step, unless one holds all of it.
 */
export function increases(target: TargetHistory, series: HistorySeries, grid: Grid): Float64Array {
  const { times } = target;
  const sums = new Float64Array(grid.times.length).fill(NaN);
  const start = grid.times[0] ?? Infinity;
  // Scrapes are whole ms.
  const from = Math.max(series.first, indexFrom(times, start + 1));
  const to = Math.min(series.end, indexFrom(times, endOf(grid)) + 1);
  if (from >= to) return sums;
  const created = target.createdOf(series);
  let last = valueBefore(series, from);
  let createdBefore = created ? createdAt(created, valueBefore(created, from)) : NaN;
  for (let scrape = from; scrape < to; scrape++) {
    const value = series.at(scrape);
    if (!Number.isFinite(value)) continue;
    const time = times[scrape] ?? NaN;
    const started = createdAt(created, scrape);
    let since = target.timeBefore(scrape);
    let hidden = target.hasGapBefore(scrape);
    let amount = value;
    if (last < 0) {
      const isKnown = series.isNew ? !(started < since) : started >= since;
      if (!isKnown) amount = NaN;
    } else {
      const before = series.at(last);
      const moved = started !== createdBefore && started > 0 && createdBefore > 0;
      if (value >= before && !moved) {
        amount -= before;
        if (last < scrape - 1) {
          const absence = time - (times[last] ?? NaN);
          hidden ||= absence > OUTAGE * (time - since);
          since = time - absence;
        }
      }
    }
    const sameStep = Math.floor((since - start) / grid.width) === Math.ceil((time - start) / grid.width) - 1;
    if (!Number.isNaN(amount) && (sameStep || !hidden)) share(sums, grid, since, time, amount);
    last = scrape;
    if (!Number.isNaN(started)) createdBefore = started;
  }
  return sums;
}

/**
 * The mean of a gauge in each step, or its highest; NaN where there was none. In a step between two scrapes that follow
 * each other it is what the first one said.
 */
export function levels(target: TargetHistory, series: HistorySeries, grid: Grid, highest = false): Float64Array {
  const { times } = target;
  const { width } = grid;
  const start = grid.times[0] ?? Infinity;
  let scrape = indexFrom(times, start);
  return grid.times.map((begin) => {
    const first = scrape;
    let count = 0;
    let result = NaN;
    for (; (times[scrape] ?? Infinity) < begin + width; scrape++) {
      const value = series.at(scrape);
      if (!Number.isFinite(value)) continue;
      count++;
      result = count === 1 ? value : highest ? Math.max(result, value) : result + (value - result) / count;
    }
    // Before the first reading that is kept nothing is known, though a series may still have a value of then.
    if (scrape > first || scrape === 0 || scrape === times.length || target.hasGapBefore(scrape)) return result;
    const value = series.at(scrape - 1);
    return Number.isFinite(value) ? value : NaN;
  });
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
    const value = times[scrape] === moment ? series.at(scrape) : NaN;
    return Number.isFinite(value) ? value : NaN;
  });
}
