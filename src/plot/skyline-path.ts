import { linePaths, type Projection } from './line-path.js';

export interface SkylineLayout extends Projection {
  /** ms that each value is as wide as. */
  readonly wide: number;
  /** Neighbours are joined upright; else each value is a line by itself. */
  readonly joined: boolean;
}

/** The upper edge of bars `first..last` without gaps between them; interrupted where a value is missing. */
export function skyline(
  times: Float64Array,
  values: Float64Array,
  [first, last]: readonly [number, number],
  { x, y, wide, joined }: SkylineLayout,
): Path2D {
  // Steps below a pixel are no steps to the eye.
  if (joined && x(wide) - x(0) < 1) return linePaths(times, values, Math.max(0, first), last, { x, y }, 0).line;
  const path = new Path2D();
  let open = false;
  for (let i = Math.max(0, first); i <= last; i++) {
    const value = values[i] ?? NaN;
    const time = times[i] ?? NaN;
    if (Number.isNaN(value)) {
      open = false;
      continue;
    }
    const height = Math.round(y(value)) + 0.5;
    const left = Math.round(x(time)) + 0.5;
    if (open && joined) path.lineTo(left, height);
    else path.moveTo(left, height);
    path.lineTo(Math.round(x(time + wide)) + 0.5, height);
    open = true;
  }
  return path;
}
