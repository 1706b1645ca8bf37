import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DAY, MINUTE, NAVIGATOR_WORDS, parseDuration, WORDS } from '../../core/index.js';
import { observeSize, Plot, type PlotSpec } from '../../plot/index.js';
import type { Need, TimeframeState } from '../../timeframe/index.js';
import { emit } from '../base/emit.js';
import { TimeframeElement } from '../base/element.js';
import { timeAt } from '../chart/plot-time.js';
import { followPrint } from '../chart/print.js';
import { navigatorStyles } from './navigator.styles.js';
import { Overview } from './overview.js';
import { OVERVIEW_MARKS, overviewSpec } from './overview-spec.js';
import { StripWindow } from './strip-window.js';
import { windowDrag } from './window-drag.js';

const USUAL_SPAN = 7 * DAY;
const USUAL_METRIC = 'requests';
const NONE: ReadonlySet<string> = new Set();

/**
 * A strip with one metric over a longer time, and on it the window that the time frame shows: drag it, or its grips.
 *
 * @tagname ie-navigator
 * @csspart strip - The whole strip.
 * @csspart window - What the time frame shows.
 * @csspart grip - One of its two ends.
 * @csspart trouble - Why there is no line.
 * @cssprop [--ie-navigator-height=96px] - Height of the strip.
 * @fires {CustomEvent<{ error: Error }>} ie-error - Data could not be had, or `span` is not understood.
 */
export class Navigator extends TimeframeElement {
  static override styles = navigatorStyles;

  /** How long a time the strip shows, up to now: `7d`; more where the range needs it. */
  @property() span: string | null = '7d';

  /** The metric of the line. */
  @property() metric: string | null = USUAL_METRIC;

  #overview: Overview | null = null;
  #plot: Plot | null = null;
  #window: StripWindow | null = null;
  #spec: PlotSpec | null = null;
  /** What the specification was made of. */
  #drawn: Overview['frame'] = null;
  #undo: (() => void)[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override storeChanged(): void {
    this.#close();
    if (!this.hasUpdated) return;
    this.#open();
    this.#sayTrouble();
  }

  protected override stateChanged(state: TimeframeState): void {
    this.#overview?.follow(state);
    this.#window?.place(state);
  }

  protected override firstUpdated(): void {
    this.#open();
    this.#sayTrouble();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.#overview || !this.store || !(changed.has('span') || changed.has('metric'))) return;
    this.#overview.need(this.#need(), this.#readSpan());
    this.#overview.follow(this.store.state);
  }

  protected override render(): TemplateResult {
    return html`<div class="plot" part="strip" role="group" aria-label=${NAVIGATOR_WORDS.label} aria-describedby="keys">
      <div class="canvas"></div>
      <div class="probes" aria-hidden="true"></div>
      <div class="veil" hidden></div>
      <div class="veil" hidden></div>
      <div class="window" part="window" hidden></div>
      ${(['from', 'to'] as const).map(
        (end) =>
          html`<div
            class="grip"
            part="grip"
            role="slider"
            tabindex="0"
            data-hold=${end}
            aria-label=${NAVIGATOR_WORDS[end]}
            hidden
          ></div>`,
      )}
      <p class="trouble" part="trouble" role="status" hidden></p>
      <p id="keys" class="visually-hidden">${NAVIGATOR_WORDS.keys}</p>
    </div>`;
  }

  #open(): void {
    const { store } = this;
    const strip = this.renderRoot.querySelector<HTMLElement>('.plot');
    const host = strip?.querySelector<HTMLElement>('.canvas');
    const probes = strip?.querySelector<HTMLElement>('.probes');
    if (!store || !strip || !host || !probes || this.#overview) return;
    const overview = new Overview(
      this.#readSpan(),
      this.#need(),
      () => this.#draw(),
      (error) => void emit(this, 'ie-error', { error }),
    );
    const { gutter: start, endGutter: end } = store;
    const plot = new Plot({ host, probes, start, end, onDraw: () => this.#window?.place(store.state) });
    plot.use(OVERVIEW_MARKS);
    this.#overview = overview;
    this.#plot = plot;
    this.#window = new StripWindow(strip, plot);
    this.#undo = [
      () => overview.close(),
      () => plot.destroy(),
      followPrint(plot, host),
      observeSize(host, (width, height) => {
        plot.resize(width, height);
        overview.resize(width);
      }),
      windowDrag(strip, store, {
        timeAt: (clientX) => timeAt(host, plot, clientX, undefined, true),
        get range() {
          return overview.state.range;
        },
        get step() {
          return overview.state.lineStep;
        },
      }),
    ];
    overview.follow(store.state);
    this.#draw();
  }

  #close(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#overview = null;
    this.#plot = this.#window = null;
    this.#spec = this.#drawn = null;
  }

  #need(): Need {
    return { metric: this.metric || USUAL_METRIC, shape: 'series', by: [], step: 'line' };
  }

  #readSpan(): number {
    try {
      return Math.max(MINUTE, parseDuration(this.span || '7d'));
    } catch {
      emit(this, 'ie-error', { error: new RangeError(NAVIGATOR_WORDS.badSpan(this.span ?? '')) });
      return USUAL_SPAN;
    }
  }

  #draw(): void {
    const { store } = this;
    const overview = this.#overview;
    if (!store || !overview) return;
    const { range, timezone, locale } = overview.state;
    if (!this.#spec || this.#drawn !== overview.frame) this.#spec = overviewSpec(overview.frame);
    this.#drawn = overview.frame;
    this.#plot?.show(this.#spec, { range, timezone, locale, hidden: NONE });
    this.#sayTrouble();
  }

  #sayTrouble(): void {
    const place = this.renderRoot.querySelector<HTMLElement>('.trouble');
    if (!place) return;
    const { frame = null, error } = this.#overview ?? {};
    const words = this.store ? (frame ? '' : (error?.message ?? '')) : WORDS.noTimeframe(this.timeframe);
    place.hidden = words === '';
    place.textContent = words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-navigator': Navigator;
  }
}
