/** So many values are packed together. */
const PIECE = 512;

type Codes = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Values of which each is `base` and its code; without codes all are `base`. */
interface Piece {
  readonly base: number;
  readonly codes: Codes | null;
  /** The code of what is missing. */
  readonly missing: number;
}

/** The smallest array that holds the values without loss. */
function packed(values: Float64Array): Piece {
  let [low, high, whole, missing] = [Infinity, -Infinity, true, 0];
  for (const value of values) {
    if (Number.isNaN(value)) missing++;
    else if (value < low || value > high) [low, high] = [Math.min(low, value), Math.max(high, value)];
    if (!Number.isSafeInteger(value) && !Number.isNaN(value)) whole = false;
  }
  if (missing === values.length) return { base: NaN, codes: null, missing: 0 };
  if (missing === 0 && low === high) return { base: low, codes: null, missing: 0 };
  for (const [Kind, limit] of [
    [Uint8Array, 0xff],
    [Uint16Array, 0xffff],
    [Uint32Array, 0xffffffff],
  ] as const) {
    if (!whole || high - low >= limit) continue;
    const codes = new Kind(values.length);
    values.forEach((value, i) => (codes[i] = Number.isNaN(value) ? limit : value - low));
    return { base: low, codes, missing: limit };
  }
  const single = values.every((value) => Number.isNaN(value) || Math.fround(value) === value);
  return { base: 0, codes: single ? Float32Array.from(values) : values.slice(), missing: NaN };
}

const valueIn = ({ base, codes, missing }: Piece, index: number): number => {
  const code = codes ? (codes[index] ?? NaN) : 0;
  return codes && code === missing ? NaN : base + code;
};

/** Numbers that grow at their end and are dropped at their beginning; a counter takes one to four bytes for each. */
export class SampleColumn {
  #pieces: Piece[] = [];
  /** So many of the first piece are dropped. */
  #dropped = 0;
  /** The last ones, as they are; few at first, since many series do not live long. */
  #open = new Float64Array(8);
  #filled = 0;

  get length(): number {
    return this.#pieces.length * PIECE - this.#dropped + this.#filled;
  }

  push(value: number): void {
    if (this.#filled === PIECE) {
      this.#pieces.push(packed(this.#open));
      this.#filled = 0;
    }
    if (this.#filled === this.#open.length) {
      const wider = new Float64Array(Math.min(PIECE, this.#open.length * 2));
      wider.set(this.#open);
      this.#open = wider;
    }
    this.#open[this.#filled++] = value;
  }

  /** In place of the last one. */
  replaceLast(value: number): void {
    if (this.#filled > 0) this.#open[this.#filled - 1] = value;
  }

  /** NaN outside. */
  at(index: number): number {
    if (index < 0) return NaN;
    const place = index + this.#dropped;
    const open = place - this.#pieces.length * PIECE;
    if (open >= 0) return open < this.#filled ? (this.#open[open] ?? NaN) : NaN;
    const piece = this.#pieces[Math.floor(place / PIECE)];
    return piece ? valueIn(piece, place < PIECE ? index : place % PIECE) : NaN;
  }

  /** Drops the first `count`. */
  drop(count: number): void {
    const place = this.#dropped + Math.min(count, this.length);
    const gone = Math.min(this.#pieces.length, Math.floor(place / PIECE));
    const rest = place - gone * PIECE;
    const before = gone > 0 ? 0 : this.#dropped;
    this.#pieces = this.#pieces.slice(gone);
    const [first] = this.#pieces;
    if (first) {
      this.#pieces[0] = { ...first, codes: first.codes?.slice(rest - before) ?? null };
      this.#dropped = rest;
    } else {
      this.#open.copyWithin(0, rest, this.#filled);
      this.#filled -= rest;
      this.#dropped = 0;
    }
  }
}
