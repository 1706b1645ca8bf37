import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnnotationSource, Source, SourceFunction, TimeRange } from '../../core/index.js';
import type { PrometheusOptions } from '../../sources/index.js';
import type { ReplicaChoice, SavedState, Timeframe as Store, TimeframeState } from '../../timeframe/index.js';
import { OFFER } from '../base/source-offer.js';
import { analyticsStyles } from './analytics.styles.js';
import { panel, viewsFor, type PageView } from './panels.js';
import { Supply } from './supply.js';

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
export class Analytics extends LitElement {
  static override styles = analyticsStyles;

  readonly #timeframe = document.createElement('ie-timeframe');
  readonly #supply = new Supply(this.#timeframe, () => this.requestUpdate());
  #unsubscribe: (() => void) | null = null;

  constructor() {
    super();
    // What stands in this element may ask before there is a slot for it.
    this.addEventListener('context-request', (event) => {
      event.stopPropagation();
      const { context, contextTarget, callback } = event;
      this.#timeframe.dispatchEvent(Object.assign(new Event('context-request'), { context, contextTarget, callback }));
    });
    this.#timeframe.addEventListener('ie-error', ({ detail: { error } }) => {
      if (error.name === 'NoMetricError' && 'metric' in error) this.#supply.lacks(String(error.metric));
    });
    this.addEventListener(OFFER, (event) => {
      event.stopPropagation();
      this.#timeframe.dispatchEvent(new CustomEvent(OFFER, { detail: event.detail }));
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

  /** What is shown at first and at home, as of `<ie-timeframe>`. */
  @property()
  get range(): string {
    return this.#timeframe.range;
  }
  set range(range: string | TimeRange | null) {
    this.#timeframe.range = range;
  }

  /** Begin of a fixed range. */
  @property()
  get from(): string {
    return this.#timeframe.from;
  }
  set from(from: string | number | Date | null) {
    this.#timeframe.from = from;
  }

  /** End of a fixed range. */
  @property()
  get to(): string {
    return this.#timeframe.to;
  }
  set to(to: string | number | Date | null) {
    this.#timeframe.to = to;
  }

  /** How often new data are asked for. */
  @property()
  get refresh(): string {
    return this.#timeframe.refresh;
  }
  set refresh(refresh: string | number | null) {
    this.#timeframe.refresh = refresh;
  }

  /** Refreshes on a hidden page and charts out of sight, too. */
  @property({ type: Boolean, attribute: 'refresh-hidden' })
  get refreshHidden(): boolean {
    return this.#timeframe.refreshHidden;
  }
  set refreshHidden(refreshHidden: boolean) {
    this.#timeframe.refreshHidden = refreshHidden;
  }

  /** The replicas that are shown. */
  @property()
  get replicas(): string {
    return this.#timeframe.replicas;
  }
  set replicas(replicas: string | ReplicaChoice) {
    this.#timeframe.replicas = replicas;
  }

  /** The earlier range that is drawn under the one that is shown: `1d`, `1w`, `previous`. */
  @property()
  get compare(): string {
    return this.#timeframe.compare;
  }
  set compare(compare: string | null) {
    this.#timeframe.compare = compare;
  }

  /** The view that is shown: `requests`, `compute`, `timeline` or `tokens`. */
  @property()
  get view(): string {
    return this.#timeframe.view;
  }
  set view(view: string | null) {
    this.#timeframe.view = view;
  }

  /** The zone of all times. */
  @property()
  get timezone(): string {
    return this.#timeframe.timezone;
  }
  set timezone(timezone: string | null) {
    this.#timeframe.timezone = timezone;
  }

  /** The language of numbers and dates. */
  @property()
  get locale(): string {
    return this.#timeframe.locale;
  }
  set locale(locale: string | null) {
    this.#timeframe.locale = locale;
  }

  /** Pages of the same group have one cursor, also in other tabs and frames. */
  @property()
  get group(): string {
    return this.#timeframe.group ?? '';
  }
  set group(group: string | null) {
    this.#timeframe.group = group;
  }

  /** Keeps what is chosen in the address of the page, as of `<ie-timeframe>`. */
  @property({ attribute: 'sync-url' })
  get syncUrl(): string | boolean | null {
    return this.#timeframe.syncUrl;
  }
  set syncUrl(syncUrl: string | boolean | null) {
    this.#timeframe.syncUrl = syncUrl;
  }

  /** Remembers what is chosen in the storage of the browser, under this name. */
  @property({ attribute: 'storage-key' })
  get storageKey(): string | null {
    return this.#timeframe.storageKey;
  }
  set storageKey(storageKey: string | null) {
    this.#timeframe.storageKey = storageKey;
  }

  /** Where the data come from; it wins over `prometheus`, `openmetrics` and sources in markup. */
  @property({ attribute: false })
  get source(): Source | null {
    return this.#timeframe.source;
  }
  set source(source: Source | SourceFunction | null) {
    this.#timeframe.source = source;
  }

  /** Deployments, incidents and notes on all charts, as of `<ie-timeframe>`. */
  @property({ attribute: false })
  get annotations(): AnnotationSource | null {
    return this.#timeframe.annotations;
  }
  set annotations(annotations: AnnotationSource | null) {
    this.#timeframe.annotations = annotations;
  }

  /** What is shown now. */
  get state(): TimeframeState {
    return this.#timeframe.state;
  }

  /** The state and the data behind this element. */
  get store(): Store {
    return this.#timeframe.store;
  }

  /** What was chosen, as plain data that JSON keeps. */
  getState(): SavedState {
    return this.#timeframe.getState();
  }

  /** Shows what `getState()` gave, or a part of it, all at once. Throws a RangeError in words where it is not valid. */
  setState(saved: Parameters<Store['setState']>[0]): void {
    this.#timeframe.setState(saved);
  }

  /** Shows the range that the attributes name. */
  home(): void {
    this.#timeframe.home();
  }

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

  /** All stands within a time frame of its own. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    super.createRenderRoot().append(this.#timeframe);
    return this.#timeframe;
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
    if (prometheus) bring(import('../prometheus-source/prometheus-source.define.js'));
    if (openmetrics) bring(import('../openmetrics-source/openmetrics-source.define.js'));
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

/** Only a page that asks for it pays for it; its tag waits in the markup meanwhile. */
function bring(definition: Promise<unknown>): void {
  definition.catch((reason: unknown) => console.error(reason));
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-analytics': Analytics;
  }
}
