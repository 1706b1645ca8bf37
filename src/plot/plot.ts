import { cancelDraw, isWaiting, requestDraw, type Drawable } from './frame-batch.js';
import { layOut, timeAxis, type PlotLayout, type TimeAxis } from './layout.js';
import { Painter, type MarkPainters } from './painter.js';
import type { Mark, PlotSpec } from './plot-spec.js';
import { ThemeProbe, type Theme } from './theme.js';
import { uPlot } from './uplot.js';
import { sameView, type PlotView } from './view.js';

/** A width that several plots share, so that their edges stand on one line. */
export interface SharedWidth {
  readonly width: number;
  report(member: object, width: number): void;
  leave(member: object): void;
  subscribe(listener: () => void): () => void;
}

export interface PlotOptions {
  /** Takes the canvas; its size is the plot's. */
  readonly host: HTMLElement;
  /** Takes the elements that theme colours are read from. */
  readonly probes: HTMLElement;
  /** Room for value labels, left of the data. */
  readonly start: SharedWidth;
  /** Room for names of lines, right of the data. */
  readonly end: SharedWidth;
  /** After each drawing. */
  readonly onDraw: () => void;
}

/** What a plot is to show. */
export interface Wanted {
  readonly spec: PlotSpec;
  readonly view: PlotView;
}

/** Draws under or over all marks, with each drawing. */
export type Layer = (painter: Painter, plot: uPlot) => void;

/** Where the data stand inside the host, CSS pixels. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels: room above the data beside the unit's line, right of them at least, length of a tick, from tick to label. */
const TOP = 8;
const END = 20;
const TICK = 6;
const GAP = 6;
const LINE_HEIGHT = 1.35;

/** CSS pixels: on a narrower plot the legend alone names the lines. */
const NAMED_FROM = 420;
/** Part of the width that labels beside the data may take at the most. */
const MOST_GUTTER = 0.4;
const MOST_WIDTHS = 500;

const hidden = { show: false };

/** One chart on a canvas: takes a specification and a view of it, and draws with the next frame. */
export class Plot implements Drawable {
  /** What is drawn under and over all marks; whoever sets it asks for a drawing. */
  under?: Layer | undefined;
  over?: Layer | undefined;
  /** Adds to each specification before it is laid out; whoever sets it asks for a drawing. */
  dress?: ((wanted: Wanted) => Wanted) | undefined;
  readonly #options: PlotOptions;
  readonly #probe: ThemeProbe;
  readonly #undo: readonly (() => void)[];
  readonly #ruler = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #marks: MarkPainters = {};
  #font = '';
  #wanted: Wanted | null = null;
  #dressed: Wanted | null = null;
  #size = { width: 0, height: 0 };
  #theme: Theme | null = null;
  #layout: PlotLayout | null = null;
  #painter: Painter | null = null;
  #plot: uPlot | null = null;
  #fresh = false;
  #axis: TimeAxis = { times: [], labels: [] };
  /** What of the last drawing forces uPlot to lay out anew, or to be made anew. */
  #frame = '';
  #structure = '';

  constructor(options: PlotOptions) {
    this.#options = options;
    const redraw = (): void => requestDraw(this);
    this.#probe = new ThemeProbe(options.probes, redraw);
    this.#undo = [options.start.subscribe(redraw), options.end.subscribe(redraw)];
  }

