import { ANSWER_PARTS, ANSWER_WANTED, ANSWER_WORDS } from '../words/answer-words.js';
import { checkIsData, FrameError, isObject } from './frame-error.js';
import { formatDuration } from '../time/duration.js';
import type { SeriesFrame } from './frame.js';
import { labelSet } from './frame.js';
import { LIKE_SECONDS } from './in-seconds.js';
import type { Joining } from '../metrics.js';
import { METRICS } from '../metrics.js';
import type { FrameRequest } from '../request.js';
import { printable } from '../printable.js';
import { isTime } from '../time/is-time.js';
import { alignDown } from '../time/steps.js';
import { quoted } from '../words/words.js';

const QUANTILE = 'quantile';
const isQuantile = (name: string): boolean => name.trim() !== '' && Number(name) >= 0 && Number(name) <= 1;

/** Values by the start of their step. */
type Steps = Map<number, number>;

function timeOf(time: unknown, name: string, metric: string): number {
  const ms = typeof time === 'string' ? Date.parse(time) : time;
  if (!isTime(ms)) {
    throw new FrameError(metric, ANSWER_WORDS.badTime(name, quoted(printable(time))));
  }
  if (time === ms && Math.abs(ms) < LIKE_SECONDS) throw new FrameError(metric, ANSWER_WORDS.inSeconds(name));
  return ms;
}

function valueOf(value: unknown, name: string, metric: string): number {
  if (value === null || Number.isNaN(value)) return NaN;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new FrameError(metric, ANSWER_WORDS.badValue(name, quoted(printable(value))));
}

/** The values of one step, NaN left out, as the metric joins them. */
function join(values: readonly number[], joining: Joining): number {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return NaN;
  if (joining === 'maximum') return Math.max(...known);
  const sum = known.reduce((total, value) => total + value, 0);
  return joining === 'sum' ? sum : sum / known.length;
}

/** Rows as times (ms, ascending) and values. */
type Rows = readonly (readonly [time: number, value: number])[];

function rowsOf(rows: unknown, name: string, metric: string): Rows {
  if (!Array.isArray(rows)) throw new FrameError(metric, ANSWER_WORDS.badPart(quoted(name), ANSWER_WANTED.rows));
  let last = -Infinity;
  // A hole in a list is no row, and is not passed over.
  return Array.from(rows, (row: unknown) => {
    if (!isObject(row)) throw new FrameError(metric, ANSWER_WORDS.badPart(ANSWER_PARTS.row(name), ANSWER_WANTED.row));
    const time = timeOf(Array.isArray(row) ? row[0] : row.time, name, metric);
    const value = valueOf(Array.isArray(row) ? row[1] : row.value, name, metric);
    if (time <= last) throw new FrameError(metric, ANSWER_WORDS.unsorted(ANSWER_PARTS.times(name)));
    last = time;
    return [time, value] as const;
  });
}

/** Columns of values, each as long as `times`. */
export interface RowColumns {
  readonly step: number | null;
  readonly times: Float64Array;
  readonly notices: readonly string[];
  readonly columns: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** The smallest distance of two rows of one series, ms; `Infinity` where none has two. */
function distance(lists: readonly Rows[]): number {
  let apart = Infinity;
  for (const rows of lists) {
    for (let i = 1; i < rows.length; i += 1) apart = Math.min(apart, (rows[i]?.[0] ?? NaN) - (rows[i - 1]?.[0] ?? NaN));
  }
  return apart;
}

/** One series' rows that touch the range, by the start of their step; steps are counted from `origin`. */
function stepsOf(
  rows: Rows,
  name: string,
  { metric, range }: FrameRequest,
  joining: Joining,
  origin: number,
  step: number | null,
): Steps {
  const groups = new Map<number, number[]>();
  for (const [time, value] of rows) {
    const start = step === null ? range.from : origin + alignDown(time - origin, step);
    if (time >= range.to || (step === null ? time < start : start + step <= range.from)) continue;
    const group = groups.get(start);
    if (!group) groups.set(start, [value]);
    else if (step === null) throw new FrameError(metric, ANSWER_WORDS.oneValue(name));
    else if (joining === 'never') throw new FrameError(metric, ANSWER_WORDS.tooFine(name, formatDuration(step)));
    else group.push(value);
  }
  return new Map([...groups].map(([start, values]) => [start, join(values, joining)]));
}

/** Rows by name on the steps of a request; how many of one step are joined. Throws a FrameError. */
export function rowColumns(
  lists: readonly (readonly [name: string, rows: unknown])[],
  request: FrameRequest,
  joining: Joining,
): RowColumns {
  const { metric, range } = request;
  const named = lists.map(([name, rows]) => [name, rowsOf(rows, name, metric)] as const);
  const all = named.map(([, rows]) => rows);
  const apart = distance(all);
  const coarse = request.step !== null && Number.isFinite(apart) && apart > request.step;
  const first = all.find((rows) => rows.length > 0)?.[0]?.[0] ?? range.from;
  const regular = coarse && all.every((rows) => rows.every(([time]) => (time - first) % apart === 0));
  const step = regular ? apart : request.step;
  const columns = named.map(([name, rows]) => ({
    name,
    steps: stepsOf(rows, name, request, joining, regular ? first : range.from, step),
  }));
  const times = Float64Array.from(new Set(columns.flatMap(({ steps }) => [...steps.keys()]))).sort();
  return {
    step,
    times,
    notices: coarse ? [ANSWER_WORDS.tooCoarse(formatDuration(apart), formatDuration(request.step))] : [],
    columns: columns.map(({ name, steps }) => ({
      name,
      values: Float64Array.from(times, (time) => steps.get(time) ?? NaN),
    })),
  };
}

/**
 * A frame out of the rows that a plain function may return: `[time, value][]` or `{ time, value }[]`, or these by the
 * value of the metric's first label. Times are ms or ISO 8601 and ascend; each falls into its step of the request,
 * where rows of a metric that can be joined are (percentiles cannot). Rows that are regularly further apart make a
 * frame of that step. Rows outside the range are left out. Throws a FrameError, also for percentiles of which none is
 * named by its quantile.
 */
export function frameFromRows(answer: unknown, request: FrameRequest, now: number): SeriesFrame {
  const { metric, range, shape } = request;
  const data = checkIsData(answer, metric);
  if (shape !== 'series') throw new FrameError(metric, ANSWER_WORDS.otherShape('rows', shape));
  const known = request.query === undefined ? METRICS.get(metric) : undefined;
  const label = known?.labels[0] ?? request.by[0] ?? 'series';
  const single = Array.isArray(data);
  const joining = METRICS.get(metric)?.joining ?? 'never';
  const named = single ? [] : Object.keys(data);
  if (label === QUANTILE && request.quantiles && named.length > 0 && !named.some(isQuantile))
    throw new FrameError(metric, ANSWER_WORDS.noQuantile(named.join(', '), request.quantiles.join(', ')));
  const { columns, ...rest } = rowColumns(single ? [[metric, data]] : Object.entries(data), request, joining);
  return {
    ...rest,
    kind: 'series',
    range,
    completeUntil: now,
    now,
    series: columns.map(({ name, values }) => ({
      name,
      labels: labelSet(single ? [] : [[label, name]]),
      unit: known?.unit ?? '',
      values,
    })),
  };
}
