import { ANSWER_WORDS } from './answer-words.js';
import { checkIsData, FrameError, isObject } from './check-frame.js';
import { formatDuration } from './duration.js';
import type { SeriesFrame } from './frame.js';
import { labelSet } from './frame.js';
import type { Joining } from './metrics.js';
import { METRICS } from './metrics.js';
import type { FrameRequest } from './request.js';
import { alignDown } from './steps.js';
import { quoted } from './words.js';

/** Times below are in 1973 as milliseconds, but later than that as seconds. */
const LIKE_SECONDS = 1e11;

/** Values by the start of their step. */
type Steps = Map<number, number>;

function timeOf(time: unknown, name: string, metric: string): number {
  const ms = typeof time === 'string' ? Date.parse(time) : time;
  if (typeof ms !== 'number' || !(Math.abs(ms) <= 8.64e15)) {
    throw new FrameError(metric, ANSWER_WORDS.badTime(name, quoted(String(time))));
  }
  if (time === ms && Math.abs(ms) < LIKE_SECONDS) throw new FrameError(metric, ANSWER_WORDS.inSeconds(name));
  return ms;
}

function valueOf(value: unknown, name: string, metric: string): number {
  if (value === null || Number.isNaN(value)) return NaN;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new FrameError(metric, ANSWER_WORDS.badValue(name, quoted(String(value))));
}

/** The values of one step, NaN left out, as the metric joins them. */
function join(values: readonly number[], joining: Joining): number {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return NaN;
  if (joining === 'maximum') return Math.max(...known);
  const sum = known.reduce((total, value) => total + value, 0);
  return joining === 'sum' ? sum : sum / known.length;
}

/** One series' rows within the range, by the start of their step. */
function stepsOf(rows: unknown, name: string, request: FrameRequest): Steps {
  const { metric, range, step } = request;
  if (!Array.isArray(rows)) throw new FrameError(metric, ANSWER_WORDS.badPart(quoted(name), 'a list of rows'));
  const joining = METRICS.get(metric)?.joining ?? 'never';
  const groups = new Map<number, number[]>();
  let last = -Infinity;
  for (const row of rows as readonly unknown[]) {
    if (!isObject(row))
      throw new FrameError(metric, ANSWER_WORDS.badPart(`A row of ${quoted(name)}`, '{ time, value }'));
    const time = timeOf(Array.isArray(row) ? row[0] : row.time, name, metric);
    const value = valueOf(Array.isArray(row) ? row[1] : row.value, name, metric);
    if (time <= last) throw new FrameError(metric, ANSWER_WORDS.unsorted(`the times of ${quoted(name)}`));
    last = time;
    if (time < range.from || time >= range.to) continue;
    const start = step === null ? range.from : range.from + alignDown(time - range.from, step);
    const group = groups.get(start);
    if (!group) groups.set(start, [value]);
    else if (step === null) throw new FrameError(metric, ANSWER_WORDS.oneValue(name));
    else if (joining === 'never') throw new FrameError(metric, ANSWER_WORDS.tooFine(name, formatDuration(step)));
    else group.push(value);
  }
  return new Map([...groups].map(([start, values]) => [start, join(values, joining)]));
}

/**
 * A frame out of the rows that a plain function may return: `[time, value][]` or `{ time, value }[]`, or these by the
 * value of the metric's first label. Times are ms or ISO 8601 and ascend; each falls into its step of the request,
 * where rows of a metric that can be joined are (percentiles cannot). Rows outside the range are left out.
 * Throws a FrameError.
 */
export function frameFromRows(answer: unknown, request: FrameRequest, now: number): SeriesFrame {
  const { metric, range, step, shape } = request;
  const data = checkIsData(answer, metric);
  if (shape !== 'series') throw new FrameError(metric, ANSWER_WORDS.otherShape('rows', shape));
  const known = request.query === undefined ? METRICS.get(metric) : undefined;
  const label = known?.labels[0] ?? request.by[0] ?? 'series';
  const single = Array.isArray(data);
  const columns = (single ? [[metric, data] as const] : Object.entries(data)).map(([name, rows]) => ({
    name,
    steps: stepsOf(rows, name, request),
  }));

  const times = Float64Array.from(new Set(columns.flatMap(({ steps }) => [...steps.keys()]))).sort();
  let apart = Infinity;
  for (let i = 1; i < times.length; i += 1) apart = Math.min(apart, (times[i] ?? NaN) - (times[i - 1] ?? NaN));
  const coarse = step !== null && Number.isFinite(apart) && apart > step;
  return {
    kind: 'series',
    range,
    step,
    completeUntil: now,
    now,
    notices: coarse ? [ANSWER_WORDS.tooCoarse(formatDuration(apart), formatDuration(step))] : [],
    times,
    series: columns.map(({ name, steps }) => ({
      name,
      labels: labelSet(single ? [] : [[label, name]]),
      unit: known?.unit ?? '',
      values: Float64Array.from(times, (time) => steps.get(time) ?? NaN),
    })),
  };
}
