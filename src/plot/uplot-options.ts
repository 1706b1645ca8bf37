import type { TimeAxis } from './layout.js';
import { MARK_KINDS } from './mark-kinds.js';
import type { Painter } from './painter.js';
import type { Mark } from './plot-spec.js';
import { uPlot } from './uplot.js';

/** Draws under or over all marks, with each drawing. */
export type Layer = (painter: Painter, plot: uPlot) => void;

/** One drawing, as uPlot asks for it. */
export interface Drawing {
  readonly painter: Painter;
  readonly axis: TimeAxis;
}

/** What stays with a plot from drawing to drawing; uPlot asks it anew each time. */
export interface PlotFrame {
  /** Widths of the labels left and right of the data, CSS pixels. */
  readonly start: { readonly width: number };
  readonly end: { readonly width: number };
  readonly layers: { readonly under?: Layer | undefined; readonly over?: Layer | undefined };
}

/** CSS pixels: room above the data beside the unit's line, length of a tick, from tick to label. */
const TOP = 8;
const TICK = 6;
export const LABEL_GAP = 6;
const LINE_HEIGHT = 1.35;

const hidden = { show: false };

/**
 * What uPlot is made with, for the drawing that is at its turn then and later ones of the same marks. `size` is in CSS
 * pixels. Explicit fields only: nothing that came from a source becomes an option.
 */
export function uplotOptions(
  size: { readonly width: number; readonly height: number },
  { start, end, layers }: PlotFrame,
  drawing: () => Drawing,
): uPlot.Options {
  const painter = (): Painter => drawing().painter;
  const { layout, theme } = painter();
  const { spec, view, y } = layout;
  const font = `${theme.size}px ${theme.family}`;
  const lines = 2 * theme.size * LINE_HEIGHT;
  const stroke = (name: 'muted' | 'axis' | 'grid') => () => painter().theme[name];
  return {
    ...size,
    ms: 1,
    legend: hidden,
    cursor: hidden,
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    padding: [Math.ceil(TOP + lines / 2), () => end.width, 0, 0],
    scales: {
      x: { time: false, auto: false, min: view.range.from, max: view.range.to, range: (_, min, max) => [min, max] },
      y: { auto: false, min: y.min, max: y.max, range: (_, min, max) => [min, max] },
    },
    axes: [
      // The value axis first: its grid must not cover the line of the time axis.
      {
        scale: 'y',
        side: 3,
        font,
        gap: LABEL_GAP,
        size: () => start.width,
        stroke: stroke('muted'),
        grid: { width: 1, stroke: stroke('grid') },
        ticks: hidden,
        splits: () => [...painter().layout.y.ticks],
        values: () => [...painter().layout.yLabels.labels],
      },
      {
        scale: 'x',
        side: 2,
        font,
        gap: LABEL_GAP,
        lineGap: LINE_HEIGHT,
        size: TICK + LABEL_GAP + lines,
        stroke: stroke('muted'),
        grid: hidden,
        ticks: { size: TICK, width: 1, stroke: stroke('axis') },
        border: { show: true, width: 1, stroke: stroke('axis') },
        splits: () => [...drawing().axis.times],
        values: () => [...drawing().axis.labels],
      },
    ],
    series: [{}, ...spec.marks.map((mark) => seriesOf(mark, !view.hidden.has(mark.key), painter))],
    hooks: {
      drawAxes: [(plot) => layers.under?.(painter(), plot)],
      drawSeries: [
        (plot, i) => {
          const mark = painter().layout.spec.marks[i - 1];
          if (mark) painter().finish(plot, mark);
        },
      ],
      draw: [
        (plot) => {
          painter().paintUnfinishedLines(plot);
          painter().paintLabels(plot);
          layers.over?.(painter(), plot);
        },
      ],
    },
  };
}

function seriesOf({ key, kind }: Mark, show: boolean, painter: () => Painter): uPlot.Series {
  const { filled } = MARK_KINDS[kind];
  const { dash, width = 1.5 } = painter().theme.marks.get(key) ?? {};
  const color = (): string => painter().theme.marks.get(key)?.color ?? '';
  return {
    scale: 'y',
    auto: false,
    show,
    points: hidden,
    width: filled ? 0 : width,
    ...(!filled && { stroke: color }),
    fill: () => painter().marks[kind]?.fill?.(color()) ?? color(),
    paths: (plot, i) => {
      const mark = painter().layout.spec.marks[i - 1];
      // At each drawing: the pixel ratio changes with the screen and with the zoom of the page.
      Object.assign(plot.series[i] ?? {}, { dash: dash?.map((length) => length * uPlot.pxRatio) });
      return mark ? painter().paths(plot, mark) : null;
    },
  };
}
