import { comparisonName, comparisonShift, COMPARISON_WORDS, type Frame } from '../../core/index.js';
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
} from '../../plot/index.js';
import type { Need, Timeframe } from '../../timeframe/index.js';
import { EarlierAnswers } from './earlier-answers.js';
import { joinEarlier } from './join-earlier.js';
import { paintOver } from './paint-over.js';

/** What a chart draws, and out of which needs. */
export interface ComparedChart {
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
const NOT_COMPARED = new Set(['histogram', 'intervals', 'events']);

/** Draws what a chart had in the range that its time frame compares with. */
export class EarlierLayer {
  readonly #plot: Plot;
  readonly #store: Timeframe;
  readonly #chart: ComparedChart;
  readonly #failed: (error: Error) => void;
  readonly #answers: EarlierAnswers;
  readonly #stopPainting: () => void;
  /** What the last drawing was made of. */
  #of: readonly unknown[] = [];
  #drawn: Drawn | null = null;
  #dressed: { readonly spec: PlotSpec; readonly low: number; readonly high: number } | null = null;
  #told = '';

  /** `element` is the one of the plot; `failed` is told in words, once for each failure that differs from the one before. */
  constructor(element: Element, plot: Plot, store: Timeframe, chart: ComparedChart, failed: (error: Error) => void) {
    this.#plot = plot;
    this.#store = store;
    this.#chart = chart;
    this.#failed = failed;
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
  }

  remove(): void {
    this.#answers.close();
    this.#plot.dress = undefined;
    this.#plot.under = undefined;
    this.#stopPainting();
  }

  #needs(): readonly Need[] {
    // One value for the whole range is for the header, and not drawn.
    const needs = this.#chart.needs().filter(({ step }) => step !== 'range');
    return needs[0] && NOT_COMPARED.has(needs[0].shape) ? [] : needs;
  }

  #changed(): void {
    const { error, compare } = this.#answers;
    const why = error?.message ?? '';
    if (why && why !== this.#told) this.#failed(new Error(COMPARISON_WORDS.failed(comparisonName(compare), why)));
    this.#told = why;
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
      this.#dressed = { spec: { ...spec, earlier, ...(low <= high && { y: { ...y, ...reach } }) }, low, high };
    }
    return { spec: this.#dressed.spec, view };
  };

  #join(spec: PlotSpec, { hidden, timezone: zone }: PlotView): Drawn | null {
    const { frames, compare, errors } = this.#answers;
    if (!compare || (!frames[0] && !errors[0])) return null;
    const before = frames[0] ? this.#chart.specOf(frames) : null;
    const shift = comparisonShift(compare, this.#store.state.range, zone);
    const earlier = before && joinEarlier(spec, before, { shift, zone, name: comparisonName(compare) });
    return earlier ? { earlier, outlines: earlierOutlines(spec, earlier, hidden) } : { earlier: NOTHING, outlines: [] };
  }

  readonly #paintUnder: Layer = (painter, plot) => {
    if (this.#drawn && painter.layout.spec.earlier)
      paintEarlierLines(painter, plot, this.#drawn.earlier, this.#drawn.outlines);
  };

  readonly #paintOver: Layer = (painter, plot) => {
    if (!this.#drawn || !this.#dressed || !painter.layout.spec.earlier) return;
    const { earlier, outlines } = this.#drawn;
    const { low, high } = this.#dressed;
    paintEarlierOutlines(painter, plot, earlier, outlines);
    const name = comparisonName(this.#answers.compare);
    if (low > high) paintEarlierName(painter, plot, COMPARISON_WORDS.noData(name), []);
    else paintEarlierName(painter, plot, name, outlines);
  };
}
