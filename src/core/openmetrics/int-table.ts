import { IntColumn } from './columns.js';

/** Ids for lists of integers: equal lists have one id, counted from 0. */
export class IntTable {
  #slots = new Int32Array(32);
  readonly #hashes = new IntColumn();
  readonly #items = new IntColumn();
  readonly #starts = new IntColumn([0]);

  get size(): number {
    return this.#hashes.length;
  }

  /** The id of the first `length` integers, a new one where they have none. */
  intern(list: Int32Array, length: number): number {
    let hash = length;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ (list[i] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const id = (this.#slots[slot] ?? 0) - 1;
      if (id < 0) break;
      if (this.#hashes.values[id] === hash && this.#same(id, list, length)) return id;
    }
    const id = this.size;
    for (let i = 0; i < length; i++) this.#items.push(list[i] ?? 0);
    this.#starts.push(this.#items.length);
    this.#hashes.push(hash);
    this.#slots[slot] = id + 1;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return id;
  }

  /** How long the list of an id is. */
  length(id: number): number {
    return this.#starts.at(id + 1) - this.#starts.at(id);
  }

  /** One integer of the list of an id, -1 outside of it. */
  item(id: number, index: number): number {
    return this.#items.values[this.#starts.at(id) + index] ?? -1;
  }

  #same(id: number, list: Int32Array, length: number): boolean {
    if (this.length(id) !== length) return false;
    const start = this.#starts.at(id);
    const { values } = this.#items;
    for (let i = 0; i < length; i++) if (values[start + i] !== list[i]) return false;
    return true;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.#hashes.at(id) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}
