/** Maps data to device pixels. */
export interface Projection {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
}

export interface LinePaths {
  readonly line: Path2D;
  /** Points without a neighbour, which a line would not show; `null` where there are none. */
  readonly dots: Path2D | null;
}

/**
 * The line through `values[from..to]`, interrupted where a value is missing.
 * Per column of device pixels at most four points are drawn: the first, the lowest, the highest and the last.
 */
export function linePaths(
  times: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  { x, y }: Projection,
  dotRadius: number,
): LinePaths {
  const line = new Path2D();
  let dots: Path2D | null = null;
  // No closure holds these: it would make an object of each number.
  let column = NaN;
  let low = 0;
  let high = 0;
  let last = 0;
  let run = 0;
  let px = 0;

  // One point a column or fewer: every point at its exact place.
  const sparse = x(times[to] ?? 0) - x(times[from] ?? 0) > (to - from) * 1.5;
  for (let i = from; i <= to + 1; i++) {
    const value = i <= to ? (values[i] ?? NaN) : NaN;
    const missing = value !== value;
    const before = column;
    let py = 0;
    if (!missing) {
      px = x(times[i] ?? 0);
      if (!sparse) px = Math.round(px);
      py = y(value);
      if (px === column) {
        if (py < low) low = py;
        if (py > high) high = py;
        last = py;
        run++;
        continue;
      }
      column = px;
    }
    if (run > 1 && low !== high) {
      line.lineTo(before, low);
      line.lineTo(before, high);
      line.lineTo(before, last);
    }
    if (missing) {
      if (run === 1) {
        dots ??= new Path2D();
        dots.moveTo(px + dotRadius, last);
        dots.arc(px, last, dotRadius, 0, 2 * Math.PI);
      }
      run = 0;
      column = NaN;
    } else {
      if (run === 0) line.moveTo(px, py);
      else line.lineTo(px, py);
      low = high = last = py;
      run++;
    }
  }
  return { line, dots };
}
