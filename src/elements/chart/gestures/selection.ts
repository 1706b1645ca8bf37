import { formatRange, type TimeRange } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';

/** The span that a gesture has selected so far, with the times and the length of the range that it leads to. */
export class Selection {
  readonly #plot: Plot;
  readonly #layer = document.createElement('div');
  readonly #band = document.createElement('div');
  readonly #label = document.createElement('span');

  constructor(element: HTMLElement, plot: Plot) {
    this.#plot = plot;
    this.#layer.className = 'brush';
    this.#layer.hidden = true;
    this.#layer.append(this.#band, this.#label);
    element.append(this.#layer);
  }

  remove(): void {
    this.#layer.remove();
  }

  hide(): void {
    if (!this.#layer.hidden) this.#layer.hidden = true;
  }

  show({ from, to }: TimeRange, chosen: TimeRange): void {
    const { box, layout } = this.#plot;
    if (!box || !layout) return;
    const { range, timezone, locale } = layout.view;
    const now = layout.spec.now || undefined;
    const perMs = box.width / (range.to - range.from);
    const left = (from - range.from) * perMs;
    const width = (to - from) * perMs;
    const layer = this.#layer.style;
    layer.left = `${box.left}px`;
    layer.top = `${box.top}px`;
    layer.width = `${box.width}px`;
    layer.height = `${box.height}px`;
    this.#band.style.transform = `translateX(${left}px)`;
    this.#band.style.width = `${width}px`;
    this.#label.textContent = formatRange(chosen, timezone, locale, now);
    // In the middle of the band, as far as the plot has room there.
    this.#label.style.transform = `translateX(clamp(0px, ${left + width / 2}px - 50%, ${box.width}px - 100%))`;
    this.#layer.hidden = false;
  }
}
