import type { Context, ContextEvent } from '@lit/context';
import { css, html, LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  formatDuration,
  rangeText,
  absoluteRange,
  printable,
  type AnnotationSource,
  type Source,
  type SourceFunction,
  type TimeRange,
} from '../../core/index.js';
import { emit } from '../base/emit.js';
import { loadLate } from '../base/load-late.js';
import { OFFER, type SourceOffer } from '../base/source-offer.js';
import { LEFT } from '../base/timeframe-link.js';
import { asSource } from '../../sources/index.js';
import {
  TimeframeStore,
  timeframeContext,
  type ReplicaChoice,
  type SavedState,
  type Settings,
  type TimeframeState,
} from '../../timeframe/index.js';
import { watchPage } from './page-watch.js';
import { Problems } from './problems.js';
import type { RefreshTurns } from './refresh-turns.js';
import { StateEvents } from './state-events.js';

const shownAnnotations = loadLate(() => import('./shown-annotations.js'));
const refreshTurns = loadLate(() => import('./refresh-turns.js'));

/** The first queries wait no longer for what was kept outside, ms. */
const HOLD = 3_000;

/**
 * The context of all charts inside it, or of those that name its id: range, refresh, replicas, source and cursor.
 * It draws nothing and takes no part in the layout.
 *
 * @tagname ie-timeframe
 * @slot - Toolbar, charts and anything else.
 * @fires {CustomEvent<{ range: TimeRange, text: string }>} ie-range-change - Another range is shown, or about to be: one
 *   that somebody chose can be refused by `preventDefault()`.
 * @fires {CustomEvent<{ replicas: readonly string[] | null, except: readonly string[] | null }>} ie-replicas-change - The
 *   same of other replicas; `except` are those that are left out, where all others are shown.
 * @fires {CustomEvent<{ view: string }>} ie-view-change - The same of another view.
 * @fires {CustomEvent<{ automatic: boolean }>} ie-refresh - New data are about to be asked for; can be refused.
 * @fires {CustomEvent<{ time: number | null, pinned: number | null }>} ie-cursor - The cursor is at another time, or pinned; once for all that one event moves.
 * @fires {CustomEvent<{ error: Error }>} ie-error - An attribute or property, the address or the storage has a value that
 *   is not understood.
 */