  /** Draws further kinds of marks from now on. */
  use(marks: MarkPainters): void {
    if (marks === this.#marks) return;
    this.#marks = marks;
    requestDraw(this);
  }

  /** Draws this with the next frame, where it is not what is shown already. */
  show(spec: PlotSpec, view: PlotView): void {
    if (this.#wanted?.spec === spec && sameView(this.#wanted.view, view)) return;
    this.#wanted = { spec, view };
    requestDraw(this);
  }

  /** CSS pixels; without a width nothing is drawn, and the others need not leave room for this axis. */
  resize(width: number, height: number): void {
    const size = { width: Math.floor(width), height: Math.floor(height) };
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    // Out of the layout a change of theme shows as no transition.
    if (this.#size.width === 0) this.#probe.forget();
    this.#size = size;
    if (size.width === 0) {
      this.#options.start.leave(this);
      this.#options.end.leave(this);
    }
    requestDraw(this);
  }

  /** True while there is something to be drawn with the next frame. */
  get waiting(): boolean {
    return this.#wanted !== null && this.#size.width > 0 && isWaiting(this);
  }

  /** `null` before the first drawing. */
  get box(): PlotBox | null {
    if (!this.#plot) return null;
    const { left, top, width, height } = this.#plot.bbox;
    const ratio = uPlot.pxRatio;
    return { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio };
  }

  /** What was drawn last. */
  get layout(): PlotLayout | null {
    return this.#plot && this.#layout;
  }

  get canvas(): HTMLCanvasElement | null {
    return this.#plot?.ctx.canvas ?? null;
  }

  /** Draws what was drawn last once more, at once. */
  redraw(): void {
    const plot = this.#plot;
    plot?.batch(() => plot.redraw(false));
  }

  destroy(): void {
    cancelDraw(this);
    for (const undo of this.#undo) undo();
    this.#options.start.leave(this);
    this.#options.end.leave(this);
    this.#probe.release();
    this.#plot?.destroy();
    this.#plot = null;
  }

  prepare(): void {
    this.#dressed = this.#size.width && this.#wanted ? (this.dress?.(this.#wanted) ?? this.#wanted) : null;
    if (this.#dressed) this.#probe.place(this.#dressed.spec.marks);
  }

  measure(): void {
    if (!this.#dressed) return;
    const { spec, view } = this.#dressed;
    this.#theme = this.#probe.read(spec.marks);
    this.#useFont(`${this.#theme.size}px ${this.#theme.family}`);
    const { width, height } = this.#size;
    const most = width * MOST_GUTTER;
    const room = { height, size: this.#theme.size, most: most - GAP, measure: this.#measureText };
    this.#layout = layOut(spec, view, height, this.#layout, this.#marks.axis?.(spec, view, room));
    const named = width >= NAMED_FROM && spec.named !== false;
    const names = spec.marks.filter(({ kind }) => named && kind === 'line').map(({ label }) => label);
    this.#options.start.report(
      this,
      Math.min(most, Math.ceil(widest(this.#layout.yLabels.labels, this.#measureText)) + GAP),
    );
    this.#options.end.report(this, Math.min(most, Math.max(END, Math.ceil(widest(names, this.#measureText)) + 10)));
  }

  draw(): void {
    const { start, end } = this.#options;
    const layout = this.#layout;
    if (!layout || !this.#theme || !this.#size.width) return;
    const { spec, view, y } = layout;
    const { range } = view;
    const { width, height } = this.#size;
    this.#painter = new Painter(layout, this.#theme, this.#marks, width >= NAMED_FROM && spec.named !== false);
    this.#axis = timeAxis(view, start.width, width - start.width - end.width, width, this.#measureText);

    const marks = spec.marks.map(({ key, kind, role }) => `${kind}\t${key}\t${role}`);
    const structure = [this.#font, ...marks].join('\n');
    if (structure !== this.#structure) {
      this.#plot?.destroy();
      this.#plot = null;
      this.#structure = structure;
    }
    const frame = [start.width, end.width, width, height, view.timezone, view.locale].join();
    const reframe = frame !== this.#frame;
    this.#frame = frame;
    const data: uPlot.AlignedData = [spec.times, ...spec.marks.map(({ values }) => values)];
    const plot = this.#plot;
    if (plot) {
      plot.batch(() => {
        plot.setData(data, false);
        if (reframe) plot.setSize({ width, height });
        plot.series.forEach((series, i) => {
          if (i > 0) series.show = !view.hidden.has(spec.marks[i - 1]?.key ?? '');
        });
        plot.setScale('x', { min: range.from, max: range.to });
        plot.setScale('y', { min: y.min, max: y.max });
      });
    } else {
      this.#plot = new uPlot(this.#uplotOptions(layout), data, this.#options.host);
    }
    this.#fresh = true;
  }

  drawn(): void {
    if (this.#fresh) this.#options.onDraw();
    this.#fresh = false;
  }

  #useFont(font: string): void {
    if (!this.#ruler || this.#font === font) return;
    this.#font = this.#ruler.font = font;
    this.#widths.clear();
  }

  /** Widths are remembered: at each refresh most labels are those of before. */
  readonly #measureText = (text: string): number => {
    let width = this.#widths.get(text);
    if (width === undefined) {
      if (this.#widths.size > MOST_WIDTHS) this.#widths.clear();
      width = this.#ruler?.measureText(text).width ?? 0;
      this.#widths.set(text, width);
    }
    return width;
  };

  /** Explicit fields only: nothing that came from a source becomes an option. */
  #uplotOptions({ spec, view, y }: PlotLayout): uPlot.Options {
    const theme = (): Theme | null => this.#theme;
    const font = `${theme()?.size ?? 13}px ${theme()?.family ?? 'system-ui'}`;
    const lines = 2 * (theme()?.size ?? 13) * LINE_HEIGHT;
    const stroke = (name: 'muted' | 'axis' | 'grid') => () => theme()?.[name] ?? '';
    return {
      ...this.#size,
      ms: 1,
      legend: hidden,
      cursor: hidden,
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      padding: [Math.ceil(TOP + lines / 2), () => this.#options.end.width, 0, 0],
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
          gap: GAP,
          size: () => this.#options.start.width,
          stroke: stroke('muted'),
          grid: { width: 1, stroke: stroke('grid') },
          ticks: hidden,
          splits: () => [...(this.#layout?.y.ticks ?? [])],
          values: () => [...(this.#layout?.yLabels.labels ?? [])],
        },
        {
          scale: 'x',
          side: 2,
          font,
          gap: GAP,
          lineGap: LINE_HEIGHT,
          size: TICK + GAP + lines,
          stroke: stroke('muted'),
          grid: hidden,
          ticks: { size: TICK, width: 1, stroke: stroke('axis') },
          border: { show: true, width: 1, stroke: stroke('axis') },
          splits: () => [...this.#axis.times],
          values: () => [...this.#axis.labels],
        },
      ],
      series: [{}, ...spec.marks.map((mark, i) => this.#series(mark, i, !view.hidden.has(mark.key)))],
      hooks: {
        drawAxes: [(plot) => this.#painter && this.under?.(this.#painter, plot)],
        drawSeries: [
          (plot, i) => {
            const mark = this.#layout?.spec.marks[i - 1];
            if (mark) this.#painter?.finish(plot, mark);
          },
        ],
        draw: [
          (plot) => {
            if (!this.#painter) return;
            this.#painter.paintLabels(plot);
            this.over?.(this.#painter, plot);
          },
        ],
      },
    };
  }

  #series({ key, kind }: Mark, index: number, show: boolean): uPlot.Series {
    const style = () => this.#theme?.marks.get(key);
    const bars = kind === 'stacked-bars' || kind === 'bars' || kind === 'lanes';
    const { dash, width = 1.5 } = style() ?? {};
    return {
      scale: 'y',
      auto: false,
      show,
      points: hidden,
      width: bars ? 0 : width,
      ...(dash && { dash: dash.map((length) => length * uPlot.pxRatio) }),
      ...(!bars && { stroke: () => style()?.color ?? '' }),
      fill: () => {
        const color = style()?.color ?? '';
        return this.#marks[kind]?.fill?.(color) ?? color;
      },
      paths: (plot) => {
        const mark = this.#layout?.spec.marks[index];
        return mark && this.#painter ? this.#painter.paths(plot, mark) : null;
      },
    };
  }
}

function widest(texts: readonly string[], measure: (text: string) => number): number {
  return texts.reduce((width, text) => Math.max(width, measure(text)), 0);
}
