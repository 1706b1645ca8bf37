import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { csvText, isSame, WORDS, type Frame, type TimeRange } from '../../core/index.js';
import { observeSize, Plot, visibleIndices, type MarkPainters, type PlotSpec } from '../../plot/index.js';
import type { Need, TimeframeStore, TimeframeState } from '../../timeframe/index.js';
import { nextFrame } from '../base/after-paint.js';
import { emit } from '../base/emit.js';
import { TimeframeElement } from '../base/element.js';
import { loadLate } from '../base/load-late.js';
import { observeSight } from '../base/sight.js';
import { card } from './card.js';
import { ChartAnswers, type Told } from './chart-answers.js';
import type { ChartForm } from './chart-form.js';
import { chartStyles } from './chart.styles.js';
import { chromeOf, type Chrome } from './chrome.js';
import type { HeaderValue } from './header-value.js';
import { help } from './help.js';
import type { Interaction } from './gestures/interaction.js';
import { legendEntry } from './legend.js';
import { MarkToggles } from './mark-toggles.js';

const NO_MARKS: MarkPainters = {};
const interaction = loadLate(() => import('./gestures/interaction.js'));

/** What of the time frame's state a chart draws or words. */
const DRAWN_STATE = ['range', 'timezone', 'locale', 'source', 'problem', 'refresh'] as const;

/**
 * What every chart is around its specification: a card with title, plot, legend and state.
 * A chart says what it needs and turns the answer into a specification; nothing else is its own.
 *
 * @slot title - The title, in place of the default.
 * @slot help - What the `?` in the header tells, in place of the attribute `help`.
 * @slot actions - Controls of the page's own, at the end of the header.
 * @csspart card - The whole chart.
 * @csspart header - The row with title, switches and values.
 * @csspart title - The title.
 * @csspart values - The values in the header.
 * @csspart change - How far one of them is from what it was, with `compare`.
 * @csspart help-button - The `?` in the header.
 * @csspart help - The box that it opens.
 * @csspart menu-button - What opens the menu, at the end of the header.
 * @csspart menu - The menu.
 * @csspart table - The data as a table, in place of the plot.
 * @csspart plot - The drawing area; takes the focus.
 * @csspart legend - The list of toggles.
 * @csspart legend-item - One toggle.
 * @csspart tooltip - The box with the values at the cursor.
 * @csspart readout - The values at the cursor of another chart.
 * @csspart switch - A switch in the header.
 * @cssprop [--ie-plot-height=260px] - Height of the drawing area.
 * @fires {CustomEvent<{ frame: Frame }>} ie-data - New data are shown.
 * @fires {CustomEvent<{ error: Error }>} ie-error - Data could not be had; the last good ones stay.
 */
export abstract class ChartElement extends TimeframeElement {
  static override styles = chartStyles;

  /** The title; the slot `title` wins over it. */
  @property() heading: string | null = '';

  /** What the `?` in the header tells; the slot `help` wins over it. */
  @property() help: string | null = '';

  /** Shows least, mean, highest and last value of each mark in the legend. The menu changes it without an attribute. */
  @property({ type: Boolean, attribute: 'legend-values' }) legendValues: boolean | null = false;

  /** What the chart asks for; how many there are never changes. The first says if the chart has data. */
  protected abstract needs(): readonly Need[];
  /** The specification, out of the answers to the needs; `null` is one that has not come, or cannot be drawn yet. */
  protected abstract specOf(frames: readonly (Frame | null)[]): PlotSpec | null;
  /** Another way to show the same, brought when it is wanted. */
  protected form: ChartForm | null = null;
  /** How many of the needs are drawn; those after them are for the header. */
  protected readonly drawnNeeds: number = 1;
  protected abstract readonly defaultHeading: string;
  protected readonly defaultHelp: string = '';
  /** What a reader must know of this frame, beside its own notices. */
  protected notesOn(_frame: Frame): readonly string[] {
    return [];
  }
  /** Values of the header out of the answers to the needs that are not drawn. */
  protected headerValues(_frames: readonly (Frame | null)[]): readonly HeaderValue[] {
    return [];
  }
  /** What is wrong with the chart's own attributes; it goes on with the usual ones. */
  protected problem(): Error | null {
    return null;
  }
  /** Switches after the title. */
  protected controls(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** What lies over the canvas. */
  protected overlay(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** After each drawing of a specification, in whatever size. */
  protected drawn?(spec: PlotSpec | undefined): void;
  /** How far lanes are scrolled, as in `PlotView`. */
  protected scrolled = 0;
  /** Kinds of marks that the chart brings itself, so that others need not fetch them. */
  protected marks: MarkPainters = NO_MARKS;

  readonly #answers = new ChartAnswers();
  #spec: PlotSpec | null = null;
  readonly #toggles = new MarkToggles({
    store: () => this.store,
    spec: () => this.#spec,
    legend: () => this.#chrome?.legend ?? [],
    changed: () => {
      this.requestUpdate();
      this.#refreshChrome();
    },
  });
  #plot: Plot | null = null;
  #interaction: Interaction | null = null;
  #undo: (() => void)[] = [];
  #state: TimeframeState | null = null;
  #chrome: Chrome | null = null;
  #problem: Error | null = null;
  #bringing = false;

