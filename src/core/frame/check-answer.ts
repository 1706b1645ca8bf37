import { labelSet, seriesKey, type Frame, type Labels, type Series, type SeriesFrame } from './frame.js';
import { METRICS } from '../metrics.js';
import type { FrameRequest } from '../request.js';
import { isInSeconds } from './in-seconds.js';
import { isTime } from '../time/is-time.js';

const isText = (value: unknown): boolean => typeof value === 'string';
const ascends = (time: number, i: number, times: Float64Array): boolean =>
  isTime(time) && !(time <= (times[i - 1] ?? NaN));

/** The prototype of labels: `null`, or that of a plain object, of which a map without one is made. */
const prototypeOf = (labels: Labels): unknown => Object.getPrototypeOf(labels);

function isSoundSeries({ name, labels, unit, values }: Series, length: number, wanted = unit): boolean {
  return (
    isText(name) &&
    isText(unit) &&
    unit === wanted &&
    (prototypeOf(labels) === null || prototypeOf(labels) === Object.prototype) &&
    Object.values(labels).every(isText) &&
    values instanceof Float64Array &&
    values.length === length &&
    values.every((value) => Math.abs(value) !== Infinity)
  );
}

/**
 * True for a frame of series in which nothing is wrong, and nothing but labels has to be converted. Throws where a part
 * is missing.
 */
function isSound(answer: Frame, request: FrameRequest): answer is SeriesFrame {
  const { metric, query, shape, step } = request;
  if (answer.kind !== 'series' || shape !== 'series') return false;
  const { range, times, series, notices } = answer;
  const unit = query === undefined ? METRICS.get(metric)?.unit : undefined;
  return (
    [range.from, range.to, answer.completeUntil, answer.now].every(isTime) &&
    ![range.from, range.to, answer.completeUntil].some((time) => isInSeconds(time, request)) &&
    !isInSeconds(answer.now, request, 0) &&
    range.from <= range.to &&
    (answer.step === null ? step === null : step !== null && isTime(answer.step) && answer.step > 0) &&
    [notices, series].every(Array.isArray) &&
    notices.every(isText) &&
    times instanceof Float64Array &&
    times.every(ascends) &&
    !isInSeconds(times.at(-1), request) &&
    series.every((one) => isSoundSeries(one, times.length, unit)) &&
    new Set(series.map(seriesKey)).size === series.length
  );
}

/** Labels as a page's own function writes them, `{ status: '200' }`, become maps without a prototype. */
const withoutPrototypes = (frame: SeriesFrame): SeriesFrame =>
  frame.series.some(({ labels }) => prototypeOf(labels) !== null)
    ? { ...frame, series: frame.series.map((one) => ({ ...one, labels: labelSet(Object.entries(one.labels)) })) }
    : frame;

/**
 * What `checkFrame` says of a source's answer, which may be of any type. Only an answer in which something is
 * wrong, or more than labels has to be converted, makes the check with all its words be loaded. Rejects with a FrameError, for `null` with a NoMetricError.
 */
export async function checkAnswer(answer: Frame, request: FrameRequest): Promise<Frame> {
  try {
    if (isSound(answer, request)) return withoutPrototypes(answer);
  } catch {
    // A part is missing: the check says which.
  }
  return (await import('./check-frame.js')).checkFrame(answer, request);
}
