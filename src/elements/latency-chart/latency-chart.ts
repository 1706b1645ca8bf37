import { property } from 'lit/decorators.js';
import { formatValue, USUAL_QUANTILES, WORDS, type Frame } from '../../core/index.js';
import type { PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { loadLate } from '../base/load-late.js';
import { ChartElement } from '../chart/chart-element.js';
import type { HeaderValue } from '../chart/header-value.js';
import { seriesFrom } from '../chart/spec-ground.js';
import type * as heatmap from '../heatmap/heatmap-form.js';
import { latencySpec, quantileName, quantileValues, seriesOf } from './latency-spec.js';
import { parseQuantiles } from './parse-quantiles.js';

const heatmapForm = loadLate(() => import('../heatmap/heatmap-form.js'));
const LINES = 'lines';
const USUAL_METRIC = 'latency';

/** What the attribute `quantiles` was read as. */
interface ParsedQuantiles {
  readonly from: unknown;
  readonly quantiles: readonly number[];
  readonly problem: Error | null;
}

/**
 * Latency percentiles as lines, with their values over the whole range in the header; as `heatmap` over the buckets.
 *
 * @tagname ie-latency-chart
 * @cssprop --ie-heat - The fullest bucket of a heatmap.
 */
export class LatencyChart extends ChartElement {
  /** Which distribution of the source: `latency`, `time-to-first-token`, `time-per-output-token`. */
  @property() metric: string | null = USUAL_METRIC;

  /**
   * The quantiles to draw, between 0 and 1, separated by spaces; as a property also an array of numbers.
   *
   * @default '0.99 0.95 0.9 0.5'
   */
  @property() quantiles: string | readonly number[] | null = USUAL_QUANTILES.join(' ');

  /** `lines`, or `heatmap`: time by bucket, coloured by count, under the lines; it needs a source that gives buckets. */
  @property() view: string | null = LINES;

  protected override readonly defaultHeading = WORDS.latencyHeading;
  #parsed: ParsedQuantiles | null = null;

  protected override needs(): readonly Need[] {
    const need = {
      metric: this.metric || USUAL_METRIC,
      shape: 'series',
      by: ['quantile'],
      quantiles: this.#quantiles(),
    } as const;
    return [
      { ...need, step: 'line' },
      { ...need, step: 'range' },
    ];
  }

  protected override specOf([frame]: readonly (Frame | null)[]): PlotSpec {
    return latencySpec(seriesFrom(frame), this.#quantiles());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.view && this.view !== LINES && !this.form)
      void this.bring(changed, heatmapForm, (loaded) => this.#use(loaded));
    super.willUpdate(changed);
  }

  protected override notesOn(answer: Frame): readonly string[] {
    const frame = seriesFrom(answer);
    if (frame.series.length === 0) return [];
    const counts = this.#quantiles().map((quantile) => ({ quantile, count: seriesOf(frame, quantile).length }));
    const names = (fits: (count: number) => boolean): string =>
      counts.flatMap(({ quantile, count }) => (fits(count) ? quantileName(quantile) : [])).join(', ');
    const missing = names((count) => count === 0);
    const several = names((count) => count > 1);
    return [...(missing ? [WORDS.missingSeries(missing)] : []), ...(several ? [WORDS.severalSeries(several)] : [])];
  }

  protected override problem(): Error | null {
    return this.#read().problem;
  }

  /** From a query over the whole range: percentiles are never joined from those of the steps. */
  protected override headerValues([whole = null]: readonly (Frame | null)[]): readonly HeaderValue[] {
    return this.#quantiles().map((quantile) => {
      const values = whole?.kind === 'series' ? quantileValues(whole, quantile) : undefined;
      const amount = values?.[0] ?? NaN;
      const unit = 'seconds';
      return {
        label: quantileName(quantile),
        value: formatValue(amount, unit, { locale: this.store?.state.locale }),
        amount,
        unit,
      };
    });
  }

  #use({ HeatmapForm, heatmapMarks }: typeof heatmap): void {
    this.marks = heatmapMarks;
    this.form = new HeatmapForm(this, () => ({
      view: this.view,
      quantiles: this.#quantiles(),
      state: this.store?.state,
    }));
  }

  #quantiles(): readonly number[] {
    return this.#read().quantiles;
  }

  /** What the attribute says; the usual quantiles where it has none, or none that can be read. */
  #read(): ParsedQuantiles {
    if (this.#parsed?.from === this.quantiles) return this.#parsed;
    const from = this.quantiles;
    let problem: Error | null = null;
    let quantiles = USUAL_QUANTILES;
    try {
      if (from) quantiles = parseQuantiles(from);
    } catch (reason) {
      if (reason instanceof Error) problem = reason;
    }
    return (this.#parsed = { from, quantiles, problem });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-latency-chart': LatencyChart;
  }
}