  /** What the chart shows now, ms since the epoch; `null` before it has a time frame. */
  get visibleRange(): TimeRange | null {
    const state = this.store?.state;
    return state ? (state.preview ?? state.range) : null;
  }

  /** What is drawn is of a question before: another range or other replicas were chosen since. */
  protected get outdated(): boolean {
    return this.#answers.first?.outdated ?? false;
  }

  /** The frames that the chart draws. */
  get frames(): readonly Frame[] {
    return this.#answers.frames;
  }

  /**
   * All data of the frames as CSV: a line that says the step, `time,NAME…`, and a row for each step, its time in ISO 8601.
   * Throws a RangeError where `timezone`, an IANA name, is unknown.
   */
  toCSV(timezone = 'UTC'): string {
    const spec = this.#spec ?? this.specOf([]);
    if (!spec) return '';
    const { times, step, columns, marks } = spec;
    const [first] = visibleIndices(times, step, this.visibleRange ?? spec.range);
    // A line comes in from one step before the range: that is none of its data.
    return csvText(times, step, columns ?? marks, timezone, first === 1 ? 1 : 0);
  }

  /** The chart as it is drawn, twice as fine as CSS pixels, with title, time range and legend. Rejects in words. */
  async toPNG(): Promise<Blob> {
    // eslint-disable-next-line no-restricted-syntax -- who waits for the picture is told
    const { chartPicture } = await import('./picture/chart-picture.js');
    return chartPicture(this.#plot, this.renderRoot, this.marks);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closePlot();
  }

  protected override storeChanged(store: TimeframeStore | null): void {
    this.#answers.close();
    this.#state = null;
    this.#toggles.restart();
    this.#closePlot();
    if (!store) {
      this.#refreshChrome();
      return;
    }
    this.#answers.open(
      store,
      this.#needs(),
      this.drawnNeeds,
      (index, answer) => this.form?.takes(index, answer) ?? false,
      this.#answered,
    );
    if (this.hasUpdated) this.#openPlot();
  }

  protected override stateChanged(state: TimeframeState): void {
    const before = this.#state;
    this.#state = state;
    if (before && state.replicas !== before.replicas) this.#toggles.replicasChanged(before);
    // Most snapshots only say what time it is.
    if (before && DRAWN_STATE.every((key) => state[key] === before[key])) return;
    // Names of marks may have numbers in them.
    if (before && state.locale !== before.locale) this.#readSpec();
    this.redraw();
    this.#refreshChrome();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#answers.update(this.#needs());
    if (changed.size > 0 || !this.#spec) this.#readSpec();
    const problem = this.#wrong();
    if (problem && problem !== this.#problem) emit(this, 'ie-error', { error: problem });
    this.#problem = problem;
    if (changed.size > 0) this.#chrome = null;
  }

  protected override firstUpdated(): void {
    if (this.store) this.#openPlot();
  }

  protected override updated(): void {
    this.redraw();
    this.#interaction?.updated();
  }

  protected override render(): TemplateResult {
    return card((this.#chrome ??= this.#chromeNow()), {
      heading: this.heading || this.defaultHeading,
      help: help(this, this.defaultHelp),
      controls: this.controls(),
      overlay: this.overlay(),
      off: this.#toggles.off,
      compared: Boolean(this.store?.state.compare),
      toggle: this.#toggles.toggle,
      retry: this.#retry,
    });
  }

  #openPlot(): void {
    if (this.#plot || !this.store) return;
    const host = this.renderRoot.querySelector<HTMLElement>('.canvas');
    const probes = this.renderRoot.querySelector<HTMLElement>('.probes');
    if (!host || !probes) return;
    const { gutter: start, endGutter: end } = this.store;
    const plot = new Plot({ host, probes, start, end, onDraw: () => void this.#drawn().catch(console.error) });
    this.#plot = plot;
    const sized = (width: number, height: number): void => {
      plot.resize(width, height);
      this.#answers.setWidth(width);
    };
    // The observer tells with the next frame. The first queries do not wait for it: when all elements that came
    // together are rendered, one layout tells all widths.
    queueMicrotask(() => {
      const { width, height } = host.getBoundingClientRect();
      if (plot === this.#plot) sized(width, height);
    });
    this.#undo = [
      () => plot.destroy(),
      observeSize(host, sized),
      observeSight(this, (inSight) => this.#answers.setVisible(inSight)),
    ];
    this.redraw();
  }

  #closePlot(): void {
    this.#interaction?.detach();
    this.#interaction = null;
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#plot = null;
  }

  /** The first drawing is the time to load what only a pointer or a key needs. */
  async #drawn(): Promise<void> {
    this.#refreshChrome();
    this.drawn?.(this.#plot?.layout?.spec);
    this.#toggles.drawn();
    const { store } = this;
    const plot = this.#plot;
    if (this.#interaction) {
      this.#interaction.redraw();
      return;
    }
    // With the next frame, when this one is painted.
    await nextFrame();
    const loaded = await interaction();
    const element = this.renderRoot.querySelector<HTMLElement>('.plot');
    // Meanwhile the chart may have gone, moved, or been drawn a second time.
    if (loaded && element && store && plot && plot === this.#plot)
      this.#interaction ??= new loaded.Interaction({
        element,
        plot,
        store,
        chart: this,
        hide: (keys, alone) => this.#toggles.hide(keys, alone),
        draw: (known) => this.#readSpec(known),
        compared: {
          needs: () => this.#needs(),
          specOf: (frames) => this.#specOf(frames),
          headerFrames: () => this.#answers.headerFrames,
          headerValues: (frames) => this.headerValues(frames),
        },
      });
  }

  readonly #answered = ({ index, answer, before, isNews, changesDrawing }: Told): void => {
    const { frame, error } = answer;
    this.#tellBusy(String(!this.#answers.whole || this.#answers.first?.loading));
    if (changesDrawing) {
      this.#readSpec();
      this.redraw();
    }
    if (isNews && frame && index === 0) emit(this, 'ie-data', { frame });
    if (error && error !== before?.error) emit(this, 'ie-error', { error });
    if (answer.late && !before?.late) emit(this, 'ie-error', { error: new Error(WORDS.late) });
    this.#refreshChrome();
  };

  #tellBusy(busy: string): void {
    const plot = this.renderRoot.querySelector('.plot');
    if (plot?.getAttribute('aria-busy') !== busy) plot?.setAttribute('aria-busy', busy);
  }

  /** Out of the answers, or of what else is known for the needs that are drawn. */
  #readSpec(known?: (need: Need) => Frame | null): void {
    if (this.#bringing) return;
    const needs = known ? this.#needs().slice(0, this.drawnNeeds) : [];
    this.#spec = this.#specOf(this.#answers.toDraw(needs.map((need) => known?.(need) ?? null)));
    if (known) this.redraw();
  }

  #specOf(frames: readonly (Frame | null)[]): PlotSpec | null {
    return this.form ? this.form.specOf(frames, () => this.specOf(frames)) : this.specOf(frames);
  }

