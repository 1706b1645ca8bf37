import { unsafeCSS, type ReactiveElement } from 'lit';
import { FrameError, HEATMAP_WORDS, type Frame, type Source } from '../../core/index.js';
import { heatAxis, heatmapMark, heatSheet, type MarkPainters, type PlotSpec } from '../../plot/index.js';
import type { Answer, Need, TimeframeState } from '../../timeframe/index.js';
import { adoptStyles } from '../chart/adopt-styles.js';
import type { ChartForm } from '../chart/chart-form.js';
import { heatmapSpec } from './heatmap-spec.js';

const SHEET = unsafeCSS(heatSheet);

/** How the marks of a heatmap are drawn. */
export const heatmapMarks: MarkPainters = { heatmap: heatmapMark, axis: heatAxis };

/** What the chart says now. */
export interface HeatmapSettings {
  /** `heatmap`, or `lines` for what the chart usually shows; anything else is a problem. */
  readonly view: string | null;
  readonly quantiles: readonly number[];
  readonly unit?: string;
  readonly state: TimeframeState | undefined;
}

/** A chart of a distribution as a heatmap, loaded with the first one; where there are no buckets, as what it usually is. */
export class HeatmapForm implements ChartForm {
  readonly #chart: ReactiveElement;
  readonly #settings: () => HeatmapSettings;
  /** Why there are no buckets. */
  #refusal: Error | null = null;
  /** Perhaps nothing could be had at all at that moment: once there are lines, buckets are asked for again. */
  #doubted = false;
  #refused = false;
  #of: readonly unknown[] = [];
  #metric = '';
  #problem: { readonly view: string; readonly error: Error } | null = null;

  constructor(chart: ReactiveElement, settings: () => HeatmapSettings) {
    this.#chart = chart;
    this.#settings = settings;
    adoptStyles(chart.renderRoot, SHEET);
  }

  /** Buckets in place of the first need; what was refused once is not asked of the same source again. */
  needs(usual: readonly Need[], source: Source | null | undefined): readonly Need[] {
    const [first, ...further] = usual;
    if (!first || !this.#on) return usual;
    const { metric, query } = first;
    const of = [metric, query, source];
    if (of.some((part, i) => part !== this.#of[i])) {
      this.#of = of;
      this.#metric = query ? '' : metric;
      this.#refusal = null;
      this.#refused = false;
    }
    if (this.#refusal) return usual;
    return [{ metric, ...(query && { query }), shape: 'histogram', by: [], step: 'bar' }, ...further];
  }

  /** An answer that says that there are no buckets: the lines are asked for instead. */
  takes(index: number, { error, frame }: Answer): boolean {
    if (index !== 0 || !this.#on) return false;
    if (this.#refusal) {
      if (error) this.#doubted = true;
      else if (frame?.kind === 'series' && this.#doubted) this.#decide(null, false);
      return false;
    }
    if (!error || frame?.kind === 'histogram') return false;
    // A source that knows no buckets says so by these; any other failure has to happen twice.
    this.#decide(error, !this.#refused && !(error instanceof RangeError || error instanceof FrameError));
    this.#refused = true;
    return true;
  }

  specOf([frame]: readonly (Frame | null)[], usual: () => PlotSpec | null): PlotSpec | null {
    if (!this.#on || this.#refusal) return usual();
    const { quantiles, unit = '', state } = this.#settings();
    return frame?.kind === 'histogram'
      ? heatmapSpec(frame, { metric: this.#metric, quantiles, unit, locale: state?.locale })
      : null;
  }

  get notes(): readonly string[] {
    return this.#on && this.#refusal ? [HEATMAP_WORDS.needsBuckets(this.#refusal.message)] : [];
  }

  get problem(): Error | null {
    const { view } = this.#settings();
    if (!view || view === 'lines' || view === 'heatmap') return null;
    if (this.#problem?.view !== view) this.#problem = { view, error: new RangeError(HEATMAP_WORDS.noView(view)) };
    return this.#problem.error;
  }

  get #on(): boolean {
    return this.#settings().view === 'heatmap';
  }

  #decide(refusal: Error | null, doubted: boolean): void {
    this.#refusal = refusal;
    this.#doubted = doubted;
    this.#chart.requestUpdate();
  }
}
