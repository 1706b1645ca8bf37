import { ANSWER_WORDS } from '../words/answer-words.js';
import { FRAME_PARTS, FRAME_WANTED, FRAME_WORDS } from '../words/frame-words.js';
import { checkIsData, FrameError, isObject, type Fields } from './frame-error.js';
import type { EventsFrame, Frame, HistogramFrame, IntervalsFrame, Labels, SeriesFrame } from './frame.js';
import { labelSet, seriesKey } from './frame.js';
import { isInSeconds } from './in-seconds.js';
import { METRICS } from '../metrics.js';
import { isTime } from '../time/is-time.js';
import type { TimeRange } from '../time/range.js';
import type { FrameRequest } from '../request.js';
import { quoted } from '../words/words.js';

type Check<T> = (value: unknown, part: string) => T;

/** True for one of another window, too. */
const isColumn = (value: unknown): value is Float64Array =>
  Object.prototype.toString.call(value) === '[object Float64Array]';

/**
 * A frame out of what a source answered, which may be anything: only checked fields are taken over, in one pass and
 * without copying good columns. Throws a FrameError.
 */
export function checkFrame(answer: unknown, request: FrameRequest): Frame {
  const { metric, shape } = request;
  const fail = (what: string): never => {
    throw new FrameError(metric, what);
  };
  const must = <T>(what: string, is: (value: unknown) => value is T): Check<T> => {
    return (value, part) => (is(value) ? value : fail(ANSWER_WORDS.badPart(part, what)));
  };
  const time = must(FRAME_WANTED.time, isTime);
  /** One that the time frame goes by. */
  const current = (value: unknown, part: string, least?: number): number => {
    const got = time(value, part);
    return isInSeconds(got, request, least) ? fail(FRAME_WORDS.partInSeconds(part)) : got;
  };
  const text = must(FRAME_WANTED.text, (value) => typeof value === 'string');
  const list = must(FRAME_WANTED.list, (value): value is readonly unknown[] => Array.isArray(value));
  const object = must(FRAME_WANTED.object, isObject);

  /** A column of numbers; `null` in a plain list is missing. */
  const column: Check<Float64Array> = (value, part) => {
    if (isColumn(value)) return value;
    return Float64Array.from(list(value, part), (item) => {
      if (item === null) return NaN;
      return typeof item === 'number' ? item : fail(ANSWER_WORDS.badPart(part, FRAME_WANTED.numbers));
    });
  };
  const ascending = (values: Float64Array, part: string): Float64Array => {
    let last = -Infinity;
    for (const value of values) {
      if (!(value > last)) fail(ANSWER_WORDS.unsorted(part));
      last = value;
    }
    return values;
  };
  const finite = (values: Float64Array, part: string, at: Float64Array): Float64Array => {
    const bad = values.findIndex((value) => value === Infinity || value === -Infinity);
    if (bad >= 0) fail(FRAME_WORDS.infinite(part, at[Math.floor((bad * at.length) / values.length)] ?? 0));
    return values;
  };
  const sized = (values: Float64Array, length: number, part: string): Float64Array =>
    values.length === length ? values : fail(FRAME_WORDS.ragged(part, values.length, length));
  const labels: Check<Labels> = (value, part) =>
    labelSet(
      Object.entries(object(value, part)).map(([name, label]) => [name, text(label, `${part}.${quoted(name)}`)]),
    );
  const unit: Check<string> = (value, part) => {
    const got = text(value, part);
    const wanted = request.query === undefined ? METRICS.get(metric)?.unit : undefined;
    return wanted === undefined || got === wanted ? got : fail(FRAME_WORDS.otherUnit(got, wanted));
  };
  const span = (from: unknown, to: unknown, part: string): TimeRange => {
    const range = { from: time(from, `${part}.from`), to: time(to, `${part}.to`) };
    return range.from <= range.to ? range : fail(ANSWER_WORDS.unsorted(FRAME_PARTS.ends(part)));
  };

  const frame = checkIsData(answer, metric);
  if (frame.kind !== shape) fail(ANSWER_WORDS.otherShape(String(frame.kind), shape));
  const step = frame.step === null ? null : time(frame.step, 'step');
  if (step !== null && step <= 0) fail(ANSWER_WORDS.badPart('step', FRAME_WANTED.positive));
  if ((step === null) !== (request.step === null))
    fail(ANSWER_WORDS.badPart('step', request.step === null ? FRAME_WANTED.noStep : FRAME_WANTED.someStep));
  const range = object(frame.range, 'range');
  const covered = span(range.from, range.to, 'range');
  for (const [end, value] of Object.entries(covered)) current(value, `range.${end}`);
  const facts = {
    range: covered,
    step,
    completeUntil: current(frame.completeUntil, 'completeUntil'),
    now: current(frame.now, 'now', 0),
    notices: list(frame.notices, 'notices').map((notice) => text(notice, FRAME_PARTS.notice)),
    ...(frame.partial === true && { partial: true }),
  };

  /** Checks each item of a list that has a name and labels; no two may be the same. */
  const named = <T>(value: unknown, part: string, check: (item: Fields, name: string) => T) => {
    const seen = new Set<string>();
    return list(value, part).map((entry) => {
      const item = object(entry, part);
      const name = text(item.name, FRAME_PARTS.name(part));
      const known = { name, labels: labels(item.labels, FRAME_PARTS.labels(name)) };
      const key = seriesKey(known);
      if (seen.has(key)) fail(FRAME_WORDS.twice(name));
      seen.add(key);
      return { ...known, ...check(item, quoted(name)) };
    });
  };

  const times = (): Float64Array => {
    const at = ascending(column(frame.times, 'times'), 'times');
    for (const end of [at[0], at.at(-1)]) if (end !== undefined) time(end, 'times');
    if (at.length > 0) current(at.at(-1), 'times');
    return at;
  };
  const readers = {
    series: (): SeriesFrame => {
      const at = times();
      const series = named(frame.series, 'series', (item, name) => ({
        unit: unit(item.unit, FRAME_PARTS.unit(name)),
        values: finite(sized(column(item.values, name), at.length, name), name, at),
      }));
      return { ...facts, kind: 'series', times: at, series };
    },
    histogram: (): HistogramFrame => {
      const at = times();
      const bounds = ascending(column(frame.bounds, 'bounds'), 'bounds');
      const counts = sized(column(frame.counts, 'counts'), at.length * bounds.length, 'counts');
      return {
        ...facts,
        kind: 'histogram',
        times: at,
        bounds,
        counts: finite(counts, 'counts', at),
        unit: unit(frame.unit, 'unit'),
      };
    },
    intervals: (): IntervalsFrame => {
      const lanes = named(frame.lanes, 'lanes', (item, name) => {
        let last = -Infinity;
        const intervals = list(item.intervals, name).map((entry) => {
          const interval = object(entry, name);
          const { from, to } = span(interval.from, interval.to, name);
          if (from < last) fail(ANSWER_WORDS.unsorted(FRAME_PARTS.intervals(name)));
          last = to;
          return { from, to, state: text(interval.state, FRAME_PARTS.state(name)) };
        });
        return { intervals };
      });
      return { ...facts, kind: 'intervals', lanes };
    },
    events: (): EventsFrame => {
      const events = list(frame.events, 'events').map((entry) => {
        const event = object(entry, FRAME_PARTS.event);
        const at = time(event.at, 'at');
        const until = event.until === null ? null : span(at, event.until, FRAME_PARTS.event).to;
        return { at, until, label: text(event.label, 'label'), labels: labels(event.labels, 'labels') };
      });
      return { ...facts, kind: 'events', events };
    },
  };
  return readers[shape]();
}
