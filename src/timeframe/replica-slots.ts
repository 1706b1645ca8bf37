import type { Frame } from '../core/index.js';
import type { ReplicaSlot } from './state.js';

/** Gives each replica a place in the palette at first sight, and never gives that place to another. */
export class ReplicaSlots {
  readonly #slots = new Map<string, ReplicaSlot>();
  /** Places that have an owner, by its name. */
  readonly #owned: Map<string, number>;
  #list: readonly ReplicaSlot[] = [];

  /** `before`: those that have a place though they were not seen yet. */
  constructor(before: readonly ReplicaSlot[] = []) {
    this.#owned = new Map(before.map(({ name, slot }) => [name, slot]));
  }

  /** In order of first sight; a new array only when there is a new replica. */
  get list(): readonly ReplicaSlot[] {
    return this.#list;
  }

  see(names: Iterable<string | undefined>): void {
    const taken = new Set(this.#owned.values());
    let free = 0;
    for (const name of names) {
      if (!name || this.#slots.has(name)) continue;
      while (taken.has(free)) free++;
      const slot = this.#owned.get(name) ?? free++;
      this.#owned.set(name, slot);
      this.#slots.set(name, { name, slot });
    }
    if (this.#slots.size > this.#list.length) this.#list = [...this.#slots.values()];
  }
}

/** The replicas that a frame's labels name. */
export function replicasIn(frame: Frame): (string | undefined)[] {
  const labelled = frame.kind === 'series' ? frame.series : frame.kind === 'intervals' ? frame.lanes : [];
  return labelled.map(({ labels }) => labels['replica']);
}
