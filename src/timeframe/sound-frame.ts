import { METRICS, seriesKey, type Frame, type FrameRequest, type Series } from '../core/index.js';

const isText = (value: unknown): boolean => typeof value === 'string';
const isTime = (value: number): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const ascends = (time: number, i: number, times: Float64Array): boolean =>
  isTime(time) && !(time <= (times[i - 1] ?? NaN));

function isSoundSeries({ name, labels, unit, values }: Series, length: number, wanted: string | undefined): boolean {
  return (
    isText(name) &&
    isText(unit) &&
    (wanted === undefined || unit === wanted) &&
    Object.getPrototypeOf(labels) === null &&
    Object.values(labels).every(isText) &&
    values instanceof Float64Array &&
    values.length === length &&
    values.every((value) => Math.abs(value) !== Infinity)
  );
}

/**
 * True for series in which `checkFrame` would find nothing to say or to mend. Of the others it says false, and no more:
 * so the words for all that can be wrong are not needed where nothing is.
 */
export function isSound(frame: Frame, { metric, query, shape, step }: FrameRequest): boolean {
  try {
    if (frame.kind !== 'series' || shape !== 'series') return false;
    const { range, times, series, notices } = frame;
    const unit = query === undefined ? METRICS.get(metric)?.unit : undefined;
    return (
      [range.from, range.to, frame.completeUntil, frame.now].every(isTime) &&
      range.from <= range.to &&
      (frame.step === null ? step === null : step !== null && isTime(frame.step) && frame.step > 0) &&
      Array.isArray(notices) &&
      notices.every(isText) &&
      times instanceof Float64Array &&
      times.every(ascends) &&
      Array.isArray(series) &&
      series.every((one: Series) => isSoundSeries(one, times.length, unit)) &&
      new Set(series.map(seriesKey)).size === series.length
    );
  } catch {
    // A part is missing, or is another thing altogether.
    return false;
  }
}
