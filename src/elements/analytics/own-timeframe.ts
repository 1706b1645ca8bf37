import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnnotationSource, Source, SourceFunction, TimeRange } from '../../core/index.js';
import type { ReplicaChoice, SavedState, TimeframeStore, TimeframeState } from '../../timeframe/index.js';

/** An element that stands within a time frame of its own, and hands on all that this can be set to. */
export abstract class OwnTimeframe extends LitElement {
  protected readonly ownTimeframe = document.createElement('ie-timeframe');

  /** What is shown at first and at home, as of `<ie-timeframe>`. */
  @property()
  get range(): string {
    return this.ownTimeframe.range;
  }
  set range(range: string | TimeRange | null) {
    this.ownTimeframe.range = range;
  }

  /** Begin of a fixed range. */
  @property()
  get from(): string {
    return this.ownTimeframe.from;
  }
  set from(from: string | number | Date | null) {
    this.ownTimeframe.from = from;
  }

  /** End of a fixed range. */
  @property()
  get to(): string {
    return this.ownTimeframe.to;
  }
  set to(to: string | number | Date | null) {
    this.ownTimeframe.to = to;
  }

  /** How often new data are asked for. */
  @property()
  get refresh(): string {
    return this.ownTimeframe.refresh;
  }
  set refresh(refresh: string | number | null) {
    this.ownTimeframe.refresh = refresh;
  }

  /** Refreshes on a hidden page and charts out of sight, too. */
  @property({ type: Boolean, attribute: 'refresh-hidden' })
  get refreshHidden(): boolean | null {
    return this.ownTimeframe.refreshHidden;
  }
  set refreshHidden(refreshHidden: boolean | null) {
    this.ownTimeframe.refreshHidden = refreshHidden;
  }

  /** The replicas that are shown. */
  @property()
  get replicas(): string {
    return this.ownTimeframe.replicas;
  }
  set replicas(replicas: string | ReplicaChoice) {
    this.ownTimeframe.replicas = replicas;
  }

  /** The earlier range that is drawn under the one that is shown: `1d`, `1w`, `previous`. */
  @property()
  get compare(): string {
    return this.ownTimeframe.compare;
  }
  set compare(compare: string | null) {
    this.ownTimeframe.compare = compare;
  }

  /** The view that is shown: `requests`, `compute`, `timeline` or `tokens`. */
  @property()
  get view(): string {
    return this.ownTimeframe.view;
  }
  set view(view: string | null) {
    this.ownTimeframe.view = view;
  }

  /** The zone of all times. */
  @property()
  get timezone(): string {
    return this.ownTimeframe.timezone;
  }
  set timezone(timezone: string | null) {
    this.ownTimeframe.timezone = timezone;
  }

  /** The language of numbers and dates. */
  @property()
  get locale(): string {
    return this.ownTimeframe.locale;
  }
  set locale(locale: string | null) {
    this.ownTimeframe.locale = locale;
  }

  /** Pages of the same group have one cursor, also in other tabs and frames. */
  @property()
  get group(): string {
    return this.ownTimeframe.group ?? '';
  }
  set group(group: string | null) {
    this.ownTimeframe.group = group;
  }

  /** Keeps what is chosen in the address of the page, as of `<ie-timeframe>`. */
  @property({ attribute: 'sync-url' })
  get syncUrl(): string | boolean | null {
    return this.ownTimeframe.syncUrl;
  }
  set syncUrl(syncUrl: string | boolean | null) {
    this.ownTimeframe.syncUrl = syncUrl;
  }

  /** Remembers what is chosen in the storage of the browser, under this name. */
  @property({ attribute: 'storage-key' })
  get storageKey(): string | null {
    return this.ownTimeframe.storageKey;
  }
  set storageKey(storageKey: string | null) {
    this.ownTimeframe.storageKey = storageKey;
  }

  /** Where the data come from; it wins over `prometheus`, `openmetrics` and sources in markup. */
  @property({ attribute: false })
  get source(): Source | null {
    return this.ownTimeframe.source;
  }
  set source(source: Source | SourceFunction | null) {
    this.ownTimeframe.source = source;
  }

  /** Deployments, incidents and notes on all charts, as of `<ie-timeframe>`. */
  @property({ attribute: false })
  get annotations(): AnnotationSource | null {
    return this.ownTimeframe.annotations;
  }
  set annotations(annotations: AnnotationSource | null) {
    this.ownTimeframe.annotations = annotations;
  }

  /** What is shown now. */
  get state(): TimeframeState {
    return this.ownTimeframe.state;
  }

  /** The state and the data behind this element. */
  get store(): TimeframeStore {
    return this.ownTimeframe.store;
  }

  /** What was chosen, as plain data that JSON keeps. */
  getState(): SavedState {
    return this.ownTimeframe.getState();
  }

  /** Shows what `getState()` gave, or a part of it, all at once. Throws a RangeError in words where it is not valid. */
  setState(saved: Parameters<TimeframeStore['setState']>[0]): void {
    this.ownTimeframe.setState(saved);
  }

  /** Shows the range that the attributes name. */
  home(): void {
    this.ownTimeframe.home();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    super.createRenderRoot().append(this.ownTimeframe);
    return this.ownTimeframe;
  }
}
