import type { Projection } from './line-path.js';
import type { StackLayer } from './stack.js';

export interface BarLayout extends Projection {
  /** ms that one bar stands for. */
  readonly step: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** Share of a step that its bar fills. */
const FILL = 0.8;

/** The bars `from..to` of one layer on whole device pixels; `isTop` rounds the corners of those that nothing covers. */
export function barPath(
  times: Float64Array,
  { base, top }: StackLayer,
  total: Float64Array,
  from: number,
  to: number,
  { x, y, step, ratio }: BarLayout,
): Path2D {
  const path = new Path2D();
  const wide = x(step) - x(0);
  const width = Math.max(1, Math.round(wide * FILL));
  const inset = Math.round((wide - width) / 2);
  const radius = width >= 6 * ratio ? ratio : 0;
  for (let i = from; i <= to; i++) {
    const start = Math.round(x(times[i] ?? 0));
    let at = i;
    // Of the steps on one pixel the highest stands for all.
    while (i < to && Math.round(x(times[i + 1] ?? 0)) === start) if ((total[++i] ?? 0) > (total[at] ?? 0)) at = i;
    const foot = base[at] ?? 0;
    const head = top[at] ?? 0;
    if (foot === head) continue;
    const low = Math.min(foot, head);
    const high = Math.max(foot, head);
    const left = start + inset;
    const floor = Math.round(y(low));
    const ceiling = Math.min(Math.round(y(high)), floor - 1);
    // One pixel of ground between layers, where both have room for it.
    const gap = low > 0 && floor - ceiling > 2 ? Math.round(ratio) : 0;
    const height = floor - ceiling - gap;
    if (radius && high === total[at] && height > radius)
      path.roundRect(left, ceiling, width, height, [radius, radius, 0, 0]);
    else path.rect(left, ceiling, width, height);
  }
  return path;
}