  #needs(): readonly Need[] {
    const needs = this.needs();
    return this.form?.needs(needs, this.store?.state.source) ?? needs;
  }

  #wrong(): Error | null {
    return this.problem() ?? this.form?.problem ?? null;
  }

  /**
   * Loads what the chart needs only now, and draws again with it. To be called in `willUpdate`: where it could not be
   * loaded the chart says so by `ie-error` and is updated without, which is no wish to try again; the update after that is.
   */
  protected async bring<T>(
    changed: Map<PropertyKey, unknown>,
    load: () => Promise<T | null>,
    use: (loaded: T) => void,
  ): Promise<void> {
    if (this.#bringing || changed.has('marks')) return;
    this.#bringing = true;
    const loaded = await load();
    this.#bringing = false;
    if (loaded) use(loaded);
    else emit(this, 'ie-error', { error: new Error(WORDS.notLoaded) });
    this.requestUpdate('marks', null);
  }

  protected redraw(): void {
    this.#plot?.use(this.marks);
    const { store } = this;
    const { first, whole } = this.#answers;
    // Until the first answer there is nothing to draw, not even axes: they would jump.
    if (!store || !this.#spec || !this.#plot) return;
    if (!this.#plot.layout && !whole) return;
    if (!first?.frame && !first?.error && (first?.loading || !this.#plot.layout)) return;
    const { range, preview, timezone, locale } = store.state;
    this.#plot.show(this.#spec, {
      range: preview ?? range,
      timezone,
      locale,
      hidden: this.#toggles.off,
      scrolled: this.scrolled,
    });
  }

  readonly #retry = (): void => this.store?.request({ type: 'refresh' });

  /** After the drawing at hand, where there is one: what changes on the page before it is laid out within it. */
  #refreshChrome(): void {
    if (this.#plot?.waiting) return;
    const chrome = this.#chromeNow();
    if (isSame(chrome, this.#chrome)) return;
    this.#chrome = chrome;
    this.requestUpdate();
  }

  #chromeNow(): Chrome {
    const spec = this.#spec;
    const entries = spec?.marks.map(legendEntry) ?? [];
    const frame = this.#answers.first?.frame;
    return chromeOf({
      store: this.store,
      timeframe: this.timeframe,
      answers: this.#answers,
      spec,
      problem: this.#wrong(),
      notes: frame ? [...(this.form?.notes ?? []), ...this.notesOn(frame)] : [],
      legend: this.#toggles.all(entries, spec),
      values: this.headerValues(this.#answers.headerFrames),
    });
  }
}
