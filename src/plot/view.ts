import type { TimeRange } from '../core/index.js';

/** How a specification is looked at; changes more often than the specification. */
export interface PlotView {
  readonly range: TimeRange;
  /** IANA name of the zone of the time axis. */
  readonly timezone: string;
  readonly locale: string | undefined;
  /** Keys of the marks that are switched off. */
  readonly hidden: ReadonlySet<string>;
  /** Index of the uppermost lane in view, with a fraction, where there are lanes. */
  readonly firstLane?: number;
}

export const sameView = (a: PlotView, b: PlotView): boolean =>
  a.range === b.range &&
  a.timezone === b.timezone &&
  a.locale === b.locale &&
  a.hidden === b.hidden &&
  a.firstLane === b.firstLane;

/** Indices of the first and the last step that touch the range; the last is less than the first where none does. */
export function visibleIndices(times: Float64Array, step: number, { from, to }: TimeRange): readonly [number, number] {
  return [search(times, from - step, true), search(times, to, false) - 1];
}

/** Index of the step that holds the time, or -1. */
export function indexAt(times: Float64Array, step: number, time: number): number {
  const index = indexBefore(times, time);
  const start = times[index];
  return start !== undefined && time < start + step ? index : -1;
}

/** Index of the last step that begins at or before the time; -1 before the first. */
export function indexBefore(times: Float64Array, time: number): number {
  return search(times, time, true) - 1;
}

/** Index of the first element that is not less than `value`, or that is `past` it. */
function search(sorted: Float64Array, value: number, past: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0;
    if (found < value || (past && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
