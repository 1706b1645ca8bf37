import { indexFrom } from './index-from.js';
import type { TimeRange } from '../time/range.js';

export const sameValues = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, index) => Object.is(value, b[index]));

/** One column of two frames that are to be joined; it may be missing in one of them. */
export interface ColumnPair {
  readonly held: Float64Array | undefined;
  readonly newer: Float64Array | undefined;
  /** How many values it has for each time. */
  readonly width: number;
}

/** The memory of joined columns, one after the other, with room for `capacity` times in each. */
interface Memory {
  readonly capacity: number;
  /** How many times are in use; what stands behind them is not read. */
  used: number;
}

/** Times that may be added before all is copied again, at least. */
const LEAST_ROOM = 64;

const memories = new WeakMap<ArrayBufferLike, Memory>();

/** Joins columns: what `newer` covers is its own, the rest is of `held`. */
export class Seam {
  readonly #start: number;
  readonly #end: number;
  readonly #first: number;
  readonly #count: number;
  readonly #held: number;

  constructor(held: Float64Array, newer: Float64Array, { from, to }: TimeRange) {
    this.#start = indexFrom(held, from);
    this.#end = indexFrom(held, to);
    this.#first = indexFrom(newer, from);
    this.#count = indexFrom(newer, to) - this.#first;
    this.#held = held.length;
  }

  /** True where `newer` says what `held` says already. */
  same({ held, newer, width }: ColumnPair): boolean {
    const before = held?.subarray(this.#start * width, this.#end * width);
    return before !== undefined && newer !== undefined && sameValues(before, this.#fresh(newer, width));
  }

  /** The joined columns. Where `newer` only adds to the end of `held`, they go on in its memory, if that has room. */
  join(pairs: readonly ColumnPair[]): readonly Float64Array[] {
    return this.#append(pairs) ?? this.#copy(pairs);
  }

  #fresh(values: Float64Array, width: number): Float64Array {
    return values.subarray(this.#first * width, (this.#first + this.#count) * width);
  }

  #append(pairs: readonly ColumnPair[]): readonly Float64Array[] | null {
    const buffer = pairs[0]?.held?.buffer;
    const memory = buffer && memories.get(buffer);
    const known = this.#held - this.#start;
    const added = this.#count - known;
    if (!memory || this.#end < this.#held || added < 0 || memory.used + added > memory.capacity) return null;
    let place = 0;
    const appended: Float64Array[] = [];
    for (const { held, newer, width } of pairs) {
      if (!newer || held?.buffer !== buffer) return null;
      // Somebody else may have gone on from here already.
      if (held.byteOffset / held.BYTES_PER_ELEMENT + held.length !== place + memory.used * width) return null;
      const fresh = this.#fresh(newer, width);
      if (!sameValues(held.subarray(this.#start * width), fresh.subarray(0, known * width))) return null;
      appended.push(new Float64Array(held.buffer, held.byteOffset, held.length + added * width));
      place += memory.capacity * width;
    }
    memory.used += added;
    pairs.forEach(({ newer, width }, i) => {
      if (newer) appended[i]?.set(this.#fresh(newer, width), this.#start * width);
    });
    return appended;
  }

  /** One piece of memory for all: pieces cost more than their filling. */
  #copy(pairs: readonly ColumnPair[]): readonly Float64Array[] {
    const length = this.#start + this.#count + this.#held - this.#end;
    const capacity = length + Math.max(LEAST_ROOM, length >> 2);
    const values = new Float64Array(capacity * pairs.reduce((sum, { width }) => sum + width, 0));
    memories.set(values.buffer, { capacity, used: length });
    let place = 0;
    return pairs.map(({ held, newer, width }) => {
      const joined = values.subarray(place, place + length * width);
      place += capacity * width;
      if (!held || !newer) joined.fill(NaN);
      if (held) {
        joined.set(held.subarray(0, this.#start * width));
        joined.set(held.subarray(this.#end * width), (this.#start + this.#count) * width);
      }
      if (newer) joined.set(this.#fresh(newer, width), this.#start * width);
      return joined;
    });
  }
}
