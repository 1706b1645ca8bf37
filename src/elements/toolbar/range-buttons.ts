import { html, render, type SVGTemplateResult, type TemplateResult } from 'lit';
import { RANGE_STEP_WORDS } from '../../core/index.js';
import type { TimeframeStore, TimeframeState } from '../../timeframe/index.js';
import { addRecent } from '../base/recent-ranges.js';
import { rangeStepOf, stepRange, type RangeStep } from '../base/range-steps.js';
import { adoptStyles } from '../chart/adopt-styles.js';
import { icon } from './icon.js';
import { rangeButtonStyles } from './range-buttons.styles.js';
import { rangeTitle } from './range-title.js';

type Button = Exclude<RangeStep, 'back'>;

const BUTTONS: readonly (readonly [step: Button, icon: SVGTemplateResult])[] = [
  ['forward', icon('M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9')],
  ['home', icon('M2 8l6-5.5L14 8M4 6.5v7h8v-7')],
  ['earlier', icon('M14 8H2.5M7 3.5L2.5 8 7 12.5')],
  ['later', icon('M2 8h11.5M9 3.5L13.5 8 9 12.5')],
  ['wider', icon('M3 8h10')],
  ['narrower', icon('M3 8h10M8 3v10')],
];

/** The buttons that move the range, beside those that show it and go back. Loaded after the first painting. */
export class RangeButtons {
  readonly #host: HTMLElement;
  readonly #storeOf: () => TimeframeStore | null;
  /** What is shown: whether there is a way forward; `null` without a time frame. */
  #forward: boolean | null | undefined;
  #store: TimeframeStore | null = null;
  #range = '';

  constructor(host: HTMLElement, storeOf: () => TimeframeStore | null) {
    this.#host = host;
    this.#storeOf = storeOf;
    adoptStyles(host.getRootNode(), rangeButtonStyles);
    host.role = 'group';
    host.ariaLabel = RANGE_STEP_WORDS.label;
    host.addEventListener('keydown', (event) => {
      const step = rangeStepOf(event);
      if (!step) return;
      event.preventDefault();
      this.#do(step);
    });
  }

  show(state: TimeframeState | null): void {
    this.#remember(state);
    const shown = this.#host.parentElement?.querySelector<HTMLElement>('[part=range-button]');
    const title = rangeTitle(state);
    if (shown && shown.title !== title) shown.title = title;
    const forward = state && state.canGoForward;
    if (forward === this.#forward) return;
    this.#forward = forward;
    render(
      BUTTONS.map(([step, picture]) => this.#button(step, picture, !state || (step === 'forward' && !forward))),
      this.#host,
    );
  }

  /** The range before is offered again; what was shown before this was loaded may not have been anybody's choice. */
  #remember(state: TimeframeState | null): void {
    const store = this.#storeOf();
    if (store && state && store === this.#store && state.rangeText !== this.#range) addRecent(store, [this.#range]);
    this.#store = store;
    this.#range = state?.rangeText ?? '';
  }

  /** What is of no use now keeps the focus, so that keys can go on. */
  #button(step: Button, picture: SVGTemplateResult, idle: boolean): TemplateResult {
    return html`<button
      class="icon"
      part=${step}
      title=${RANGE_STEP_WORDS[step]}
      aria-label=${RANGE_STEP_WORDS[step]}
      aria-disabled=${idle}
      @click=${() => idle || this.#do(step)}
    >
      ${picture}
    </button>`;
  }

  #do(step: RangeStep): void {
    const store = this.#storeOf();
    if (store) stepRange(store, step);
  }
}
