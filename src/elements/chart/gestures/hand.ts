import { scaleRange, shiftRange, type TimeRange } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { RangePreview } from '../../base/range-preview.js';
import { shareAt } from '../plot-time.js';

/** The place of fingers: the middle of two and how far they are apart, CSS pixels; of one its own, and 1. */
export interface Pinch {
  readonly middle: number;
  readonly distance: number;
}

/** Takes hold of a plot's time: drags it, and stretches it. */
export class Hand {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #preview: RangePreview;
  /** Of which range it took hold, where along the plot, 0 to 1, and how far apart two fingers were. */
  #from: { readonly range: TimeRange; readonly share: number; readonly distance: number } | null = null;

  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#preview = new RangePreview(store);
  }

  get active(): boolean {
    return this.#preview.start !== null;
  }

  /** Takes hold at a place in the window; where it has hold already, of the range as it was brought so far. */
  begin({ middle, distance }: Pinch): void {
    const share = shareAt(this.#element, this.#plot, middle);
    if (share === null) return;
    const start = this.#preview.begin();
    this.#from = { range: this.#store.state.preview ?? start, share, distance };
  }

  /** What was held stays under the hand. */
  move({ middle, distance }: Pinch): void {
    const from = this.#from;
    const share = shareAt(this.#element, this.#plot, middle);
    if (!this.active || !from || share === null) return;
    const scaled = scaleRange(from.range, from.distance / Math.max(1, distance), from.share);
    this.#preview.show(shiftRange(scaled, (from.share - share) * (scaled.to - scaled.from)));
  }

  finish(): void {
    this.#preview.finish();
  }

  cancel(): void {
    this.#preview.cancel();
  }
}
