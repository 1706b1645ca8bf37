import type { TimeRange } from '../../core/index.js';

/** An overview is at least so many times as long as what it is an overview of. */
const TIMES = 2;

const within = (inner: TimeRange, outer: TimeRange): boolean => inner.from >= outer.from && inner.to <= outer.to;

/**
 * What the strip shows so that `range` is in it: `span` up to `now` where that holds it, else as it was (`shown`), else
 * a fixed range around it. `null` follows the clock. All ms.
 */
export function overviewRange(range: TimeRange, span: number, now: number, shown: TimeRange | null): TimeRange | null {
  const length = range.to - range.from;
  // The end of what follows the clock lies up to a bar after now.
  if (length <= span && within(range, { from: now - span, to: now + length / 2 })) return null;
  if (shown && within(range, shown) && shown.to - shown.from <= Math.max(span, 4 * TIMES * length)) return shown;
  const half = Math.max(span, TIMES * length) / 2;
  const middle = Math.round((range.from + range.to) / 2);
  return { from: middle - half, to: middle + half };
}
