import { seriesKey, type Frame, type Series } from './frame.js';
import { METRICS } from './metrics.js';
import type { FrameRequest } from './request.js';

const isText = (value: unknown): boolean => typeof value === 'string';
const isTime = (value: number): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const ascends = (time: number, i: number, times: Float64Array): boolean =>
  isTime(time) && !(time <= (times[i - 1] ?? NaN));

function isSoundSeries({ name, labels, unit, values }: Series, length: number, wanted = unit): boolean {
  return (
    isText(name) &&
    isText(unit) &&
    unit === wanted &&
    Object.getPrototypeOf(labels) === null &&
    Object.values(labels).every(isText) &&
    values instanceof Float64Array &&
    values.length === length &&
    values.every((value) => Math.abs(value) !== Infinity)
  );
}

/** True for a frame of series in which nothing is wrong and nothing has to be converted. Throws where a part is missing. */
function isSound(answer: Frame, { metric, query, shape, step }: FrameRequest): boolean {
  if (answer.kind !== 'series' || shape !== 'series') return false;
  const { range, times, series, notices } = answer;
  const unit = query === undefined ? METRICS.get(metric)?.unit : undefined;
  return (
    [range.from, range.to, answer.completeUntil, answer.now].every(isTime) &&
    range.from <= range.to &&
    (answer.step === null ? step === null : step !== null && isTime(answer.step) && answer.step > 0) &&
    [notices, series].every(Array.isArray) &&
    notices.every(isText) &&
    times instanceof Float64Array &&
    times.every(ascends) &&
    series.every((one) => isSoundSeries(one, times.length, unit)) &&
    new Set(series.map(seriesKey)).size === series.length
  );
}

/**
 * What `checkFrame` says of a source's answer, which may be anything in truth. Only an answer in which something is
 * wrong, or has to be converted, makes the check with all its words be loaded. Rejects with a FrameError.
 */
export async function checkAnswer(answer: Frame, request: FrameRequest): Promise<Frame> {
  try {
    if (isSound(answer, request)) return answer;
  } catch {
    // A part is missing: the check says which.
  }
  return (await import('./check-frame.js')).checkFrame(answer, request);
}
