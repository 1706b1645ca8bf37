import { annotationBoardOf, type TimeframeStore } from '../../../timeframe/index.js';
import type { Plot } from '../../../plot/index.js';
import { loadLate } from '../../base/load-late.js';
import type { AnnotationLayer } from './annotation-layer.js';

const annotationLayer = loadLate(() => import('./annotation-layer.js'));

/** The annotations on one chart: those of its time frame, and its own. What draws them is loaded with the first. */
export class ChartAnnotations {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #chart: object;
  readonly #undo: readonly (() => void)[];
  #layer: AnnotationLayer | null = null;
  #removed = false;
  /** They changed during a gesture. */
  #waits = false;

  /** `element` is the one of the plot; what is of this `chart` alone stands on the board of that. */
  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore, chart: object) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#chart = chart;
    const changed = (): void => this.#changed();
    this.#undo = [
      annotationBoardOf(store).subscribe(changed),
      annotationBoardOf(chart).subscribe(changed),
      store.subscribe(() => {
        if (this.#waits) changed();
      }),
    ];
    changed();
  }

  /** What is annotated between two moments, in words. */
  wordsBetween(from: number, to: number): readonly string[] {
    return this.#layer?.wordsBetween(from, to) ?? [];
  }

  remove(): void {
    this.#removed = true;
    for (const undo of this.#undo) undo();
    this.#layer?.remove();
  }

  #changed(): void {
    this.#waits = this.#store.state.brushing;
    if (!this.#waits) void this.#show();
  }

  async #show(): Promise<void> {
    const boards = [annotationBoardOf(this.#store), annotationBoardOf(this.#chart)];
    if (!this.#layer && boards.every(({ list }) => list.length === 0)) return;
    const loaded = await annotationLayer();
    // Meanwhile the chart may have gone.
    if (!loaded || this.#removed) return;
    this.#layer ??= new loaded.AnnotationLayer(this.#element, this.#plot, this.#store);
    this.#layer.show(boards.flatMap(({ list }) => list));
  }
}
