import type { Plot } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { emit } from '../../base/emit.js';
import { loadLate } from '../../base/load-late.js';
import type { ComparedChart, EarlierLayer } from './earlier-layer.js';

const earlierLayer = loadLate(() => import('./earlier-layer.js'));

/** The comparison on one chart. What asks for it and draws it is loaded with the first. */
export class ChartComparison {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #chart: ComparedChart;
  readonly #unsubscribe: () => void;
  #layer: EarlierLayer | null = null;
  #removed = false;

  /** `element` is the one of the plot. */
  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore, chart: ComparedChart) {
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
    if (!this.#store.state.compare || this.#layer) return;
    const loaded = await earlierLayer();
    // Meanwhile the chart may have gone.
    if (!loaded || this.#removed) return;
    const tell = (error: Error): void => void emit(this.#element, 'ie-error', { error });
    this.#layer ??= new loaded.EarlierLayer(this.#element, this.#plot, this.#store, this.#chart, tell);
  }
}
