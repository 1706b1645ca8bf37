import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isNoMetricError } from '../../core/index.js';
import type { PrometheusOptions } from '../../sources/index.js';
import { loadLate } from '../base/load-late.js';
import { OFFER } from '../base/source-offer.js';
import { analyticsStyles } from './analytics.styles.js';
import { OwnTimeframe } from './own-timeframe.js';
import { panel, viewsFor, type PageView } from './panels.js';
import { Supply } from './supply.js';

// Only a page that asks for one pays for it; its tag waits in the markup meanwhile.
const prometheusSource = loadLate(() => import('../prometheus-source/prometheus-source.define.js'));
const openmetricsSource = loadLate(() => import('../openmetrics-source/openmetrics-source.define.js'));

/**
 * The whole page in one tag: toolbar, numbers over the range, and charts in views. It takes what `<ie-timeframe>` takes.
 * A panel whose metric the source does not have stays away, and the others close up.
 *
 * @tagname ie-analytics
 * @slot - Sources in markup, and views of the page's own: `<ie-view>`.
 * @slot toolbar - In place of the toolbar.
 * @slot controls - Controls of the page's own at the end of the toolbar.
 * @slot requests - In place of the view of this name; as well `compute`, `timeline`, `tokens`.
 * @slot requests-stats - In place of the boxes of the view; as well `tokens-stats`.
 * @slot requests-chart - In place of the chart; as well `pending-chart`, `latency-chart`, `replica-status`, `cpu`,
 *   `memory`, `gpu`, `gpu-memory`, `replica-timeline`, `tokens-chart`, `time-to-first-token`, `time-per-output-token`,
 *   `queue`, `batch`, `kv-cache`.
 * @csspart toolbar-row - The toolbar.
 * @csspart stats - The boxes of a view.
 * @csspart charts - The charts of a view.
 * @cssprop [--ie-gap=16px] - Room between boxes and charts.
 * @cssprop [--ie-page] - The ground of the page.
 * @fires {CustomEvent<{ range: TimeRange, text: string }>} ie-range-change - Another range is shown, or about to be: one
 *   that somebody chose can be refused by `preventDefault()`.
 * @fires {CustomEvent<{ replicas: readonly string[] | null, except: readonly string[] | null }>} ie-replicas-change - The
 *   same of other replicas; `except` are those that are left out, where all others are shown.
 * @fires {CustomEvent<{ view: string }>} ie-view-change - The same of another view.
 * @fires {CustomEvent<{ automatic: boolean }>} ie-refresh - New data are about to be asked for; can be refused.
 * @fires {CustomEvent<{ time: number | null, pinned: number | null }>} ie-cursor - The cursor is at another time, or pinned.
 * @fires {CustomEvent<{ error: Error }>} ie-error - A setting is not understood, or data could not be had.
 */
export class Analytics extends OwnTimeframe {
  static override styles = analyticsStyles;

  readonly #supply = new Supply(this.ownTimeframe, () => this.requestUpdate());
  #unsubscribe: (() => void) | null = null;

  constructor() {
    super();
    // What stands in this element may ask before there is a slot for it.
    this.addEventListener('context-request', (event) => {
      event.stopPropagation();
      const { context, contextTarget, callback } = event;
      this.ownTimeframe.dispatchEvent(
        Object.assign(new Event('context-request'), { context, contextTarget, callback }),
      );
    });
    this.ownTimeframe.addEventListener('ie-error', ({ detail: { error } }) => {
      if (isNoMetricError(error)) this.#supply.lacks(error.metric);
    });
    this.addEventListener(OFFER, (event) => {
      event.stopPropagation();
      this.ownTimeframe.dispatchEvent(new CustomEvent(OFFER, { detail: event.detail }));
    });
  }

  /** Where a Prometheus is, as the `url` of `<ie-prometheus-source>`. */
  @property() prometheus: string | null = '';

  /** Where servers print their metrics, as the `url` of `<ie-openmetrics-source>`. */
  @property() openmetrics: string | null = '';

  /** Names of the profiles of either: `vllm kubernetes dcgm`, `huggingface`. */
  @property() profile: string | null = '';

  /** Matchers that choose the endpoint in the Prometheus; as a property also an object by profile. */
  @property() selector: PrometheusOptions['selector'] | null = '';

  /** Headers of each request to either: an object, or a function. */
  @property({ attribute: false }) headers: PrometheusOptions['headers'] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { store } = this;
    this.#unsubscribe = store.subscribe((state) => this.#supply.follow(state));
    this.#supply.follow(store.state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#supply.close();
  }

  protected override render(): TemplateResult {
    const slotted = new Set(Array.from(this.children, ({ slot }) => slot));
    return html`${this.#sources()}
      <slot name="toolbar"
        ><ie-toolbar
          part="toolbar-row"
          exportparts="toolbar, replicas, views, range, range-button, range-panel, back, steps, forward, home, earlier, later, wider, narrower"
          ><slot name="controls"></slot></ie-toolbar
      ></slot>
      ${viewsFor(this.#supply, slotted).map((view) => this.#view(view))}
      <slot></slot>`;
  }

  #sources(): TemplateResult {
    const { prometheus, openmetrics, profile, selector, headers } = this;
    if (prometheus) void prometheusSource();
    if (openmetrics) void openmetricsSource();
    return html`${
      prometheus
        ? html`<ie-prometheus-source
            .url=${prometheus}
            .profile=${profile}
            .selector=${selector}
            .headers=${headers}
          ></ie-prometheus-source>`
        : nothing
    }${
      openmetrics
        ? html`<ie-openmetrics-source
            .url=${openmetrics}
            .profile=${profile}
            .headers=${headers}
          ></ie-openmetrics-source>`
        : nothing
    }`;
  }

  #view({ name, label, stats, charts }: PageView): TemplateResult {
    return html`<ie-view name=${name} label=${label}
      ><slot name=${name}>
        ${
          stats.length > 0
            ? html`<div class="stats of-${stats.length}" part="stats">
                <slot name="${name}-stats">${stats.map((one) => panel(one, this.#supply))}</slot>
              </div>`
            : nothing
        }
        <div class="charts" part="charts">${charts.map((one) => panel(one, this.#supply))}</div>
      </slot></ie-view
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-analytics': Analytics;
  }
}
