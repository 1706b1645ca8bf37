import { DAY, SECOND } from './duration.js';
import type { TimeRange } from './range.js';

/** What a gesture may narrow and widen a range to, ms. */
const NARROWEST = SECOND;
const WIDEST = 36525 * DAY;

/** The range `ms` later; earlier where that is negative. */
export const shiftRange = ({ from, to }: TimeRange, ms: number): TimeRange => ({ from: from + ms, to: to + ms });

/** `factor` times as long, from a second to a hundred years. What stands at `share` of the length (0 to 1) stays there. */
export function scaleRange({ from, to }: TimeRange, factor: number, share = 0.5): TimeRange {
  const span = to - from;
  const scaled = Math.max(NARROWEST, Math.min(WIDEST, span * factor));
  const start = from + (span - scaled) * share;
  return { from: start, to: start + scaled };
}
