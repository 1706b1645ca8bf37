import type { EventsFrame, Frame, HistogramFrame, Interval, IntervalsFrame, SeriesFrame } from './frame.js';
import { labelKey, seriesKey } from './frame.js';
import { sameValues, Seam } from './frame-seam.js';
import { keepIntervals } from './frame-slice.js';

/** Whether the columns of two frames can stand in one: the same grid, and ranges that meet. */
function canJoin(held: Frame, newer: Frame): boolean {
  const meet = newer.range.from <= held.range.to && newer.range.to >= held.range.from;
  if (held.kind !== newer.kind || held.step === null || held.step !== newer.step || !meet) return false;
  if (!('times' in held) || !('times' in newer)) return true;
  // Hourly steps move against UTC where the zone changes its clock.
  const [a, b] = [held.times[0], newer.times[0]];
  return a === undefined || b === undefined || (a - b) % held.step === 0;
}

type Columns<F extends SeriesFrame | HistogramFrame> = Omit<F, 'range' | 'step' | 'completeUntil' | 'now' | 'notices'>;

function joinSeries(held: SeriesFrame, newer: SeriesFrame): Columns<SeriesFrame> {
  const seam = new Seam(held.times, newer.times, newer.range);
  const before = new Map(held.series.map((series) => [seriesKey(series), series]));
  const after = new Map(newer.series.map((series) => [seriesKey(series), series]));
  const all = [...new Map([...before, ...after])];
  const times = { held: held.times, newer: newer.times, width: 1 };
  const pairs = all.map(([key]) => ({ held: before.get(key)?.values, newer: after.get(key)?.values, width: 1 }));
  const columns = [times, ...pairs];
  if (columns.every((pair) => seam.same(pair))) return { kind: 'series', times: held.times, series: held.series };
  const [joined = held.times, ...values] = seam.join(columns);
  return {
    kind: 'series',
    times: joined,
    series: all.map(([, series], i) => ({ ...series, values: values[i] ?? series.values })),
  };
}

function joinHistograms(held: HistogramFrame, newer: HistogramFrame): Columns<HistogramFrame> {
  const { kind, bounds, unit } = newer;
  const seam = new Seam(held.times, newer.times, newer.range);
  const pairs = [
    { held: held.times, newer: newer.times, width: 1 },
    { held: held.counts, newer: newer.counts, width: bounds.length },
  ];
  if (pairs.every((pair) => seam.same(pair))) {
    return { kind, bounds, unit, times: held.times, counts: held.counts };
  }
  const [times = held.times, counts = held.counts] = seam.join(pairs);
  return { kind, bounds, unit, times, counts };
}

/** One list out of two that meet: a state that goes on over the seam is one interval. */
function joinIntervals(early: readonly Interval[], late: readonly Interval[]): readonly Interval[] {
  const last = early.at(-1);
  const first = late[0];
  if (!last || !first || last.to !== first.from || last.state !== first.state) return [...early, ...late];
  return [...early.slice(0, -1), { ...last, to: first.to }, ...late.slice(1)];
}

function joinLanes(held: IntervalsFrame, newer: IntervalsFrame): IntervalsFrame['lanes'] {
  const { from, to } = newer.range;
  const before = new Map(held.lanes.map((lane) => [seriesKey(lane), lane]));
  const after = new Map(newer.lanes.map((lane) => [seriesKey(lane), lane]));
  return [...new Map([...before, ...after])].map(([key, lane]) => {
    const old = before.get(key)?.intervals ?? [];
    const fresh = keepIntervals(after.get(key)?.intervals ?? [], from, to);
    const early = joinIntervals(keepIntervals(old, -Infinity, from), fresh);
    return { ...lane, intervals: joinIntervals(early, keepIntervals(old, to, Infinity)) };
  });
}

function joinEvents(held: EventsFrame, newer: EventsFrame): EventsFrame['events'] {
  const { from, to } = newer.range;
  const keyed = (frame: EventsFrame) =>
    frame.events.map((event) => [`${event.at} ${labelKey(event.labels)}${event.label}`, event] as const);
  const outside = keyed(held).filter(([, { at }]) => at < from || at >= to);
  return [...new Map([...outside, ...keyed(newer)]).values()].sort((a, b) => a.at - b.at);
}

/** Up to when all parts are complete: the earliest end of an unfinished one. */
function joinedCompleteness(held: Frame, newer: Frame): number {
  if (held.completeUntil < newer.range.from) return held.completeUntil;
  if (newer.completeUntil < newer.range.to || held.range.to <= newer.range.to) return newer.completeUntil;
  return Math.max(held.completeUntil, newer.range.to);
}

/**
 * One frame out of two answers to the same request over ranges that meet; `newer` replaces what it covers. Where they
 * cannot be joined (another step or grid, other buckets, a hole between them, one value for the whole range) the newer
 * one alone. Where it says nothing new, the arrays of `held` are kept. Takes time in proportion to both.
 */
export function mergeFrames<F extends Frame>(held: F, newer: F): F;
export function mergeFrames(held: Frame, newer: Frame): Frame {
  if (!canJoin(held, newer)) return newer;
  const range = { from: Math.min(held.range.from, newer.range.from), to: Math.max(held.range.to, newer.range.to) };
  const facts = { range, completeUntil: joinedCompleteness(held, newer), now: Math.max(held.now, newer.now) };
  if (held.kind === 'series' && newer.kind === 'series') return { ...newer, ...joinSeries(held, newer), ...facts };
  if (held.kind === 'intervals' && newer.kind === 'intervals') {
    return { ...newer, lanes: joinLanes(held, newer), ...facts };
  }
  if (held.kind === 'events' && newer.kind === 'events') {
    return { ...newer, events: joinEvents(held, newer), ...facts };
  }
  if (held.kind === 'histogram' && newer.kind === 'histogram' && sameValues(held.bounds, newer.bounds)) {
    return { ...newer, ...joinHistograms(held, newer), ...facts };
  }
  return newer;
}
