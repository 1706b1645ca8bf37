import type { Frame } from '../../../core/index.js';
import { observeSize } from '../../../plot/index.js';
import {
  earlierNeed,
  earlierReplicasOf,
  type EarlierReplicas,
  type Need,
  type TimeframeStore,
  type Watch,
} from '../../../timeframe/index.js';
import { observeSight } from '../../base/sight.js';

/**
 * The answers to some needs for the range that the time frame compares with. What came for another comparison is
 * forgotten with it.
 */
export class EarlierAnswers {
  /** `null` is one that has not come. */
  frames: readonly (Frame | null)[] = [];
  /** Why one of them could not be had; `null` or missing where it could. */
  errors: readonly (Error | null)[] = [];
  readonly #store: TimeframeStore;
  readonly #replicas: EarlierReplicas;
  readonly #needs: () => readonly Need[];
  readonly #changed: () => void;
  readonly #undo: readonly (() => void)[];
  #watches: readonly Watch[] = [];
  /** Those that came for other replicas. */
  readonly #passed = new WeakSet<Frame>();
  #compare = '';
  /** The replicas that were chosen, or those that were left out. */
  #chosen: readonly string[] | null = null;
  #wide = false;
  #inSight = false;

  /** `element` has the size and the place of what asks, and nobody else observes it. `update` asks first. */
  constructor(store: TimeframeStore, element: Element, needs: () => readonly Need[], changed: () => void) {
    this.#store = store;
    this.#replicas = earlierReplicasOf(store);
    this.#needs = needs;
    this.#changed = changed;
    this.#undo = [
      store.subscribe(() => this.update()),
      this.#replicas.subscribe(() => this.update()),
      observeSize(element, (width) => {
        this.#wide = width > 0;
        for (const watch of this.#watches) watch.setActive(this.#isActive);
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
    const { compare, replicas, except } = this.#store.state;
    const choice = this.#replicas.choice();
    const needs = compare && choice ? this.#needs().map((need) => earlierNeed(need, compare, choice)) : [];
    const chosen = except ?? replicas;
    if (chosen !== this.#chosen) this.#pass(chosen);
    if (compare === this.#compare && needs.length === this.#watches.length) {
      this.#watches.forEach((watch, i) => {
        const need = needs[i];
        if (need) watch.update(need);
        watch.setActive(this.#isActive);
      });
      return;
    }
    this.#close();
    this.#compare = compare;
    this.#watches = needs.map((need, i) => this.#watch(need, i));
    this.#changed();
  }

  close(): void {
    for (const undo of this.#undo) undo();
    this.#close();
  }

  /** Where another range was chosen, it waits for the replicas of then; what came for the one before stays so long. */
  get #isActive(): boolean {
    return this.#wide && !this.#replicas.seeking;
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
    watch.setActive(this.#isActive);
    watch.setVisible(this.#inSight);
    return watch;
  }

  #pass(chosen: readonly string[] | null): void {
    this.#chosen = chosen;
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
