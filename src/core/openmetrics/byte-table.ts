import { IntColumn } from './columns.js';
import { HashSlots } from './hash-slots.js';

/** Ids for strings of bytes: equal bytes have one id, counted from 0. */
export class ByteTable {
  readonly #slots = new HashSlots();
  #arena = new Uint8Array(256);
  /** Where each string begins, and where the last one ends. */
  readonly #starts = new IntColumn([0]);

  get size(): number {
    return this.#slots.size;
  }

  /** About how many bytes it takes. */
  get bytes(): number {
    return this.#starts.at(this.size) + 16 * this.size;
  }

  /** Of its hashes. */
  get seed(): number {
    return this.#slots.seed;
  }

  /** The id, or -1 where these bytes have none; `hash` is that of `hashOf` with its seed. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const { values: starts } = this.#starts;
    for (let id = slots.first(hash); id >= 0; id = slots.next()) {
      const start = starts[id] ?? 0;
      if ((starts[id + 1] ?? 0) - start === to - from && this.#same(bytes, from, to, start)) return id;
    }
    return -1;
  }

  /** Gives an id to bytes that have none yet. */
  add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const start = this.#starts.at(this.size);
    const end = start + to - from;
    if (end > this.#arena.length) {
      const wider = new Uint8Array(Math.max(end, this.#arena.length * 2));
      wider.set(this.#arena.subarray(0, start));
      this.#arena = wider;
    }
    for (let i = from, at = start; i < to; i++, at++) this.#arena[at] = bytes[i] ?? 0;
    this.#starts.push(end);
    return this.#slots.add(hash);
  }

  #same(bytes: Uint8Array, from: number, to: number, start: number): boolean {
    const arena = this.#arena;
    for (let i = from, at = start; i < to; i++, at++) if (bytes[i] !== arena[at]) return false;
    return true;
  }
}
