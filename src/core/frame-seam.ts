import { indexFrom } from './frame-slice.js';
import type { TimeRange } from './range.js';

export const sameValues = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, index) => Object.is(value, b[index]));

/** Joins columns of `width` values a time: what `newer` covers is its own, the rest is of `held`. */
export class Seam {
  readonly #start: number;
  readonly #end: number;
  readonly #first: number;
  readonly #count: number;
  readonly #length: number;

  constructor(held: Float64Array, newer: Float64Array, { from, to }: TimeRange) {
    this.#start = indexFrom(held, from);
    this.#end = indexFrom(held, to);
    this.#first = indexFrom(newer, from);
    this.#count = indexFrom(newer, to) - this.#first;
    this.#length = this.#start + this.#count + held.length - this.#end;
  }

  #fresh(values: Float64Array, width: number): Float64Array {
    return values.subarray(this.#first * width, (this.#first + this.#count) * width);
  }

  /** True where `newer` says what `held` says already. */
  same(held: Float64Array | undefined, newer: Float64Array, width = 1): boolean {
    const before = held?.subarray(this.#start * width, this.#end * width);
    return before !== undefined && sameValues(before, this.#fresh(newer, width));
  }

  join(held: Float64Array | undefined, newer: Float64Array | undefined, width = 1): Float64Array {
    const joined = new Float64Array(this.#length * width);
    if (!held || !newer) joined.fill(NaN);
    if (held) {
      joined.set(held.subarray(0, this.#start * width));
      joined.set(held.subarray(this.#end * width), (this.#start + this.#count) * width);
    }
    if (newer) joined.set(this.#fresh(newer, width), this.#start * width);
    return joined;
  }
}
