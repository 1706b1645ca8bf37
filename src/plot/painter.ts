import { WORDS } from '../core/index.js';
import { barPath } from './bar-path.js';
import { clipTo } from './clip-to.js';
import { spread } from './end-labels.js';
import type { Axis, PlotLayout } from './layout.js';
import { linePaths, type Projection } from './line-path.js';
import { MARK_KINDS } from './mark-kinds.js';
import type { Mark, MarkKind, PlotSpec } from './plot-spec.js';
import type { Theme } from './theme.js';
import { paintUnfinished } from './unfinished.js';
import { uPlot } from './uplot.js';
import { lastFinished, type PlotView } from './view.js';

/** How one kind of mark is drawn. */
export interface MarkPainter {
  /** What uPlot draws of a mark. */
  paths(painter: Painter, plot: uPlot, mark: Mark): uPlot.Series.Paths | null;
  /** The colour that uPlot fills the path with; default is the mark's own. */
  fill?(color: string): string;
  /** Drawn over the path. */
  finish?(painter: Painter, plot: uPlot, mark: Mark): void;
}

/** What a scale needs to know of its room, CSS pixels. */
export interface AxisRoom {
  readonly height: number;
  /** Of the font. */
  readonly size: number;
  /** The widest label. */
  readonly most: number;
  readonly measure: (text: string) => number;
}

/** Kinds of marks beside bars and lines, brought by the charts that have them. */
export interface MarkPainters extends Partial<Readonly<Record<MarkKind, MarkPainter>>> {
  /** The left axis of a specification that has no values there. */
  readonly axis?: (spec: PlotSpec, view: PlotView, room: AxisRoom) => Axis | null;
}

const DOT_RADIUS = 2.5;

/** Draws the marks of a layout onto uPlot's canvas. */
export class Painter {
  #unfinished = new Map<Mark, Path2D>();

  constructor(
    readonly layout: PlotLayout,
    readonly theme: Theme,
    readonly marks: MarkPainters = {},
    /** Lines have their names at their ends. */
    readonly named = true,
  ) {}

  /** The paths of one mark, its finished steps only; the others are kept till these are drawn. */
  paths(plot: uPlot, mark: Mark): uPlot.Series.Paths | null {
    const own = this.marks[mark.kind];
    if (own) return own.paths(this, plot, mark);
    return mark.kind === 'stacked-bars' ? this.#bars(plot, mark) : mark.kind === 'line' ? this.line(plot, mark) : null;
  }

  /** What stands over the path of a mark: the unfinished steps of one that is filled, and what its kind has besides. */
  finish(plot: uPlot, mark: Mark): void {
    if (MARK_KINDS[mark.kind].filled) this.#fillUnfinished(plot, mark);
    if (!this.layout.view.hidden.has(mark.key)) this.marks[mark.kind]?.finish?.(this, plot, mark);
  }

  /** The first and the last step that a line needs: also those that lead in and out. */
  get around(): readonly [number, number] {
    const [first, last] = this.layout.indices;
    return [Math.max(0, first - 1), Math.min(this.layout.spec.times.length - 1, last + 1)];
  }

