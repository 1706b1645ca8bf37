import { sliceFrame, type Frame, type TimeRange } from '../core/index.js';

/** Steps before the first unfinished one that are asked again: late samples still come in there. */
const OVERLAP = 2;
/** Steps that are kept on either side of what was asked last. */
const MARGIN = 1000;

/** What is known of one need. */
export interface Coverage {
  readonly frame: Frame;
  /** What was asked for so far, ms; without a hole. */
  readonly range: TimeRange;
  /** Up to here nothing changes any more, ms. */
  readonly until: number;
}

export function coverageOf(frame: Frame, range: TimeRange): Coverage {
  return { frame, range, until: Math.min(frame.completeUntil, frame.range.to, range.to) };
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

/** What is known once `missing`, an edge of `have`, is answered. A tail replaces all that comes after its begin. */
export function extent(have: TimeRange, missing: TimeRange): TimeRange {
  return missing.to === have.from ? { from: missing.from, to: have.to } : { from: have.from, to: missing.to };
}

/** Forgets what lies far from `wanted`, so that a page that stays open for weeks does not grow. */
export function trimCoverage(have: Coverage, wanted: TimeRange, step: number | null): Coverage {
  if (step === null) return have;
  const from = Math.max(have.range.from, wanted.from - MARGIN * step);
  const to = Math.min(have.range.to, wanted.to + MARGIN * step);
  if (from === have.range.from && to === have.range.to) return have;
  const range = { from, to };
  return { frame: sliceFrame(have.frame, range), range, until: Math.min(have.until, to) };
}
