import { indexFrom, stillFills, type TimeRange } from '../core/index.js';
import type { PlotSpec } from './plot-spec.js';

/** How a specification is looked at; changes more often than the specification. */
export interface PlotView {
  readonly range: TimeRange;
  /** IANA name of the zone of the time axis. */
  readonly timezone: string;
  readonly locale: string | undefined;
  /** Keys of the marks that are switched off. */
  readonly hidden: ReadonlySet<string>;
  /** How far lanes that find no room are scrolled: 0 shows the first, 1 the last. */
  readonly scrolled?: number;
}

export const sameView = (a: PlotView, b: PlotView): boolean =>
  a.range === b.range &&
  a.timezone === b.timezone &&
  a.locale === b.locale &&
  a.hidden === b.hidden &&
  a.scrolled === b.scrolled;

/** Indices of the first and the last step that touch the range; the last is less than the first where none does. */
export function visibleIndices(times: Float64Array, step: number, { from, to }: TimeRange): readonly [number, number] {
  return [indexFrom(times, from - step, true), indexFrom(times, to) - 1];
}

/** Index of the step that holds the time, or -1. */
export function indexAt(times: Float64Array, step: number, time: number): number {
  const index = indexBefore(times, time);
  const start = times[index];
  return start !== undefined && time < start + step ? index : -1;
}

/** Index of the last step that begins at or before the time; -1 before the first. */
export function indexBefore(times: Float64Array, time: number): number {
  return indexFrom(times, time, true) - 1;
}

/** Index of the last step up to `last` that fills no more; -1 where all do. */
export function lastFinished(
  { times, step, completeUntil }: Pick<PlotSpec, 'times' | 'step' | 'completeUntil'>,
  last = times.length - 1,
): number {
  let index = last;
  while (index >= 0 && stillFills(times[index] ?? 0, step, completeUntil)) index--;
  return index;
}
