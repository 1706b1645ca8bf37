import type { Frame } from './frame.js';
import { seriesKey } from './frame.js';
import { METRICS } from './metrics.js';
import type { FrameRequest } from './request.js';

const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const isText = (value: unknown): boolean => typeof value === 'string';

/** True for a frame of series in which nothing is wrong and nothing has to be converted. */
function isSound(answer: Frame, { metric, query, step, shape }: FrameRequest): boolean {
  if (answer.kind !== 'series' || shape !== 'series') return false;
  const { range, times, series, notices } = answer;
  const unit = query === undefined ? METRICS.get(metric)?.unit : undefined;
  return (
    [range.from, range.to, answer.completeUntil, answer.now, times[0] ?? 0, times.at(-1) ?? 0].every(isTime) &&
    range.from <= range.to &&
    (step === null ? answer.step === null : isTime(answer.step) && Number(answer.step) > 0) &&
    notices.every(isText) &&
    times instanceof Float64Array &&
    times.every((time, index) => index === 0 || time > (times[index - 1] ?? NaN)) &&
    new Set(series.map(seriesKey)).size === series.length &&
    series.every(
      (one) =>
        isText(one.name) &&
        isText(one.unit) &&
        (unit ?? one.unit) === one.unit &&
        Object.getPrototypeOf(one.labels) === null &&
        Object.values(one.labels).every(isText) &&
        one.values instanceof Float64Array &&
        one.values.length === times.length &&
        one.values.every((value) => Math.abs(value) !== Infinity),
    )
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
  const { checkFrame } = await import('./check-frame.js');
  return checkFrame(answer, request);
}
