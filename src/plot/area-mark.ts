import { areaPath } from './area-path.js';
import type { MarkPainter } from './painter.js';

/** Share of the line's colour that an area is filled with. */
const FILL = '10%';

/** A line, and the ground under it in its colour, thinned. */
export const areaMark: MarkPainter = {
  paths(painter, plot, mark) {
    const { times, step } = painter.layout.spec;
    const [first, last] = painter.around;
    const { stroke, fill: dots, flags } = painter.line(plot, mark);
    // The fill is pale: points that stand alone are drawn with the line.
    if (dots) stroke.addPath(dots);
    const until = Math.min(last, painter.lastFinished());
    return { stroke, fill: areaPath(times, mark.values, first, until, painter.projection(plot, step / 2)), flags };
  },
  fill: (color) => `color-mix(in srgb, ${color} ${FILL}, transparent)`,
};
