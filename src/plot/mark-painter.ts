import type { PlotLayout } from './layout.js';
import type { Painter } from './painter.js';
import type { Mark, MarkKind, PlotSpec } from './plot-spec.js';
import type { uPlot } from './uplot.js';
import type { PlotView } from './view.js';

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
  readonly axis?: (spec: PlotSpec, view: PlotView, room: AxisRoom) => Pick<PlotLayout, 'y' | 'yLabels'> | null;
}
