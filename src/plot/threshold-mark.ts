import { earlierNameAt } from './earlier-name.js';
import type { MarkPainter, Painter } from './painter.js';
import type { Mark } from './plot-spec.js';
import { thresholdPath } from './threshold-path.js';
import { uPlot } from './uplot.js';

/** CSS pixels between the line and its label. */
const GAP = 4;

/** A line in steps; where it is straight over the whole view, and there is room, with its label above its right end. */
export const thresholdMark: MarkPainter = {
  paths(painter, plot, mark) {
    const { times, step } = painter.layout.spec;
    const [first, last] = painter.around;
    return { stroke: thresholdPath(times, mark.values, first, last, step, painter.projection(plot, 0)), flags: 0 };
  },
  finish(painter, plot, mark) {
    const { ctx, bbox } = plot;
    const { theme } = painter;
    const ratio = uPlot.pxRatio;
    ctx.save();
    ctx.font = `${theme.size * ratio}px ${theme.family}`;
    const y = labelLine(painter, plot, mark);
    ctx.textAlign = 'right';
    ctx.textBaseline = 'bottom';
    // A rim of the card's colour keeps the words apart from what they stand on.
    ctx.lineWidth = 3 * ratio;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = theme.card;
    ctx.fillStyle = theme.marks.get(mark.key)?.color ?? theme.text;
    const x = bbox.left + bbox.width;
    // Wider than the data, it would stand on the labels of the axis; the legend has it in any case.
    if (y !== null && ctx.measureText(mark.label).width <= bbox.width) {
      ctx.strokeText(mark.label, x, y);
      ctx.fillText(mark.label, x, y);
    }
    ctx.restore();
  },
};

/**
 * The lower edge of the label, device pixels; `null` where there is none, as on the name of earlier marks over the axis:
 * the legend has it in any case. The font has to be set.
 */
export function labelLine(painter: Painter, plot: uPlot, mark: Mark): number | null {
  const { layout, theme } = painter;
  const value = onlyValue(mark.values, layout.indices);
  if (value === null) return null;
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const height = theme.size * ratio;
  const gap = GAP * ratio;
  const line = painter.projection(plot, 0).y(value);
  const left = bbox.left + bbox.width - ctx.measureText(mark.label).width;
  const taken =
    layout.spec.earlier && line - gap - height < height + ratio && left - gap < earlierNameAt(layout, ctx, ratio).end;
  return taken ? null : Math.round(line - gap);
}

/** The one value between two indices; of a line that moves the legend alone has the name, since its end is anywhere. */
function onlyValue(values: Float64Array, [first, last]: readonly [number, number]): number | null {
  let only: number | null = null;
  for (let i = first; i <= last; i++) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    if (only !== null && value !== only) return null;
    only = value;
  }
  return only;
}
