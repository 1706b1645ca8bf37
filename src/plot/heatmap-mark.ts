import { clipTo } from './clip-to.js';
import { heatCells, type HeatCell } from './heat-cells.js';
import { heatColor } from './heat-palette.js';
import { MARK_KINDS } from './mark-kinds.js';
import type { MarkPainter, Painter } from './painter.js';
import { paintUnfinished } from './unfinished.js';
import { uPlot } from './uplot.js';

/** CSS pixels that the ground shows on either side of a line over the cells. */
const RIM = 1.5;

/** Cells of time and bucket, the stronger the fuller, and a rim of the card's colour under the lines over them. */
export const heatmapMark: MarkPainter = {
  paths: () => null,
  finish(painter, plot, mark) {
    const { ctx, bbox } = plot;
    const { theme, layout } = painter;
    const { indices } = layout;
    const most = theme.marks.get(mark.key)?.color ?? theme.text;
    const finished = Math.min(indices[1], painter.lastFinished());
    ctx.save();
    clipTo(ctx, bbox);
    for (const [level, path] of pathsByLevel(cellsOf(painter, plot, indices[0], finished))) {
      ctx.fillStyle = heatColor(level, most, theme.card);
      ctx.fill(path);
    }
    ctx.restore();
    for (const [level, path] of pathsByLevel(cellsOf(painter, plot, Math.max(indices[0], finished + 1), indices[1])))
      paintUnfinished(ctx, path, heatColor(level, most, theme.card), bbox, uPlot.pxRatio);
    paintRims(painter, plot);
  },
};

function cellsOf({ layout }: Painter, { bbox }: uPlot, first: number, last: number): readonly HeatCell[] {
  const { spec, view, y } = layout;
  const { buckets, times, step } = spec;
  if (!buckets || !layout.place) return [];
  const perRow = bbox.height / (y.max - y.min);
  const perMs = bbox.width / (view.range.to - view.range.from);
  const x = (time: number): number => bbox.left + (time - view.range.from) * perMs;
  const grid = {
    ...buckets,
    width: buckets.bounds.length,
    rows: [y.min, y.max] as const,
    left: (index: number) => x(times[index] ?? 0),
    right: (index: number) => x((times[index] ?? 0) + step),
    y: (row: number) => bbox.top + bbox.height - (row - y.min) * perRow,
    ratio: uPlot.pxRatio,
  };
  return heatCells(grid, first, last);
}

function pathsByLevel(cells: readonly HeatCell[]): ReadonlyMap<number, Path2D> {
  const paths = new Map<number, Path2D>();
  for (const { level, left, top, width, height } of cells) {
    const path = paths.get(level) ?? new Path2D();
    paths.set(level, path);
    path.rect(left, top, width, height);
  }
  return paths;
}

function paintRims(painter: Painter, plot: uPlot): void {
  const { ctx, bbox } = plot;
  const { layout, theme } = painter;
  ctx.save();
  clipTo(ctx, bbox);
  ctx.strokeStyle = ctx.fillStyle = theme.card;
  ctx.lineJoin = ctx.lineCap = 'round';
  for (const mark of layout.shown) {
    if (!MARK_KINDS[mark.kind].points) continue;
    const { stroke, fill } = painter.line(plot, mark);
    ctx.lineWidth = ((theme.marks.get(mark.key)?.width ?? 1.5) + 2 * RIM) * uPlot.pxRatio;
    ctx.stroke(stroke);
    if (fill) ctx.stroke(fill);
  }
  ctx.restore();
}
