import { comparisonShift, earlierSpan, type Frame } from '../../../core/index.js';

/** A live range slides while the earlier one is asked for: by so little of its length that both still belong together. */
const SLIDE = 0.1;

/** Whether a frame is, but for a slide, of the range that `compare` gives for that of another one. */
export function isCounterpart(now: Frame, before: Frame, compare: string, zone: string): boolean {
  const wanted = earlierSpan(now.range, comparisonShift(compare, now.range, zone), zone);
  if (!wanted) return false;
  const { from, to } = before.range;
  return Math.abs(from - wanted.from) + Math.abs(to - wanted.to) < SLIDE * (wanted.to - wanted.from);
}
