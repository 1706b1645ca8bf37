import type { Plot } from '../../plot/index.js';
import type { Timeframe } from '../../timeframe/index.js';
import type { ComparedChart, EarlierLayer } from './earlier-layer.js';

/** The comparison on one chart. What asks for it and draws it is loaded with the first. */
export class ChartComparison {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: Timeframe;
  readonly #chart: ComparedChart;
  readonly #unsubscribe: () => void;
  #layer: EarlierLayer | null = null;
  #loading = false;
  #removed = false;

  /** `element` is the one of the plot. */
  constructor(element: HTMLElement, plot: Plot, store: Timeframe, chart: ComparedChart) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#chart = chart;
    this.#unsubscribe = store.subscribe(() => void this.#load());
    void this.#load();
  }

  /** The chart may need something else. */
  update(): void {
    this.#layer?.update();
  }

  remove(): void {
    this.#removed = true;
    this.#unsubscribe();
    this.#layer?.remove();
  }

  async #load(): Promise<void> {
    if (this.#loading || !this.#store.state.compare) return;
    this.#loading = true;
    const { EarlierLayer } = await import('./earlier-layer.js');
    // Meanwhile the chart may have gone.
    if (this.#removed) return;
    this.#layer = new EarlierLayer(this.#element, this.#plot, this.#store, this.#chart, (error) => {
      this.#element.dispatchEvent(new CustomEvent('ie-error', { detail: { error }, bubbles: true, composed: true }));
    });
  }
}
