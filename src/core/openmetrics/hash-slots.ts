import { IntColumn } from './columns.js';

/** So many ids move into a wider table with each one that is added: no addition has to wait for all of them. */
const MOVED_AT_ONCE = 8;

/** What a server cannot know, so that no text is made to give all of its names one hash. */
const newSeed = (): number => (Math.random() * 2 ** 32) | 0;
export const factorOf = (seed: number): number => (seed & -8) | 5;

/** Where the ids of a table stand by their hashes: open addressing, at most half full. */
export class HashSlots {
  readonly seed = newSeed();
  /** Ids, counted from 1. */
  #slots = new Int32Array(32);
  /** The narrower ones before, as long as not all of their ids have moved. */
  #old: Int32Array | null = null;
  #moved = 0;
  #toMove = 0;
  readonly #hashes = new IntColumn();
  #hash = 0;
  #slot = 0;
  #inOld = false;

  get size(): number {
    return this.#hashes.length;
  }

  /** The first id with this hash, or -1; then `next`. */
  first(hash: number): number {
    this.#hash = hash;
    this.#inOld = false;
    this.#slot = startOf(hash);
    return this.next();
  }

  /** The next id with the hash of `first`, or -1. */
  next(): number {
    const hashes = this.#hashes.values;
    const hash = this.#hash;
    for (;;) {
      const slots = this.#inOld && this.#old ? this.#old : this.#slots;
      const mask = slots.length - 1;
      for (let slot = this.#slot; ; slot++) {
        const id = (slots[slot & mask] ?? 0) - 1;
        if (id < 0) break;
        if (hashes[id] !== hash) continue;
        this.#slot = slot + 1;
        return id;
      }
      if (this.#inOld || !this.#old) return -1;
      this.#inOld = true;
      this.#slot = startOf(hash);
    }
  }

  /** Gives the next id to a hash. */
  add(hash: number): number {
    const id = this.#hashes.length;
    this.#hashes.push(hash);
    if ((id + 1) * 2 > this.#slots.length) this.#widen(this.#slots.length * 2);
    this.#place(id, hash);
    if (this.#old) this.#move();
    return id;
  }

  /** Makes room for so many ids. */
  reserve(count: number): void {
    this.#hashes.reserve(count);
    let length = this.#slots.length;
    while (length < count * 2) length *= 2;
    if (length > this.#slots.length && this.size === 0) this.#slots = new Int32Array(length);
  }

  #widen(length: number): void {
    while (this.#old) this.#move();
    this.#old = this.#slots;
    this.#slots = new Int32Array(length);
    this.#moved = 0;
    this.#toMove = this.size - 1;
  }

  #move(): void {
    const end = Math.min(this.#toMove, this.#moved + MOVED_AT_ONCE);
    for (; this.#moved < end; this.#moved++) this.#place(this.#moved, this.#hashes.at(this.#moved));
    if (this.#moved === this.#toMove) this.#old = null;
  }

  #place(id: number, hash: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = startOf(hash) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
}

/** Spreads hashes whose low bits are alike. */
const startOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 7;