export class Timeframe extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  readonly #store = new TimeframeStore();
  /** The property `source` as it was set; `null` leaves it to the sources in markup. */
  #own: Source | null = null;
  /** Those in markup. */
  #offered: Source | null = null;
  #annotations: AnnotationSource | null = null;
  #settings: Partial<Settings> = {};
  /** Settings came that the store does not have yet. */
  #pending = false;
  #telling = false;
  readonly #problems = new Problems();
  readonly #events = new StateEvents(this, this.#store.state);
  #undo: readonly (() => void)[] = [];
  /** What tells others of the cursor is loaded when there is something to tell. */
  readonly #linkCursor = loadLate(() => this.#bring(import('./cursor-link.js')));
  /** What was kept outside is read before anything is asked. */
  readonly #keep = loadLate(() => {
    this.#store.hold(HOLD);
    return this.#bring(import('./kept-state.js'));
  });
  #turns: Promise<RefreshTurns | null> | null = null;

  constructor() {
    super();
    this.addEventListener('context-request', (event) => this.#give(event));
    this.addEventListener(OFFER, (event) => this.#accept(event));
    const stop = this.#store.cursor.subscribe(() => {
      stop();
      void this.#linkCursor();
    });
    this.#guard(this.#store);
  }

  /** The state and the data behind this element; usable without any element too. */
  get store(): TimeframeStore {
    this.#apply();
    return this.#store;
  }

  /**
   * What is shown at first and at home: `1h`, `now-6h`, `now/d`, `FROM/TO` in ISO 8601, where `TO` may be `now`; as a
   * property also `{ from, to }`.
   */
  @property()
  get range(): string {
    return asText(this.#settings.range, (range) => rangeText(absoluteRange(range)));
  }
  set range(range: string | TimeRange | null) {
    this.#set({ range });
  }

  /**
   * Begin of the range, ISO 8601, ms, or `now-6h`, which goes on with the clock; it wins over `range`.
   */
  @property()
  get from(): string {
    return asText(this.#settings.from, isoText);
  }
  set from(from: string | number | Date | null) {
    this.#set({ from });
  }

  /** End of the range that `from` begins, as `from`; without it the range goes on until now. */
  @property()
  get to(): string {
    return asText(this.#settings.to, isoText);
  }
  set to(to: string | number | Date | null) {
    this.#set({ to });
  }

  /**
   * How often new data are asked for: a duration such as `30s`, `auto` (as often as a line gets a new point), `live`
   * (the range slides with each step), or `off`.
   */
  @property()
  get refresh(): string {
    return asText(this.#settings.refresh, formatDuration);
  }
  set refresh(refresh: string | number | null) {
    this.#set({ refresh });
  }

  /** Refreshes on a hidden page and charts out of sight, too: for displays on a wall. */
  @property({ type: Boolean, attribute: 'refresh-hidden' }) refreshHidden: boolean | null = false;

  /**
   * The replicas that are shown, separated by spaces or commas, or `all`; with `!` before them all others, also those
   * that come later. As a property also an array of names, or `{ except: [names] }`.
   */
  @property()
  get replicas(): string {
    return asText(this.#settings.replicas, (choice) =>
      'except' in choice ? `!${choice.except.join(' ')}` : choice.join(' '),
    );
  }
  set replicas(replicas: string | ReplicaChoice) {
    this.#set({ replicas });
  }

  /**
   * Draws an earlier range faintly under the one that is shown: `1d`, `1w` or another duration before, or `previous`,
   * the range just before; `off` for none. Days and weeks are those of the zone's calendar.
   */
  @property()
  get compare(): string {
    return this.#settings.compare ?? '';
  }
  set compare(compare: string | null) {
    this.#set({ compare });
  }

  /** Name of the `<ie-view>` that is shown; default is the first one. */
  @property()
  get view(): string {
    return this.#settings.view ?? '';
  }
  set view(view: string | null) {
    this.#set({ view });
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

  /** Time frames of the same group have one cursor, also in other tabs and frames of this origin. */
  @property() group: string | null = '';

  /**
   * Keeps what is chosen (range, replicas, view, refresh, compare) in the address of the page. Its text is put before the names of
   * the parameters, so that several time frames of a page have their own: `a` makes `a.range`.
   */
  @property({ attribute: 'sync-url' }) syncUrl: string | boolean | null = null;

  /**
   * Remembers what is chosen in the storage of the browser, and the ranges used recently, under this name. The address
   * wins over it.
   */
  @property({ attribute: 'storage-key' }) storageKey: string | null = null;

  /** Where the data come from: a source, or a function that answers a request. It wins over sources in markup. */
  @property({ attribute: false })
  get source(): Source | null {
    return this.#store.source;
  }
  set source(source: Source | SourceFunction | null) {
    this.#problems.try('source', () => {
      this.#own = asSource(source);
      this.#store.source = this.#own ?? this.#offered;
    });
    this.#tellSoon();
  }

  /**
   * Deployments, incidents and notes on all charts: a list of `{ at, until, label, kind }`, or a function of the range that
   * gives one.
   */
  @property({ attribute: false })
  get annotations(): AnnotationSource | null {
    return this.#annotations;
  }
  set annotations(annotations: AnnotationSource | null) {
    if (annotations === this.#annotations) return;
    this.#annotations = annotations;
    shownAnnotations()
      .then((loaded) => loaded?.showAnnotations(this))
      .catch(console.error);
  }

  /** What is shown now. */
  get state(): TimeframeState {
    return this.store.state;
  }

  override connectedCallback(): void {
    this.#events.begin(this.store.state);
    const unsubscribe = this.#store.subscribe((state) => this.#changed(state));
    // Here the address is read again: what that changes is told.
    super.connectedCallback();
    // Whoever listens around it hears of what was wrong before.
    this.#problems.forget();
    this.#tellSoon();
    this.#undo = [unsubscribe, watchPage('visibilitychange', this.#onVisibility)];
    this.#onVisibility();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const undo of this.#undo) undo();
    this.#store.setPageHidden(true);
    void this.#turns?.then((turns) => turns?.stop());
    this.#turns = null;
    this.dispatchEvent(new Event(LEFT));
  }

  /** What was chosen, as plain data that JSON keeps. */
  getState(): SavedState {
    return this.store.getState();
  }

  /**
   * Shows what `getState()` gave, or a part of it, all at once, and `null` nothing. Throws a RangeError in words and changes nothing where a
   * part is not valid.
   */
  setState(saved: Partial<Pick<Settings, keyof SavedState>> | null): void {
    this.store.setState(saved);
  }

  /** Shows the range that the attributes name. */
  home(): void {
    this.store.request({ type: 'home' });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.group) void this.#linkCursor();
    if (this.syncUrl || this.syncUrl === '' || this.storageKey) void this.#keep();
    if (!changed.has('refreshHidden')) return;
    this.#store.setRefreshHidden(this.refreshHidden ?? false);
    this.#onVisibility();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Where it cannot be loaded the page goes on without; what it holds up waits no longer than it says. */
  async #bring(loading: Promise<{ readonly Link: new (host: Timeframe) => ReactiveController }>): Promise<void> {
    const { Link } = await loading;
    this.addController(new Link(this));
  }

  /** Answers a chart inside that asks for its time frame, by the community's context protocol. */
  #give(event: ContextEvent<Context<unknown, unknown>>): void {
    if (event.context !== timeframeContext) return;
    event.stopPropagation();
    event.callback(this.store);
  }

  /** Takes the sources in markup, as long as the property `source` names none. */
  #accept(event: CustomEvent<SourceOffer>): void {
    event.stopPropagation();
    event.detail.accept(this, (source) => {
      this.#offered = source;
      this.#store.source = this.#own ?? source;
    });
  }

  /** Attributes and properties come one after the other: what they mean together is told once all are there. */
  #set(settings: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...settings };
    this.#pending = true;
    this.#tellSoon();
  }

  /** Gives the store all that is set, as one; where that fails, each part by itself, also what failed before. */
  #apply(): void {
    if (!this.#pending) return;
    this.#pending = false;
    const { range = null, from = null, to = null, ...others } = this.#settings;
    const apply = (name: string, part: Partial<Settings>): void =>
      this.#problems.try(name, () => this.#store.configure(part));
    apply('all', this.#settings);
    for (const [name, value] of Object.entries(others)) apply(name, { [name]: value });
    apply('range', { range, from, to });
    this.#problems.drop('all');
  }

  #tellSoon(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => this.#tell());
  }

  #tell(): void {
    this.#telling = false;
    this.#apply();
    const untold = this.#problems.take();
    this.#store.report(this.#problems.last);
    for (const error of untold) emit(this, 'ie-error', { error });
  }

  #changed(state: TimeframeState): void {
    if (state.refresh && state.now !== this.#events.told.now) this.#turns ??= this.#takeTurns();
    this.#events.tell(state);
  }

  /** The page may refuse what a hand or the clock wishes. */
  #guard(store: TimeframeStore): void {
    store.guard = (next, automatic = false) =>
      next ? this.#events.tell(next, true) : emit(this, 'ie-refresh', { automatic }, true);
  }

  /** Loaded with the first data, where they are refreshed; without it each window goes on alone. */
  async #takeTurns(): Promise<RefreshTurns | null> {
    const loaded = await refreshTurns();
    if (!loaded) this.#turns = null;
    return loaded?.takeRefreshTurns(this.#store, () => this.refreshHidden ?? false) ?? null;
  }

  readonly #onVisibility = (): void => {
    this.store.setPageHidden(document.hidden);
    void this.#turns?.then((turns) => turns?.pageChanged());
  };
}

const isoText = (moment: number | Date): string => new Date(moment).toISOString();

/** As an attribute would be written; what cannot be, because it is not valid, reads back as whatever text it has. */
function asText<T>(value: T | string | null | undefined, write: (value: T) => string): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  try {
    return write(value);
  } catch {
    return printable(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-timeframe': Timeframe;
  }
}
