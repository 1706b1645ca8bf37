import type { Projection } from './line-path.js';

/**
 * The area between the values `from..to` and zero, interrupted where a value is missing; of a column of device pixels
 * that holds many points, the highest one counts. A point without a neighbour has no area.
 */
export function areaPath(
  times: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  { x, y }: Projection,
): Path2D {
  const path = new Path2D();
  const floor = y(0);
  const sparse = x(times[to] ?? 0) - x(times[from] ?? 0) > (to - from) * 1.5;
  let column = NaN;
  let highest = 0;
  let running = false;
  const finishRun = (): void => {
    if (!running) return;
    path.lineTo(column, highest);
    path.lineTo(column, floor);
    path.closePath();
    running = false;
  };
  for (let i = from; i <= to; i++) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) {
      finishRun();
      continue;
    }
    const exact = x(times[i] ?? 0);
    const px = sparse ? exact : Math.round(exact);
    const py = y(value);
    if (running && px === column) {
      highest = Math.min(highest, py);
      continue;
    }
    if (running) path.lineTo(column, highest);
    else path.moveTo(px, floor);
    running = true;
    column = px;
    highest = py;
  }
  finishRun();
  return path;
}
