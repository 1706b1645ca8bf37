import type { TimeframeState } from '../../timeframe/index.js';
import { emit } from '../base/emit.js';

/** Tells the page of what is another than told last. */
export class StateEvents {
  readonly #element: Element;
  #told: TimeframeState;

  constructor(element: Element, state: TimeframeState) {
    this.#element = element;
    this.#told = state;
  }

  get told(): TimeframeState {
    return this.#told;
  }

  /** Goes on from here without a word. */
  begin(state: TimeframeState): void {
    this.#told = state;
  }

  /** False if somebody refuses it, which only what is `cancelable` can be: then it counts as never told. */
  tell(state: TimeframeState, cancelable = false): boolean {
    const before = this.#told;
    this.#told = state;
    const { range, rangeText: text, replicas, except, view, views } = state;
    const { from, to } = before.range;
    const allowed =
      ((range.from === from && range.to === to) ||
        emit(this.#element, 'ie-range-change', { range, text }, cancelable)) &&
      ((replicas === before.replicas && except === before.except) ||
        emit(this.#element, 'ie-replicas-change', { replicas, except }, cancelable)) &&
      // Views that come or go with the page are no choice.
      (view === before.view || views !== before.views || emit(this.#element, 'ie-view-change', { view }, cancelable));
    if (!allowed && this.#told === state) this.#told = before;
    return allowed;
  }
}
