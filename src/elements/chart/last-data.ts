import { INTERACTION_WORDS, shiftRange, type TimeRange } from '../../core/index.js';
import { hasValues, type Plot, type PlotSpec } from '../../plot/index.js';
import type { Timeframe } from '../../timeframe/index.js';

/** The way out of a range without data: a button that goes to the last data the chart has seen. */
export class LastData {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: Timeframe;
  readonly #button = document.createElement('button');
  /** The last specification that had values in view. */
  #seen: PlotSpec | null = null;
  #empty = true;

  constructor(element: HTMLElement, plot: Plot, store: Timeframe) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#button.className = 'action';
    this.#button.textContent = INTERACTION_WORDS.lastData;
    this.#button.addEventListener('click', () => {
      const range = this.#range();
      const { range: shown, barStep } = store.state;
      // To the end of the bar that has it, of those that are shown.
      if (range) {
        const bars = Math.ceil((range.to - shown.to) / barStep);
        store.request({ type: 'zoom', range: shiftRange(shown, bars * barStep) });
      }
    });
  }

  /** After each drawing. */
  redraw(): void {
    const { layout } = this.#plot;
    this.#empty = !layout || !hasValues(layout.spec, layout.indices);
    if (layout && !this.#empty) this.#seen = layout.spec;
  }

  /** After each rendering of what is beside the canvas. */
  offer(): void {
    const words = this.#empty ? this.#element.querySelector('.message p:not(.error)') : null;
    if (!words || !this.#range()) this.remove();
    else if (words.nextElementSibling !== this.#button) words.after(this.#button);
  }

  remove(): void {
    this.#button.remove();
  }

  #range(): TimeRange | null {
    const specs = [this.#plot.layout?.spec, this.#seen].filter((spec) => spec !== undefined && spec !== null);
    return lastDataRange(specs, this.#store.state.range);
  }
}

/**
 * A range as long as `range` that ends with the last value of the first specification that has any;
 * `null` where none has.
 */
export function lastDataRange(specs: readonly PlotSpec[], { from, to }: TimeRange): TimeRange | null {
  for (const { marks, times, step } of specs) {
    for (let i = times.length - 1; i >= 0; i--) {
      if (marks.every(({ kind, values }) => kind === 'threshold' || Number.isNaN(values[i] ?? Number.NaN))) continue;
      const end = (times[i] ?? 0) + step;
      return { from: end - (to - from), to: end };
    }
  }
  return null;
}
