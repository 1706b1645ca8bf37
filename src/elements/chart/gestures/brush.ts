import type { TimeRange } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { timeAt } from '../plot-time.js';
import { Selection } from './selection.js';

/** A selection of time on one plot, by a pointer or by keys: a transaction that ends by a zoom, or as if it had not been. */
export class Brush {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #selection: Selection;
  /** Where it began; of one by keys also the start of the step where it ends now. */
  #anchor: number | null = null;
  #end: number | null = null;

  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#selection = new Selection(element, plot);
  }

  remove(): void {
    this.cancel();
    this.#selection.remove();
  }

  get active(): boolean {
    return this.#anchor !== null;
  }

  /** Begins at a time: from now on what arrives waits. */
  begin(time: number): void {
    if (this.#anchor !== null) return;
    this.#anchor = time;
    this.#store.request({ type: 'brush' });
  }

  /** Extends to a place in the window, within the plot. */
  extendTo(clientX: number): void {
    const span = this.#spanTo(clientX);
    if (span) this.#show(span);
  }

  /** Extends to the end of the step (ms) that begins at `start`. */
  extendToStep(start: number, step: number): void {
    if (this.#anchor !== null) this.#show(this.#keySpan((this.#end = start), step));
  }

  /** Zooms to what a pointer selected. */
  finishAt(clientX: number): void {
    const span = this.#spanTo(clientX);
    if (span) this.#zoom(span);
    else this.cancel();
  }

  /** Zooms to what keys selected. */
  finish(): void {
    const step = this.#plot.layout?.spec.step;
    if (this.#end === null || step === undefined) return this.cancel();
    this.#zoom(this.#keySpan(this.#end, step));
  }

  cancel(): void {
    if (this.#anchor === null) return;
    this.forget();
    this.#store.request({ type: 'cancel' });
  }

  /** Somebody else moved the range: what was selected is of another view. */
  forget(): void {
    this.#anchor = this.#end = null;
    this.#selection.hide();
  }

  #show(span: TimeRange): void {
    this.#selection.show(span, this.#store.zoomed(span));
  }

  #zoom(range: TimeRange): void {
    this.forget();
    this.#store.request({ type: 'zoom', range });
  }

  #spanTo(clientX: number): TimeRange | null {
    const time = timeAt(this.#element, this.#plot, clientX, undefined, true);
    if (this.#anchor === null || time === null) return null;
    return { from: Math.min(this.#anchor, time), to: Math.max(this.#anchor, time) };
  }

  /** Whole steps from the anchor to the step that begins at `start`. */
  #keySpan(start: number, step: number): TimeRange {
    const anchor = this.#anchor ?? start;
    return { from: Math.min(anchor, start), to: Math.max(anchor, start) + step };
  }
}
