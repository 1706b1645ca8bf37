import type { TimeRange } from '../../core/index.js';
import type { TimeframeStore } from '../../timeframe/index.js';

/** A hand that moves the range: all charts follow it at once, and the source is asked when it lets go. */
export class RangePreview {
  readonly #store: TimeframeStore;
  #start: TimeRange | null = null;
  #shown: TimeRange | null = null;

  constructor(store: TimeframeStore) {
    this.#store = store;
  }

  /** The range as it was when the hand came, ms; `null` while there is none. */
  get start(): TimeRange | null {
    return this.#start;
  }

  /** From now on what arrives waits, and the range stays under the hand. */
  begin(): TimeRange {
    if (!this.#start) {
      this.#start = this.#store.state.range;
      this.#store.request({ type: 'brush' });
    }
    return this.#start;
  }

  /** What the gesture comes to so far. */
  show(range: TimeRange): void {
    if (!this.#start) return;
    // Somebody else has set another range meanwhile: it counts.
    if (this.#start !== this.#store.state.range) return this.cancel();
    this.#store.request({ type: 'preview', range });
    this.#shown = this.#store.state.preview;
  }

  finish(): void {
    const range = this.#shown;
    if (!range || this.#store.state.preview !== range) return this.cancel();
    this.#start = this.#shown = null;
    this.#store.request({ type: 'zoom', range });
  }

  cancel(): void {
    const { brushing, preview } = this.#store.state;
    const goesOn = this.#start !== null && brushing && preview === this.#shown;
    this.#start = this.#shown = null;
    if (goesOn) this.#store.request({ type: 'cancel' });
  }
}
