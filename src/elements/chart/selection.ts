import { formatRange, type TimeRange } from '../../core/index.js';
import type { Plot } from '../../plot/index.js';

/** The span that a gesture has selected so far, with its times and its length. */
export class Selection {
  readonly #plot: Plot;
  readonly #band = document.createElement('div');
  readonly #label = document.createElement('span');

  constructor(element: HTMLElement, plot: Plot) {
    this.#plot = plot;
    this.#band.className = 'brush';
    this.#band.hidden = true;
    this.#band.append(this.#label);
    element.append(this.#band);
  }

  remove(): void {
    this.#band.remove();
  }

  hide(): void {
    this.#band.hidden = true;
  }

  show({ from, to }: TimeRange): void {
    const { box, layout } = this.#plot;
    if (!box || !layout) return;
    const { range, timezone, locale } = layout.view;
    const perMs = box.width / (range.to - range.from);
    const { style } = this.#band;
    style.top = `${box.top}px`;
    style.height = `${box.height}px`;
    style.left = `${box.left + (from - range.from) * perMs}px`;
    style.width = `${(to - from) * perMs}px`;
    this.#label.textContent = formatRange({ from, to }, timezone, locale);
    this.#band.hidden = false;
  }
}
