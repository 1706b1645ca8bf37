import { property } from 'lit/decorators.js';
import { METRICS, metricName, PAGE_WORDS, USUAL_QUANTILES, type Frame } from '../../core/index.js';
import { areaMark, barsMark, thresholdMark, type MarkPainters, type PlotSpec } from '../../plot/index.js';
import type { Need } from '../../timeframe/index.js';
import { loadLate } from '../base/load-late.js';
import { ChartElement } from '../chart/chart-element.js';
import { seriesFrom } from '../chart/spec-ground.js';
import type * as heatmap from '../heatmap/heatmap-form.js';
import { isMetricType, metricSpec, type MetricType } from './metric-spec.js';

const heatmapForm = loadLate(() => import('../heatmap/heatmap-form.js'));
const MARKS = { area: areaMark, bars: barsMark, threshold: thresholdMark };
const USUAL_TYPE = 'lines';
const HEATMAP = 'heatmap';

/** Labels that do not split a metric unless they are asked for. */
const UNASKED = new Set(['replica', 'status']);

/**
 * Any metric of the source, or any query in its own language, as lines, areas, bars or a heatmap.
 *
 * @tagname ie-metric-chart
 * @cssprop --ie-heat - The fullest bucket of a heatmap.
 */
export class MetricChart extends ChartElement {
  /** A metric of the table, or of the source's own. Tokens are shown by the second. */
  @property() metric: string | null = '';

  /** A query in the source's own language; it wins over `metric`. */
  @property() query: string | null = '';

  /** `lines`, `area`, `bars` (side by side), `stacked` (bars on one another) or, of a distribution, `heatmap`. */
  @property() type: string | null = USUAL_TYPE;

  /** The unit of the values: `requests`, `seconds`, `ratio`, `bytes`, or any word; that of the source by default. */
  @property() unit: string | null = '';

  /** Labels to keep apart, separated by spaces: `replica`; as a property also an array. */
  @property() by: string | readonly string[] | null = null;

  protected override marks: MarkPainters = MARKS;
  #checked: { readonly wrong: string; readonly problem: Error | null } | null = null;

  protected override get defaultHeading(): string {
    return this.query || metricName(this.metric || '');
  }

  protected override needs(): readonly Need[] {
    const { metric, query } = this;
    const type = this.#type();
    const known = METRICS.get(metric || '');
    const quantiles = known?.joining === 'never' && !query ? USUAL_QUANTILES : null;
    return [
      {
        metric: metric || '',
        ...(query && { query }),
        ...(quantiles && { quantiles }),
        shape: 'series',
        by: this.#by() ?? (query ? [] : (known?.labels ?? []).filter((label) => !UNASKED.has(label))),
        step: type === 'bars' || type === 'stacked' ? 'bar' : 'line',
      },
    ];
  }

  protected override specOf([frame]: readonly (Frame | null)[]): PlotSpec {
    return metricSpec(seriesFrom(frame), {
      // What a query counts only its owner knows.
      metric: (!this.query && this.metric) || '',
      type: this.#type(),
      unit: this.unit || '',
      slots: new Map(this.store?.state.knownReplicas.map(({ name, slot }) => [name, slot])),
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.type === HEATMAP && !this.form) void this.bring(changed, heatmapForm, (loaded) => this.#use(loaded));
    super.willUpdate(changed);
  }

  protected override problem(): Error | null {
    const { metric, query, type } = this;
    const isWrongType = type && type !== HEATMAP && !isMetricType(type);
    const wrong = metric || query ? (isWrongType ? PAGE_WORDS.badType(type) : '') : PAGE_WORDS.noMetric;
    if (this.#checked?.wrong !== wrong) this.#checked = { wrong, problem: wrong ? new RangeError(wrong) : null };
    return this.#checked.problem;
  }

  #use({ HeatmapForm, heatmapMarks }: typeof heatmap): void {
    this.marks = { ...MARKS, ...heatmapMarks };
    this.form = new HeatmapForm(this, () => ({
      view: this.type === HEATMAP ? HEATMAP : USUAL_TYPE,
      quantiles: USUAL_QUANTILES,
      unit: this.unit || '',
      state: this.store?.state,
    }));
  }

  #type(): MetricType {
    return this.type && isMetricType(this.type) ? this.type : USUAL_TYPE;
  }

  #by(): readonly string[] | null {
    const { by } = this;
    return typeof by === 'string' ? by.split(/[\s,]+/).filter(Boolean) : by;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-metric-chart': MetricChart;
  }
}
