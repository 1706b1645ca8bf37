import { css } from 'lit';
import { changeWords, comparisonName, formatChange, type Frame } from '../../../core/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { adoptStyles } from '../adopt-styles.js';
import type { HeaderValue } from '../header-value.js';
import { isCounterpart } from './is-counterpart.js';

/** On the line of the name; the header keeps its height. */
const styles = css`
  [part='values'] .changed {
    display: grid;
    grid-template-columns: max-content max-content;
    column-gap: 6px;
  }
  .changed dd {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  .changed .change {
    grid-row: 1;
    grid-column: 2;
    min-width: 0;
    direction: ltr;
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 400;
  }
`;

/** What the header of a chart is made of. */
export interface HeaderSource {
  headerFrames(): readonly (Frame | null)[];
  headerValues(frames: readonly (Frame | null)[]): readonly HeaderValue[];
}

/** How far each value in the header of a chart is from what it was in the range that is compared with. */
export class HeaderChanges {
  readonly #card: Element;
  readonly #store: TimeframeStore;
  readonly #chart: HeaderSource;

  /** `element` stands in the card of the chart. */
  constructor(element: Element, store: TimeframeStore, chart: HeaderSource) {
    this.#card = element.closest('.card') ?? element;
    this.#store = store;
    this.#chart = chart;
    adoptStyles(element.getRootNode(), styles);
  }

  /** After each rendering of the header, and with each answer for the earlier range: `frames` are those of its needs. */
  write(frames: readonly (Frame | null)[], compare: string): void {
    const { timezone, locale } = this.#store.state;
    const shown = this.#chart.headerFrames();
    const [now] = shown;
    const [then] = frames;
    const known = now && then && compare && isCounterpart(now, then, compare, timezone);
    const values = known ? this.#chart.headerValues(shown) : [];
    const before = new Map((known ? this.#chart.headerValues(frames) : []).map((one) => [one.label, one.amount]));
    const list = this.#card.querySelector('[part=values]');
    list?.classList.toggle('compared', compare !== '');
    list?.querySelectorAll('div').forEach((box, nth) => {
      const { label = '', amount = NaN, unit = '' } = values[nth] ?? {};
      const earlier = before.get(label) ?? NaN;
      const sign = formatChange(amount, earlier, unit, locale);
      box.classList.toggle('changed', sign !== '');
      const words = sign && changeWords(amount, earlier, unit, comparisonName(compare), locale);
      tell(box, sign, words);
    });
  }

  remove(): void {
    this.write([], '');
  }
}

/** Beside the value, as a sign for the eye and as words; takes them away where there are none. */
function tell(box: Element, sign: string, words: string): void {
  let change = box.querySelector<HTMLElement>('.change');
  if (!sign) return change?.remove();
  if (!change) {
    change = document.createElement('dd');
    change.className = 'change';
    change.setAttribute('part', 'change');
    const [shown, told] = [document.createElement('span'), document.createElement('span')];
    shown.setAttribute('aria-hidden', 'true');
    told.className = 'visually-hidden';
    change.append(shown, told);
    box.append(change);
  }
  const [shown, told] = change.children;
  if (shown) shown.textContent = sign;
  if (told) told.textContent = words;
  change.title = words;
}
