import type { Frame, Interval } from './frame.js';
import { indexFrom } from './index-from.js';
import type { TimeRange } from '../time/range.js';

/** What lies between two moments, cut off there. */
export const keepIntervals = (intervals: readonly Interval[], from: number, to: number): Interval[] =>
  intervals
    .filter((interval) => interval.from < to && interval.to > from)
    .map((interval) => ({ ...interval, from: Math.max(from, interval.from), to: Math.min(to, interval.to) }));

/** The part of a frame that lies in a range; columns are views of the same memory. One value for a range stays whole. */
export function sliceFrame<F extends Frame>(frame: F, range: TimeRange): F;
export function sliceFrame(frame: Frame, range: TimeRange): Frame {
  if (frame.step === null) return frame;
  const from = Math.max(frame.range.from, range.from);
  const part = { from, to: Math.max(from, Math.min(frame.range.to, range.to)) };
  if (frame.kind === 'intervals') {
    const lanes = frame.lanes.map((lane) => ({
      ...lane,
      intervals: keepIntervals(lane.intervals, part.from, part.to),
    }));
    return { ...frame, range: part, lanes: lanes.filter((lane) => lane.intervals.length > 0) };
  }
  if (frame.kind === 'events') {
    const events = frame.events.filter(({ at, until }) => at < part.to && (until ?? at) >= part.from);
    return { ...frame, range: part, events };
  }
  const first = indexFrom(frame.times, part.from);
  const end = indexFrom(frame.times, part.to);
  if (first === 0 && end === frame.times.length) return { ...frame, range: part };
  const times = frame.times.subarray(first, end);
  if (frame.kind === 'histogram') {
    const width = frame.bounds.length;
    return { ...frame, range: part, times, counts: frame.counts.subarray(first * width, end * width) };
  }
  const series = frame.series.map((one) => ({ ...one, values: one.values.subarray(first, end) }));
  return { ...frame, range: part, times, series };
}
