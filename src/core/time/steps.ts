import { HOUR, MINUTE, SECOND } from './duration.js';
import type { TimeRange } from './range.js';
import { zoneOffset } from './zone.js';

/** The widths (ms) that a step may have. No day: it has 23 or 25 hours in spring and autumn. */
export const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
];

/** The smallest step of at least `minimum` ms; the largest of all where none is. */
export const stepFor = (minimum: number): number => STEPS.find((step) => step >= minimum) ?? 12 * HOUR;

/** The last multiple of `step` at or before `time`, counted on a clock that is `offset` ahead of UTC (all ms). */
export const alignDown = (time: number, step: number, offset = 0): number =>
  Math.floor((time + offset) / step) * step - offset;

/** The first one at or after `time`. */
export const alignUp = (time: number, step: number, offset = 0): number =>
  Math.ceil((time + offset) / step) * step - offset;

/**
 * The range widened to whole steps. Steps of an hour and more stand on round hours of the zone, by its offset at the
 * start of the range: hourly bars begin at :00 in Kolkata too.
 */
export function alignRange({ from, to }: TimeRange, step: number, zone: string): TimeRange {
  const offset = step >= HOUR ? zoneOffset(from, zone) : 0;
  return { from: alignDown(from, step, offset), to: alignUp(to, step, offset) };
}
