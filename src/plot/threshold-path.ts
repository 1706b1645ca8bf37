import { linePaths, type Projection } from './line-path.js';

/**
 * A line that keeps each value for its whole step, interrupted where one is missing. Equal values make one stretch,
 * so that a dash goes on through all of them.
 */
export function thresholdPath(
  times: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  step: number,
  { x, y }: Projection,
): Path2D {
  // Steps below a pixel are no steps to the eye.
  if (x(step) - x(0) < 1) return linePaths(times, values, from, to, { x, y }, 0).line;
  const path = new Path2D();
  let level = NaN;
  let end = NaN;
  for (let i = from; i <= to; i++) {
    const value = values[i] ?? NaN;
    if (value === level) {
      end = (times[i] ?? 0) + step;
      continue;
    }
    const start = times[i] ?? 0;
    const joined = !Number.isNaN(level);
    if (joined) path.lineTo(x(end), y(level));
    if (!Number.isNaN(value)) {
      if (joined && end === start) path.lineTo(x(start), y(value));
      else path.moveTo(x(start), y(value));
    }
    level = value;
    end = start + step;
  }
  if (!Number.isNaN(level)) path.lineTo(x(end), y(level));
  return path;
}