  #fillUnfinished(plot: uPlot, mark: Mark): void {
    const path = this.#unfinished.get(mark);
    const color = this.theme.marks.get(mark.key)?.color;
    if (!path || !color) return;
    const { x } = this.projection(plot, 0);
    const left = Math.max(plot.bbox.left, x(this.layout.spec.times[this.lastFinished() + 1] ?? 0));
    const width = plot.bbox.left + plot.bbox.width - left;
    paintUnfinished(plot.ctx, path, color, { ...plot.bbox, left, width }, uPlot.pxRatio);
  }

  /** The unfinished steps of all lines. */
  paintUnfinishedLines({ ctx, bbox }: uPlot): void {
    const ratio = uPlot.pxRatio;
    ctx.save();
    clipTo(ctx, bbox);
    ctx.globalAlpha = 0.45;
    ctx.lineWidth = 1.5 * ratio;
    ctx.setLineDash([2 * ratio, 3 * ratio]);
    for (const [mark, path] of this.#unfinished) {
      const color = this.theme.marks.get(mark.key)?.color;
      if (!color || MARK_KINDS[mark.kind].filled) continue;
      ctx.strokeStyle = color;
      ctx.stroke(path);
    }
    ctx.restore();
  }

  /** The unit over the axis, and the name of each line at its end. */
  paintLabels(plot: uPlot): void {
    const { ctx, bbox } = plot;
    const { spec, yLabels, shown, indices } = this.layout;
    const ratio = uPlot.pxRatio;
    const size = this.theme.size * ratio;
    ctx.save();
    ctx.font = `${size}px ${this.theme.family}`;
    ctx.fillStyle = this.theme.muted;
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    ctx.fillText(spec.y.per ? WORDS.per(yLabels.unitLabel, spec.y.per) : yLabels.unitLabel, ratio, ratio);
    const ends = shown.flatMap((mark) => {
      if (!this.named || !MARK_KINDS[mark.kind].named) return [];
      const value = lastValue(mark.values, indices[1]);
      return value === null ? [] : [{ text: mark.label, color: this.theme.text, y: this.projection(plot, 0).y(value) }];
    });
    ctx.textBaseline = 'middle';
    for (const { text, color, y } of spread(ends, size * 1.1, bbox.top, bbox.top + bbox.height)) {
      ctx.fillStyle = color;
      ctx.fillText(text, bbox.left + bbox.width + 6 * ratio, y);
    }
    ctx.restore();
  }

  /** Data to device pixels; a value stands `delay` ms after the time of its step. */
  projection({ bbox }: uPlot, delay: number): Projection {
    const { view, y, place } = this.layout;
    const { range } = view;
    const { min, max } = y;
    const perMs = bbox.width / (range.to - range.from);
    const perUnit = bbox.height / (max - min);
    const bottom = bbox.top + bbox.height;
    return {
      x: (time) => bbox.left + (time + delay - range.from) * perMs,
      y: (value) => bottom - ((place?.(value) ?? value) - min) * perUnit,
    };
  }

  /** Index of the last step that fills no more; -1 where all do. */
  lastFinished(): number {
    return lastFinished(this.layout.spec);
  }

  #bars(plot: uPlot, mark: Mark): uPlot.Series.Paths | null {
    const { layers, total, spec, indices } = this.layout;
    const [first, last] = indices;
    const finished = this.lastFinished();
    const layer = layers.get(mark.key);
    if (!layer) return null;
    const layout = { ...this.projection(plot, 0), step: spec.step, ratio: uPlot.pxRatio };
    if (last > finished) {
      this.#unfinished.set(mark, barPath(spec.times, layer, total, Math.max(first, finished + 1), last, layout));
    }
    return { fill: barPath(spec.times, layer, total, first, Math.min(last, finished), layout), flags: 0 };
  }

  /** The line of a mark, and as `fill` the points that stand alone. */
  line(plot: uPlot, mark: Mark): { readonly stroke: Path2D; readonly fill: Path2D | null; readonly flags: number } {
    const { times, step } = this.layout.spec;
    const [first, last] = this.around;
    const finished = this.lastFinished();
    // A value speaks of a whole step: it stands in the middle of it, as its bar does.
    const projection = this.projection(plot, step / 2);
    const radius = DOT_RADIUS * uPlot.pxRatio;
    const until = Math.min(last, finished);
    if (last > finished) {
      const rest = linePaths(times, mark.values, Math.max(first, finished), last, projection, radius);
      if (rest.dots) rest.line.addPath(rest.dots);
      this.#unfinished.set(mark, rest.line);
    }
    const { line, dots } = linePaths(times, mark.values, first, until, projection, radius);
    return { stroke: line, fill: dots, flags: 0 };
  }
}

function lastValue(values: Float64Array, from: number): number | null {
  for (let i = from; i >= 0; i--) {
    const value = values[i] ?? NaN;
    if (!Number.isNaN(value)) return value;
  }
  return null;
}
