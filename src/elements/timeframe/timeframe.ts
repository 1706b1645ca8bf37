import type { Context, ContextEvent } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  formatDuration,
  rangeText,
  absoluteRange,
  type Source,
  type SourceFunction,
  type TimeRange,
} from '../../core/index.js';
import { LEFT } from '../base/timeframe-link.js';
import { asSource } from '../../sources/index.js';
import { Timeframe as Store, timeframeContext, type Settings, type TimeframeState } from '../../timeframe/index.js';
import type { EventDetails } from '../events.js';

/**
 * The context of all charts inside it, or of those that name its id: range, refresh, replicas, source and cursor.
 * It draws nothing and takes no part in the layout.
 *
 * @tagname ie-timeframe
 * @slot - Toolbar, charts and anything else.
 * @fires {CustomEvent<{ range: TimeRange, text: string }>} ie-range-change - Another range is shown.
 * @fires {CustomEvent<{ replicas: readonly string[] | null }>} ie-replicas-change - Other replicas are shown.
 * @fires {CustomEvent<{ error: Error }>} ie-error - An attribute or property has a value that is not understood.
 */
export class Timeframe extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The state and the data behind this element; usable without any element too. */
  readonly store = new Store();

  #settings: Partial<Settings> = {};
  readonly #problems = new Map<string, Error>();
  #shown: TimeframeState = this.store.state;
  #unsubscribe: (() => void) | null = null;

  constructor() {
    super();
    this.addEventListener('context-request', (event) => this.#give(event));
  }

  /** What is shown at first and at home: `1h`, `now-6h`, `now/d`, `FROM/TO` in ISO 8601; as a property also `{ from, to }`. */
  @property()
  get range(): string {
    const { range } = this.#settings;
    return typeof range === 'object' && range ? rangeText(absoluteRange(range)) : (range ?? '');
  }
  set range(range: string | TimeRange | null) {
    this.#set({ range });
  }

  /** Begin of a fixed range, ISO 8601 or ms; together with `to` it wins over `range`. */
  @property()
  get from(): string {
    return text(this.#settings.from);
  }
  set from(from: string | number | Date | null) {
    this.#set({ from });
  }

  /** End of a fixed range, ISO 8601 or ms. */
  @property()
  get to(): string {
    return text(this.#settings.to);
  }
  set to(to: string | number | Date | null) {
    this.#set({ to });
  }

  /** How often new data are asked for: a duration such as `30s`, or `off`. */
  @property()
  get refresh(): string {
    const { refresh } = this.#settings;
    return typeof refresh === 'number' ? formatDuration(refresh) : (refresh ?? '');
  }
  set refresh(refresh: string | number | null) {
    this.#set({ refresh });
  }

  /** The replicas that are shown, separated by spaces or commas, or `all`; as a property also an array of names. */
  @property()
  get replicas(): string {
    const { replicas } = this.#settings;
    return typeof replicas === 'string' ? replicas : (replicas?.join(' ') ?? '');
  }
  set replicas(replicas: string | readonly string[] | null) {
    this.#set({ replicas });
  }

  /** The zone of all times: an IANA name or `UTC`; default is the browser's. */
  @property()
  get timezone(): string {
    return this.#settings.timezone ?? '';
  }
  set timezone(timezone: string | null) {
    this.#set({ timezone });
  }

  /** The language of numbers and dates, a BCP 47 tag; default is the browser's. */
  @property()
  get locale(): string {
    return this.#settings.locale ?? '';
  }
  set locale(locale: string | null) {
    this.#set({ locale });
  }

  /** Where the data come from: a source, or a function that answers a request. */
  @property({ attribute: false })
  get source(): Source | null {
    return this.store.source;
  }
  set source(source: Source | SourceFunction | null) {
    this.#try('source', () => {
      this.store.source = source === null ? null : asSource(source);
    });
  }

  /** What is shown now. */
  get state(): TimeframeState {
    return this.store.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe((state) => this.#changed(state));
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#onVisibility();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.store.setPageHidden(true);
    this.dispatchEvent(new Event(LEFT));
  }

  /** Shows the range that the attributes name. */
  home(): void {
    this.store.request({ type: 'home' });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Answers a chart inside that asks for its time frame, by the community's context protocol. */
  #give(event: ContextEvent<Context<unknown, unknown>>): void {
    if (event.context !== timeframeContext) return;
    event.stopPropagation();
    event.callback(this.store);
  }

  #set(settings: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...settings };
    this.#try(Object.keys(settings).join(), () => this.store.configure(settings));
  }

  /** What a setting throws is told on the charts, until that setting is mended. */
  #try(setting: string, act: () => void): void {
    this.#problems.delete(setting);
    try {
      act();
    } catch (reason) {
      const error = reason instanceof Error ? reason : new Error(String(reason));
      this.#problems.set(setting, error);
      this.#emit('ie-error', { error });
    }
    this.store.report([...this.#problems.values()].at(-1) ?? null);
  }

  #changed(state: TimeframeState): void {
    const before = this.#shown;
    this.#shown = state;
    const { range, rangeText: label, replicas } = state;
    if (range.from !== before.range.from || range.to !== before.range.to) {
      this.#emit('ie-range-change', { range, text: label });
    }
    if (replicas !== before.replicas) this.#emit('ie-replicas-change', { replicas });
  }

  #emit<Name extends keyof EventDetails>(type: Name, detail: EventDetails[Name]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  readonly #onVisibility = (): void => this.store.setPageHidden(document.hidden);
}

function text(moment: string | number | Date | null | undefined): string {
  if (moment === null || moment === undefined) return '';
  return typeof moment === 'string' ? moment : new Date(moment).toISOString();
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-timeframe': Timeframe;
  }
}
