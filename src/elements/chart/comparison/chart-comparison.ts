import { errorOf } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import type { Timeframe } from '../../../timeframe/index.js';
import { emit } from '../../base/emit.js';
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
  /** For which comparison it was last to be loaded: what could not be is tried again with another one. */
  #tried = '';
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
    const { compare } = this.#store.state;
    if (compare === this.#tried) return;
    this.#tried = compare;
    if (!compare || this.#loading || this.#layer) return;
    const tell = (error: Error): void => void emit(this.#element, 'ie-error', { error });
    this.#loading = true;
    try {
      const { EarlierLayer } = await import('./earlier-layer.js');
      // Meanwhile the chart may have gone.
      if (this.#removed) return;
      this.#layer = new EarlierLayer(this.#element, this.#plot, this.#store, this.#chart, tell);
    } catch (reason) {
      if (!this.#removed) tell(errorOf(reason));
    } finally {
      this.#loading = false;
    }
  }
}
