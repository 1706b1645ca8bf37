import { alignDown, type Frame, type TimeRange } from '../core/index.js';

/** Steps before the first unfinished one that are asked again: late samples still come in there. */
const OVERLAP = 2;

/** What is known of one need. */
export interface Coverage {
  readonly frame: Frame;
  /** What was asked for so far, ms; without a hole. */
  readonly range: TimeRange;
  /** Up to here nothing changes any more, ms. */
  readonly until: number;
}

export function coverageOf(frame: Frame, range: TimeRange): Coverage {
  return { frame, range, until: Math.min(finalUntil(frame), frame.range.to, range.to) };
}

/**
 * The end of the last step of a frame that is over, ms. Steps may be wider than was asked for. Of a frame in which a part
 * is missing no step counts.
 */
function finalUntil(frame: Frame): number {
  const { step, completeUntil, partial } = frame;
  if (partial) return frame.range.from;
  const first = 'times' in frame ? frame.times[0] : undefined;
  if (first === undefined || step === null) return completeUntil;
  return first + alignDown(completeUntil - first, step);
}

/** The part of `wanted` that has to be asked: all, one edge, or nothing. Both ranges lie on the grid of `step`. */
export function missingRange(wanted: TimeRange, step: number | null, have: Coverage | undefined): TimeRange | null {
  if (!have) return wanted;
  const { from } = have.range;
  if (wanted.from >= from && wanted.to <= have.until) return null;
  if (step === null || have.frame.step !== step) return wanted;
  const end = from + Math.floor((have.until - from) / step) * step;
  const head = wanted.from < from;
  if (wanted.to < from || wanted.from > end || (head && wanted.to > end)) return wanted;
  if (head) return { from: wanted.from, to: from };
  return { from: Math.max(from, end - OVERLAP * step), to: wanted.to };
}
