import { cancelDraw, isWaiting, requestDraw, type Drawable } from './frame-batch.js';
import { layOut, timeAxis, type PlotLayout } from './layout.js';
import { MARK_KINDS } from './mark-kinds.js';
import { Painter, type MarkPainters } from './painter.js';
import type { PlotSpec } from './plot-spec.js';
import { Ruler } from './ruler.js';
import { ThemeProbe, type Theme } from './theme.js';
import { LABEL_GAP, uplotOptions, type Drawing, type Layer } from './uplot-options.js';
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

/** Where the data stand inside the host, CSS pixels. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels: room right of the data at least, and from the data to the name of a line with what follows it. */
const END = 20;
const AROUND_NAME = 10;

/** CSS pixels: on a narrower plot the legend alone names the lines. */
const NAMED_FROM = 420;
/** Part of the width that labels beside the data may take at the most. */
const MOST_GUTTER = 0.4;

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
  readonly #ruler = new Ruler();
  #marks: MarkPainters = {};
  #wanted: Wanted | null = null;
  #dressed: Wanted | null = null;
  #size = { width: 0, height: 0 };
  #theme: Theme | null = null;
  #layout: PlotLayout | null = null;
  #drawing: Drawing | null = null;
  #plot: uPlot | null = null;
  #fresh = false;
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

  /** The page was laid out anew, in other colours, as for a print: draws with the next batch. */
  relay(width: number, height: number): void {
    this.#probe.forget();
    this.resize(width, height);
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
    this.#ruler.font = `${this.#theme.size}px ${this.#theme.family}`;
    const { width, height } = this.#size;
    const most = width * MOST_GUTTER;
    const room = { height, size: this.#theme.size, most: most - LABEL_GAP, measure: this.#ruler.measure };
    this.#layout = layOut(spec, view, height, this.#layout, this.#marks.axis?.(spec, view, room));
    const named = width >= NAMED_FROM && spec.named !== false;
    const names = spec.marks.filter(({ kind }) => named && MARK_KINDS[kind].named).map(({ label }) => label);
    const { start, end } = this.#options;
    start.report(this, Math.min(most, this.#ruler.widest(this.#layout.yLabels.labels) + LABEL_GAP));
    end.report(this, Math.min(most, Math.max(END, this.#ruler.widest(names) + AROUND_NAME)));
  }

  draw(): void {
    const { start, end } = this.#options;
    const layout = this.#layout;
    if (!layout || !this.#theme || !this.#size.width) return;
    const { spec, view, y } = layout;
    const { range } = view;
    const { width, height } = this.#size;
    const drawing = {
      painter: new Painter(layout, this.#theme, this.#marks, width >= NAMED_FROM && spec.named !== false),
      axis: timeAxis(view, start.width, width - start.width - end.width, width, this.#ruler.measure),
    };
    this.#drawing = drawing;

    const marks = spec.marks.map(({ key, kind, role }) => `${kind}\t${key}\t${role}`);
    const structure = [this.#ruler.font, ...marks].join('\n');
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
      this.#plot = new uPlot(
        uplotOptions(this.#size, { start, end, layers: this }, () => this.#drawing ?? drawing),
        data,
        this.#options.host,
      );
    }
    this.#fresh = true;
  }

  drawn(): void {
    if (this.#fresh) this.#options.onDraw();
    this.#fresh = false;
  }
}
