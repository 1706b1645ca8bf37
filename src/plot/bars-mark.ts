import { barPath } from './bar-path.js';
import type { MarkPainter, Painter } from './painter.js';
import type { Mark } from './plot-spec.js';
import { paintUnfinished } from './unfinished.js';
import { uPlot } from './uplot.js';

/** The bars `first..last` of a mark, beside those of the other marks of its kind that are shown. */
function bars({ layout }: Painter, plot: uPlot, mark: Mark, projection: Painter['projection'], steps: Steps): Path2D {
  const { spec, shown } = layout;
  const group = shown.filter(({ kind }) => kind === mark.kind);
  const step = spec.step / Math.max(1, group.length);
  const top = mark.values.map((value) => value || 0);
  const place = projection(plot, step * Math.max(0, group.indexOf(mark)));
  const ground = { base: new Float64Array(top.length), top };
  return barPath(spec.times, ground, top, ...steps, { ...place, step, ratio: uPlot.pxRatio });
}

type Steps = readonly [first: number, last: number];

/** Bars from zero, side by side where there are several. */
export const barsMark: MarkPainter = {
  paths(painter, plot, mark) {
    const [first, last] = painter.layout.indices;
    const until = Math.min(last, painter.lastFinished());
    return { fill: bars(painter, plot, mark, painter.projection.bind(painter), [first, until]), flags: 0 };
  },
  finish(painter, plot, mark) {
    const [first, last] = painter.layout.indices;
    const from = Math.max(first, painter.lastFinished() + 1);
    const color = painter.theme.marks.get(mark.key)?.color;
    if (from > last || !color) return;
    const path = bars(painter, plot, mark, painter.projection.bind(painter), [from, last]);
    paintUnfinished(plot.ctx, path, color, plot.bbox, uPlot.pxRatio);
  },
};
