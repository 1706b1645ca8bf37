import { mergeFrames, sliceFrame, type Frame, type TimeRange } from '../core/index.js';
import { coverageOf, extent, type Coverage } from './coverage.js';

/** Joins the answer for one edge, `asked`, to what is there; `null` where they have not the same grid or buckets. */
export function extendCoverage(have: Coverage, asked: TimeRange, answer: Frame): Coverage | null {
  const range = extent(have.range, asked);
  const tail = asked.to === range.to;
  const kept = tail ? { from: range.from, to: asked.from } : have.range;
  // What a source says nothing of, inside of what it was asked, is missing.
  const held = { ...sliceFrame(have.frame, kept), range: kept };
  const merged = mergeFrames(held, { ...sliceFrame(answer, asked), range: asked });
  if (merged.range.from !== range.from || merged.range.to !== range.to) return null;
  const edge = coverageOf(answer, asked);
  const { frame, until } = tail || edge.until < asked.to ? edge : have;
  return { frame: { ...merged, completeUntil: frame.completeUntil, now: answer.now }, range, until };
}
