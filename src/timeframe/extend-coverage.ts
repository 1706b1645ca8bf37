import { mergeFrames, sliceFrame, type Frame, type TimeRange } from '../core/index.js';
import { coverageOf, type Coverage } from './coverage.js';

/** Steps that are kept on either side of what was asked last. */
const MARGIN = 1000;

/** What is known once `missing`, an edge of `have`, is answered. A tail replaces all that comes after its begin. */
function extent(have: TimeRange, missing: TimeRange): TimeRange {
  return missing.to === have.from ? { from: missing.from, to: have.to } : { from: have.from, to: missing.to };
}

/** Joins the answer for one edge, `asked`, to what is there; `null` where they have not the same grid or buckets. */
export function extendCoverage(have: Coverage, asked: TimeRange, answer: Frame): Coverage | null {
  const range = extent(have.range, asked);
  const tail = asked.to === range.to;
  // What a source says nothing of, inside of what it was asked, is missing.
  const kept = tail ? { from: range.from, to: Math.min(have.range.to, asked.to) } : have.range;
  const held = { ...sliceFrame(have.frame, kept), range: kept };
  const merged = mergeFrames(held, { ...sliceFrame(answer, asked), range: asked });
  if (merged.range.from !== range.from || merged.range.to !== range.to) return null;
  const edge = coverageOf(answer, asked);
  const { frame, until } = tail || edge.until < asked.to ? edge : have;
  return { frame: { ...merged, completeUntil: frame.completeUntil, now: answer.now }, range, until };
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
