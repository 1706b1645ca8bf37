import { sumColumns } from '../core/index.js';
import { clipTo } from './clip-to.js';
import { earlierNameAt, SWATCH } from './earlier-name.js';
import { linePaths } from './line-path.js';
import { MARK_KINDS } from './mark-kinds.js';
import type { Painter } from './painter.js';
import type { EarlierMarks, Mark, MarkKind, PlotSpec } from './plot-spec.js';
import { skyline } from './skyline-path.js';
import { uPlot } from './uplot.js';
import { visibleIndices, type PlotView } from './view.js';

/** CSS pixels. */
const LINE = 1.25;
const HALO = 3.25;
const DASH = [3, 2];
const DOT_RADIUS = 2;
/** Of the lines, and of the ground that keeps an outline apart from bars behind it. */
const FAINT = 0.5;
const GROUND = 0.75;

/** What is drawn of an earlier range: a line for each line that is shown, and one outline of all stacked bars. */
export interface EarlierOutline {
  readonly mark: Mark;
  readonly values: Float64Array;
}

/** What of the earlier marks is drawn in this view: those that are switched off here are not, nor those without a mark. */
export function earlierOutlines(spec: PlotSpec, earlier: EarlierMarks, hidden: PlotView['hidden']): EarlierOutline[] {
  const keys = new Set(spec.marks.map(({ key }) => key));
  const shown = earlier.marks.filter(({ key }) => !hidden.has(key));
  const stacked = shown.filter(({ kind }) => MARK_KINDS[kind].stacked);
  const [first] = stacked;
  const single = shown.filter(({ kind, key }) => keys.has(key) && isDrawnAlone(kind));
  return [
    ...(first ? [{ mark: first, values: total(stacked, earlier.times.length) }] : []),
    ...single.map((mark) => ({ mark, values: mark.values })),
  ];
}

function isDrawnAlone(kind: MarkKind): boolean {
  const { points, outlined, stacked } = MARK_KINDS[kind];
  return Boolean(points || (outlined && !stacked));
}

const total = (marks: readonly Mark[], length: number): Float64Array =>
  sumColumns(
    marks.map(({ values }) => values),
    length,
  );

/** The least and the greatest value of outlines in view; `[Infinity, -Infinity]` where there is none. */
export function earlierExtent(
  outlines: readonly EarlierOutline[],
  { times }: EarlierMarks,
  step: number,
  { range }: PlotView,
): [number, number] {
  const [first, last] = visibleIndices(times, step, range);
  let min = Infinity;
  let max = -Infinity;
  for (const { values } of outlines) {
    for (let i = first; i <= last; i++) {
      const value = values[i] ?? NaN;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return [min, max];
}

const isBar = ({ mark }: EarlierOutline): boolean => Boolean(MARK_KINDS[mark.kind].outlined);

/** The lines, faint and in the colour of their marks: drawn under these, or `over` cells, on a ground of their own. */
export function paintEarlierLines(
  painter: Painter,
  plot: uPlot,
  { times }: EarlierMarks,
  outlines: readonly EarlierOutline[],
  over = false,
): void {
  const { layout, theme } = painter;
  const { step } = layout.spec;
  const [first, last] = visibleIndices(times, step, layout.view.range);
  const projection = painter.projection(plot, step / 2);
  const ratio = uPlot.pxRatio;
  const { ctx, bbox } = plot;
  ctx.save();
  clipTo(ctx, bbox);
  ctx.globalAlpha = FAINT;
  ctx.lineWidth = LINE * ratio;
  ctx.lineJoin = 'round';
  for (const outline of outlines) {
    if (isBar(outline)) continue;
    const { line, dots } = linePaths(
      times,
      outline.values,
      Math.max(0, first - 1),
      Math.min(times.length - 1, last + 1),
      projection,
      DOT_RADIUS * ratio,
    );
    const { color = theme.muted, dash } = theme.marks.get(outline.mark.key) ?? {};
    if (over) {
      ctx.globalAlpha = GROUND;
      ctx.strokeStyle = theme.card;
      ctx.lineWidth = HALO * ratio;
      ctx.setLineDash([]);
      ctx.stroke(line);
      ctx.globalAlpha = 1;
      ctx.lineWidth = LINE * ratio;
    }
    ctx.strokeStyle = ctx.fillStyle = color;
    ctx.setLineDash((dash ?? []).map((length) => length * ratio));
    ctx.stroke(line);
    if (dots) ctx.fill(dots);
  }
  ctx.restore();
}

/** The outlines of bars, which would be out of sight under these. */
export function paintEarlierOutlines(
  painter: Painter,
  plot: uPlot,
  { times }: EarlierMarks,
  outlines: readonly EarlierOutline[],
): void {
  const { layout, theme } = painter;
  const { step } = layout.spec;
  const indices = visibleIndices(times, step, layout.view.range);
  const ratio = uPlot.pxRatio;
  const { ctx, bbox } = plot;
  ctx.save();
  clipTo(ctx, bbox);
  ctx.lineJoin = 'round';
  const bars = outlines.filter(isBar);
  const beside = bars.filter(({ mark }) => !MARK_KINDS[mark.kind].stacked);
  for (const outline of bars) {
    const nth = Math.max(0, beside.indexOf(outline));
    const group = beside.includes(outline) ? beside.length : 1;
    const wide = step / group;
    const path = skyline(times, outline.values, indices, {
      ...painter.projection(plot, wide * nth),
      wide,
      joined: group === 1,
    });
    ctx.setLineDash([]);
    ctx.globalAlpha = GROUND;
    ctx.strokeStyle = theme.card;
    ctx.lineWidth = HALO * ratio;
    ctx.stroke(path);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = group > 1 ? theme.text : theme.muted;
    ctx.lineWidth = LINE * ratio;
    ctx.setLineDash(DASH.map((length) => length * ratio));
    ctx.stroke(path);
  }
  ctx.restore();
}

/** What the faint marks are, after the unit over the axis, with a sample of them where there are some. */
export function paintEarlierName(
  { layout, theme }: Painter,
  { ctx }: uPlot,
  outlines: readonly EarlierOutline[],
): void {
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.font = `${theme.size * ratio}px ${theme.family}`;
  ctx.fillStyle = ctx.strokeStyle = theme.muted;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  const { sample, words } = earlierNameAt(layout, ctx, ratio);
  if (outlines.length > 0) {
    const y = Math.round(ratio + (theme.size * ratio) / 2);
    const bars = outlines.some(isBar);
    ctx.lineWidth = LINE * ratio;
    ctx.globalAlpha = bars ? 1 : FAINT;
    ctx.setLineDash(bars ? DASH.map((length) => length * ratio) : []);
    ctx.beginPath();
    ctx.moveTo(sample, y);
    ctx.lineTo(sample + SWATCH * ratio, y);
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  ctx.fillText(layout.spec.earlier?.title ?? '', outlines.length > 0 ? words : sample, ratio);
  ctx.restore();
}
