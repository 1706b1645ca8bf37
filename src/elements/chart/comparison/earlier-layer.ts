import { comparisonName, comparisonShift, COMPARISON_WORDS, type Frame } from '../../../core/index.js';
import {
  earlierExtent,
  earlierOutlines,
  paintEarlierLines,
  paintEarlierName,
  paintEarlierOutlines,
  requestDraw,
  type EarlierMarks,
  type EarlierOutline,
  type Layer,
  type Plot,
  type PlotSpec,
  type PlotView,
  type Wanted,
} from '../../../plot/index.js';
import type { Need, TimeframeStore } from '../../../timeframe/index.js';
import { EarlierAnswers } from './earlier-answers.js';
import { HeaderChanges, type HeaderSource } from './header-changes.js';
import { joinEarlier } from './join-earlier.js';
import { paintOver } from '../annotations/paint-over.js';

/** What a chart draws, and out of which needs. */
export interface ComparedChart extends HeaderSource {
  needs(): readonly Need[];
  specOf(frames: readonly (Frame | null)[]): PlotSpec | null;
}

interface Drawn {
  readonly earlier: EarlierMarks;
  readonly outlines: readonly EarlierOutline[];
}

const NOTHING: EarlierMarks = {
  name: '',
  times: new Float64Array(),
  moments: new Float64Array(),
  marks: [],
};

/** Shapes that have no values to lay under others. */
const NOT_COMPARED = new Set(['intervals', 'events']);

/** Draws what a chart had in the range that its time frame compares with. */
export class EarlierLayer {
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #chart: ComparedChart;
  readonly #failed: (error: Error) => void;
  readonly #answers: EarlierAnswers;
  readonly #header: HeaderChanges;
  readonly #stopPainting: () => void;
  /** How many of the needs are drawn; those after them are for the header. */
  #drawnNeeds = 0;
  /** What the last drawing was made of. */
  #of: readonly unknown[] = [];
  #drawn: Drawn | null = null;
  #dressed: { readonly spec: PlotSpec; readonly low: number; readonly high: number } | null = null;
  #told = '';

  /** `element` is the one of the plot; `failed` is told in words, once for each failure that differs from the one before. */
  constructor(
    element: Element,
    plot: Plot,
    store: TimeframeStore,
    chart: ComparedChart,
    failed: (error: Error) => void,
  ) {
    this.#plot = plot;
    this.#store = store;
    this.#chart = chart;
    this.#failed = failed;
    this.#header = new HeaderChanges(element, store, chart);
    plot.dress = this.#dress;
    plot.under = this.#paintUnder;
    this.#stopPainting = paintOver(plot, this.#paintOver);
    this.#answers = new EarlierAnswers(
      store,
      element,
      () => this.#needs(),
      () => this.#changed(),
    );
  }

  /** The chart may need something else. */
  update(): void {
    this.#answers.update();
    this.#writeHeader();
  }

  remove(): void {
    this.#answers.close();
    this.#header.remove();
    this.#plot.dress = undefined;
    this.#plot.under = undefined;
    this.#stopPainting();
  }

  #needs(): readonly Need[] {
    const needs = this.#chart.needs();
    // One value for the whole range is for the header, and not drawn.
    const lines = needs.filter(({ step }) => step !== 'range');
    const drawn = lines[0] && NOT_COMPARED.has(lines[0].shape) ? [] : lines;
    this.#drawnNeeds = drawn.length;
    return [...drawn, ...needs.filter(({ step }) => step === 'range')];
  }

  #writeHeader(): void {
    const { frames, compare } = this.#answers;
    this.#header.write(frames.slice(this.#drawnNeeds), compare);
  }

  #changed(): void {
    const { error, compare } = this.#answers;
    const why = error?.message ?? '';
    if (why && why !== this.#told) this.#failed(new Error(COMPARISON_WORDS.failed(comparisonName(compare), why)));
    this.#told = why;
    this.#writeHeader();
    requestDraw(this.#plot);
  }

  /** Puts the earlier marks into a specification, and makes room for them on its axis. */
  readonly #dress = (wanted: Wanted): Wanted => {
    const { spec, view } = wanted;
    const { frames, compare } = this.#answers;
    const of = [spec, frames, compare, view.hidden, view.timezone];
    if (of.some((part, i) => part !== this.#of[i])) {
      this.#of = of;
      this.#dressed = null;
      this.#drawn = this.#join(spec, view);
    }
    if (!this.#drawn) return wanted;
    const { earlier, outlines } = this.#drawn;
    const [low, high] = earlierExtent(outlines, earlier, spec.step, view);
    // The same object while it says the same: what is laid out is kept.
    if (this.#dressed?.low !== low || this.#dressed.high !== high) {
      const { y } = spec;
      const reach = { min: Math.min(low, y.min ?? low), max: Math.max(high, y.max ?? high) };
      // The rows of a heatmap stay as they are.
      const wider = low <= high && !spec.buckets;
      const name = comparisonName(compare);
      const titled = { ...earlier, title: low > high ? COMPARISON_WORDS.noData(name) : name };
      this.#dressed = { spec: { ...spec, earlier: titled, ...(wider && { y: { ...y, ...reach } }) }, low, high };
    }
    return { spec: this.#dressed.spec, view };
  };

  #join(spec: PlotSpec, { hidden, timezone: zone }: PlotView): Drawn | null {
    const { compare, errors } = this.#answers;
    const frames = this.#answers.frames.slice(0, this.#drawnNeeds);
    if (!compare || this.#drawnNeeds === 0 || (!frames[0] && !errors[0])) return null;
    const before = frames[0] ? this.#chart.specOf(frames) : null;
    const shift = comparisonShift(compare, this.#store.state.range, zone);
    const earlier = before && joinEarlier(spec, before, { shift, zone, name: comparisonName(compare) });
    return earlier ? { earlier, outlines: earlierOutlines(spec, earlier, hidden) } : { earlier: NOTHING, outlines: [] };
  }

  readonly #paintUnder: Layer = (painter, plot) => {
    const { earlier, buckets } = painter.layout.spec;
    if (this.#drawn && earlier && !buckets) paintEarlierLines(painter, plot, this.#drawn.earlier, this.#drawn.outlines);
  };

  readonly #paintOver: Layer = (painter, plot) => {
    if (!this.#drawn || !this.#dressed || !painter.layout.spec.earlier) return;
    const { earlier, outlines } = this.#drawn;
    const { low, high } = this.#dressed;
    // Under cells lines would be out of sight.
    if (painter.layout.spec.buckets) paintEarlierLines(painter, plot, earlier, outlines, true);
    paintEarlierOutlines(painter, plot, earlier, outlines);
    paintEarlierName(painter, plot, low > high ? [] : outlines);
  };
}
