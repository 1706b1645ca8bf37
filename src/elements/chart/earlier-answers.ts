import type { Frame } from '../../core/index.js';
import { observeSize } from '../../plot/index.js';
import { earlierNeed, type Need, type Timeframe, type Watch } from '../../timeframe/index.js';
import { observeSight } from '../base/sight.js';

/**
 * The answers to some needs for the range that the time frame compares with. What came for another comparison is
 * forgotten with it.
 */
export class EarlierAnswers {
  /** `null` is one that has not come. */
  frames: readonly (Frame | null)[] = [];
  /** Why one of them could not be had; `null` or missing where it could. */
  errors: readonly (Error | null)[] = [];
  readonly #store: Timeframe;
  readonly #needs: () => readonly Need[];
  readonly #changed: () => void;
  readonly #undo: readonly (() => void)[];
  #watches: readonly Watch[] = [];
  /** Those that came for other replicas. */
  readonly #passed = new WeakSet<Frame>();
  #compare = '';
  #replicas: readonly string[] | null = null;
  #wide = false;
  #inSight = false;

  /** `element` has the size and the place of what asks, and nobody else observes it. `update` asks first. */
  constructor(store: Timeframe, element: Element, needs: () => readonly Need[], changed: () => void) {
    this.#store = store;
    this.#needs = needs;
    this.#changed = changed;
    this.#undo = [
      store.subscribe(() => this.update()),
      observeSize(element, (width) => {
        this.#wide = width > 0;
        for (const watch of this.#watches) watch.setActive(this.#wide);
      }),
      observeSight(element, (inSight) => {
        this.#inSight = inSight;
        for (const watch of this.#watches) watch.setVisible(inSight);
      }),
    ];
  }

  /** Why any of them could not be had: that of the first need. */
  get error(): Error | null {
    return this.errors.find((error) => error) ?? null;
  }

  /** As it was asked for when the answers came, as in the state; '' where nothing is compared. */
  get compare(): string {
    return this.#compare;
  }

  /** The needs or the comparison may be other ones. */
  update(): void {
    const { compare, replicas } = this.#store.state;
    const needs = compare ? this.#needs() : [];
    if (replicas !== this.#replicas) this.#pass(replicas);
    if (compare === this.#compare && needs.length === this.#watches.length) {
      this.#watches.forEach((watch, i) => {
        const need = needs[i];
        if (need) watch.update(earlierNeed(need, compare));
      });
      return;
    }
    this.#close();
    this.#compare = compare;
    this.#watches = needs.map((need, i) => this.#watch(earlierNeed(need, compare), i));
    this.#changed();
  }

  close(): void {
    for (const undo of this.#undo) undo();
    this.#close();
  }

  #watch(need: Need, index: number): Watch {
    const watch = this.#store.watch(need, (answer) => {
      const { error, loading } = answer;
      if (answer.frame && !loading && !error) this.#passed.delete(answer.frame);
      const frame = answer.frame && !this.#passed.has(answer.frame) ? answer.frame : null;
      if (frame === (this.frames[index] ?? null) && error === (this.errors[index] ?? null)) return;
      this.frames = this.#watches.map((_, i) => (i === index ? frame : (this.frames[i] ?? null)));
      this.errors = this.#watches.map((_, i) => (i === index ? error : (this.errors[i] ?? null)));
      this.#changed();
    });
    watch.setActive(this.#wide);
    watch.setVisible(this.#inSight);
    return watch;
  }

  #pass(replicas: readonly string[] | null): void {
    this.#replicas = replicas;
    for (const frame of this.frames) if (frame) this.#passed.add(frame);
    this.frames = [];
  }

  #close(): void {
    for (const watch of this.#watches) watch.close();
    this.#watches = [];
    this.frames = [];
    this.errors = [];
  }
}
