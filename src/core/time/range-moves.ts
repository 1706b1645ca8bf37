import { DAY, SECOND } from './duration.js';
import type { TimeRange } from './range.js';

/** The shortest and the longest range that is shown, a second and a hundred years, whatever asks for it, ms. */
export const MINIMUM_SPAN = SECOND;
export const MAXIMUM_SPAN = 36525 * DAY;

/** The range `ms` later; earlier where that is negative. */
export const shiftRange = ({ from, to }: TimeRange, ms: number): TimeRange => ({ from: from + ms, to: to + ms });

/**
 * `factor` times as long, from a second to a hundred years: by 1 it is only brought within these. What stands at `share`
 * of the length (0 to 1) stays there.
 */
export function scaleRange({ from, to }: TimeRange, factor = 1, share = 0.5): TimeRange {
  const span = Math.abs(to - from);
  const scaled = Math.max(MINIMUM_SPAN, Math.min(MAXIMUM_SPAN, span * factor));
  const start = Math.min(from, to) + (span - scaled) * share;
  return { from: start, to: start + scaled };
}
