import { css, type ReactiveController, type ReactiveElement } from 'lit';
import { changeWords, comparisonName, formatChange, type Frame, type SeriesFrame } from '../../core/index.js';
import type { Need, TimeframeStore } from '../../timeframe/index.js';
import { adoptStyles } from '../chart/adopt-styles.js';
import { EarlierAnswers } from '../chart/comparison/earlier-answers.js';
import { isCounterpart } from '../chart/comparison/is-counterpart.js';
import { readStat, statNeed, type StatQuestion } from './read-stat.js';

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
    justify-self: end;
    direction: ltr;
    margin: 0 0 3px;
    color: var(--_muted);
    font-size: inherit;
    font-weight: 400;
    line-height: calc(18em / 13);
  }
`;

const isSeries = (frame: Frame | null | undefined): frame is SeriesFrame => frame?.kind === 'series';

/** A box with what its number is read from. */
type Box = ReactiveElement & { readonly frames: readonly Frame[] };

/** What a box shows now. */
export interface ComparedStat {
  readonly store: TimeframeStore | null;
  readonly question: StatQuestion;
}

/** How far the number of a box is from that of the range that its time frame compares with. */
export class StatComparison implements ReactiveController {
  readonly #host: Box;
  readonly #stat: () => ComparedStat;
  readonly #change = document.createElement('dd');
  readonly #sign = document.createElement('span');
  readonly #words = document.createElement('span');
  #store: TimeframeStore | null = null;
  #answers: EarlierAnswers | null = null;

  constructor(host: Box, stat: () => ComparedStat) {
    this.#host = host;
    this.#stat = stat;
    adoptStyles(host.renderRoot, styles);
    this.#change.className = 'change';
    this.#change.setAttribute('part', 'change');
    this.#sign.setAttribute('aria-hidden', 'true');
    this.#words.className = 'visually-hidden';
    this.#change.append(this.#sign, this.#words);
    // The same number of another range renders nothing.
    host.addEventListener('ie-data', () => this.#write());
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

  #follow(store: TimeframeStore | null): void {
    this.#answers?.close();
    this.#store = store;
    const box = this.#box;
    const needs = (): readonly Need[] => [statNeed(this.#stat().question)];
    this.#answers = store && box && new EarlierAnswers(store, box, needs, () => this.#write());
  }

  /** The frame of the number and that of the range it is compared with; `null` before both are there, or without one. */
  #frames(store: TimeframeStore, compare: string): readonly [SeriesFrame, SeriesFrame] | null {
    const [now] = this.#host.frames;
    const [before] = this.#answers?.frames ?? [];
    return isSeries(now) && isSeries(before) && isCounterpart(now, before, compare, store.state.timezone)
      ? [now, before]
      : null;
  }

  #write(): void {
    const { store, question } = this.#stat();
    const { compare = '' } = this.#answers ?? {};
    const frames = store && compare ? this.#frames(store, compare) : null;
    const box = this.#box;
    box?.classList.toggle('compared', frames !== null);
    if (!frames || !store || !box) return this.#change.remove();
    const [now, before] = [readStat(frames[0], question), readStat(frames[1], question)];
    const { locale } = store.state;
    const words = changeWords(now.value, before.value, now.unit, comparisonName(compare), locale);
    this.#sign.textContent = formatChange(now.value, before.value, now.unit, locale);
    this.#words.textContent = this.#change.title = words;
    if (this.#change.parentElement !== box) box.append(this.#change);
  }
}
