import { IntColumn } from './columns.js';
import { factorOf, HashSlots } from './hash-slots.js';

/** Ids for lists of integers: equal lists have one id, counted from 0. */
export class IntTable {
  readonly #slots = new HashSlots();
  readonly #items = new IntColumn();
  readonly #starts = new IntColumn([0]);
  #last = -1;

  get size(): number {
    return this.#slots.size;
  }

  /** About how many bytes it takes. */
  get bytes(): number {
    return 4 * this.#items.length + 16 * this.size;
  }

  /** The id of the first `length` integers, a new one where they have none; mostly that after the one asked before. */
  intern(list: Int32Array, length: number): number {
    const guess = this.#last + 1;
    return (this.#last = guess < this.size && this.#same(guess, list, length) ? guess : this.#find(list, length));
  }

  /** Makes room for so many lists of `length` integers. */
  reserve(count: number, length: number): void {
    this.#slots.reserve(count);
    this.#starts.reserve(count + 1);
    this.#items.reserve(count * length);
  }

  /** How long the list of an id is. */
  length(id: number): number {
    return this.#starts.at(id + 1) - this.#starts.at(id);
  }

  /** One integer of the list of an id, -1 outside of it. */
  item(id: number, index: number): number {
    return this.#items.values[this.#starts.at(id) + index] ?? -1;
  }

  #find(list: Int32Array, length: number): number {
    const slots = this.#slots;
    const factor = factorOf(slots.seed);
    let hash = slots.seed ^ length;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ (list[i] ?? 0), factor);
      hash ^= hash >>> 15;
    }
    for (let id = slots.first(hash); id >= 0; id = slots.next()) if (this.#same(id, list, length)) return id;
    for (let i = 0; i < length; i++) this.#items.push(list[i] ?? 0);
    this.#starts.push(this.#items.length);
    return slots.add(hash);
  }

  #same(id: number, list: Int32Array, length: number): boolean {
    if (this.length(id) !== length) return false;
    const start = this.#starts.at(id);
    const { values } = this.#items;
    for (let i = 0; i < length; i++) if (values[start + i] !== list[i]) return false;
    return true;
  }
}
