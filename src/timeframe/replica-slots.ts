import type { Frame } from '../core/index.js';
import type { ReplicaSlot } from './state.js';

/** Gives each replica a place in the palette at first sight, and never gives that place to another. */
export class ReplicaSlots {
  readonly #slots = new Map<string, ReplicaSlot>();
  #list: readonly ReplicaSlot[] = [];

  /** In order of first sight; a new array only when there is a new replica. */
  get list(): readonly ReplicaSlot[] {
    return this.#list;
  }

  see(names: Iterable<string | undefined>): void {
    for (const name of names) {
      if (name && !this.#slots.has(name)) this.#slots.set(name, { name, slot: this.#slots.size });
    }
    if (this.#slots.size > this.#list.length) this.#list = [...this.#slots.values()];
  }
}

/** The replicas that a frame's labels name. */
export function replicasIn(frame: Frame): (string | undefined)[] {
  const labelled = frame.kind === 'series' ? frame.series : frame.kind === 'intervals' ? frame.lanes : [];
  return labelled.map(({ labels }) => labels.replica);
}
