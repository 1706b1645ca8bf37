import { css, type ReactiveController, type ReactiveElement } from 'lit';
import { changeWords, comparisonName, formatChange } from '../../core/index.js';
import type { Need, Timeframe } from '../../timeframe/index.js';
import { adoptStyles } from '../chart/adopt-styles.js';
import { EarlierAnswers } from '../chart/earlier-answers.js';
import { readStat, statNeed, type StatQuestion, type StatReading } from './read-stat.js';

/** Beside the number, on its line; the box keeps its size. */
const styles = css`
  dl.compared {
    display: grid;
    grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
    column-gap: 6px;
  }
  .compared dt {
    grid-column: 1 / -1;
  }
  dd.change {
    align-self: end;
    margin: 0 0 3px;
    color: var(--_muted);
    font-size: inherit;
    font-weight: 400;
    line-height: 18px;
    text-align: end;
  }
`;

/** What a box shows now. */
export interface ComparedStat {
  readonly store: Timeframe | null;
  readonly question: StatQuestion;
  /** `null` before there is a number. */
  readonly reading: StatReading | null;
}

/** How far the number of a box is from that of the range that its time frame compares with. */
export class StatComparison implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #stat: () => ComparedStat;
  readonly #change = document.createElement('dd');
  readonly #sign = document.createElement('span');
  readonly #words = document.createElement('span');
  #store: Timeframe | null = null;
  #answers: EarlierAnswers | null = null;

  constructor(host: ReactiveElement, stat: () => ComparedStat) {
    this.#host = host;
    this.#stat = stat;
    adoptStyles(host.renderRoot, styles);
    this.#change.className = 'change';
    this.#change.setAttribute('part', 'change');
    this.#sign.setAttribute('aria-hidden', 'true');
    this.#words.className = 'visually-hidden';
    this.#change.append(this.#sign, this.#words);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  hostUpdated(): void {
    const { store } = this.#stat();
    if (this.#host.isConnected && store !== this.#store) this.#follow(store);
    this.#answers?.update();
    this.#write();
  }

  get #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('dl');
  }

  #follow(store: Timeframe | null): void {
    this.#answers?.close();
    this.#store = store;
    const box = this.#box;
    const needs = (): readonly Need[] => [statNeed(this.#stat().question)];
    this.#answers = store && box && new EarlierAnswers(store, box, needs, () => this.#write());
  }

  #write(): void {
    const { store, question, reading } = this.#stat();
    const [frame] = this.#answers?.frames ?? [];
    const { compare = '' } = this.#answers ?? {};
    const known = store && compare && reading && frame?.kind === 'series';
    const before = known ? readStat(frame, question) : null;
    const box = this.#box;
    box?.classList.toggle('compared', before !== null);
    if (!before || !reading || !store || !box) return this.#change.remove();
    const { locale } = store.state;
    const words = changeWords(reading.value, before.value, reading.unit, comparisonName(compare), locale);
    this.#sign.textContent = formatChange(reading.value, before.value, reading.unit, locale);
    this.#words.textContent = this.#change.title = words;
    if (this.#change.parentElement !== box) box.append(this.#change);
  }
}
