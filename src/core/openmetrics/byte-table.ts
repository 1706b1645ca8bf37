import { FNV_PRIME } from './bytes.js';
import { IntColumn } from './columns.js';

/** Ids for strings of bytes: equal bytes have one id, counted from 0. */
export class ByteTable {
  #slots = new Int32Array(32);
  #arena = new Uint8Array(256);
  readonly #hashes = new IntColumn();
  /** Where each string begins, and where the last one ends. */
  readonly #starts = new IntColumn([0]);

  get size(): number {
    return this.#hashes.length;
  }

  /** The id, or -1 where these bytes have none; `hash` is that of `hashOf`. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const { values: starts } = this.#starts;
    const { values: hashes } = this.#hashes;
    for (let slot = Math.imul(hash, FNV_PRIME) >>> 7; ; slot++) {
      const id = (slots[slot & mask] ?? 0) - 1;
      if (id < 0) return -1;
      if (hashes[id] !== hash) continue;
      const start = starts[id] ?? 0;
      if ((starts[id + 1] ?? 0) - start === to - from && this.#same(bytes, from, to, start)) return id;
    }
  }

  /** Gives an id to bytes that have none yet. */
  add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const id = this.size;
    const start = this.#starts.at(id);
    const end = start + to - from;
    if (end > this.#arena.length) {
      const wider = new Uint8Array(Math.max(end, this.#arena.length * 2));
      wider.set(this.#arena.subarray(0, start));
      this.#arena = wider;
    }
    for (let i = from, at = start; i < to; i++, at++) this.#arena[at] = bytes[i] ?? 0;
    this.#starts.push(end);
    this.#hashes.push(hash);
    if (this.size * 2 > this.#slots.length) this.#grow();
    else this.#place(this.#slots, id, hash);
    return id;
  }

  #same(bytes: Uint8Array, from: number, to: number, start: number): boolean {
    const arena = this.#arena;
    for (let i = from, at = start; i < to; i++, at++) if (bytes[i] !== arena[at]) return false;
    return true;
  }

  #place(slots: Int32Array, id: number, hash: number): void {
    const mask = slots.length - 1;
    let slot = (Math.imul(hash, FNV_PRIME) >>> 7) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 0; id < this.size; id++) this.#place(this.#slots, id, this.#hashes.at(id));
  }
}
