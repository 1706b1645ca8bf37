import { scaleRange, shiftRange } from '../../core/index.js';
import type { Plot } from '../../plot/index.js';
import type { Timeframe } from '../../timeframe/index.js';
import { RangePreview } from '../base/range-preview.js';
import { shareAt } from './plot-time.js';

/** The place of two fingers: their middle and how far they are apart, CSS pixels. */
export interface Pinch {
  readonly middle: number;
  readonly distance: number;
}

/** Takes hold of a plot's time: drags it, and stretches it. */
export class Hand {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #preview: RangePreview;
  /** Where along the plot it took hold, 0 to 1, and how far apart two fingers were. */
  #from = { share: 0, distance: 1 };

  constructor(element: HTMLElement, plot: Plot, store: Timeframe) {
    this.#element = element;
    this.#plot = plot;
    this.#preview = new RangePreview(store);
  }

  get active(): boolean {
    return this.#preview.start !== null;
  }

  /** Takes hold at a place in the window. */
  begin({ middle, distance }: Pinch): void {
    const share = shareAt(this.#element, this.#plot, middle);
    if (share === null) return;
    this.#from = { share, distance };
    this.#preview.begin();
  }

  /** What was held stays under the hand. */
  move({ middle, distance }: Pinch): void {
    const { start } = this.#preview;
    const share = shareAt(this.#element, this.#plot, middle);
    if (!start || share === null) return;
    const scaled = scaleRange(start, this.#from.distance / Math.max(1, distance), this.#from.share);
    this.#preview.show(shiftRange(scaled, (this.#from.share - share) * (scaled.to - scaled.from)));
  }

  finish(): void {
    this.#preview.finish();
  }

  cancel(): void {
    this.#preview.cancel();
  }
}
