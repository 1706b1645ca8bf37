import { SPACE } from './bytes.js';
import { IntColumn } from './columns.js';

/** Four bytes at once, for comparing and copying. */
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * How each series was written when it was first seen, in the order of the text. The next text mostly has the same order,
 * so that its lines need only be compared with the next one here.
 */
export class WrittenLines {
  #arena = new Uint8Array(256);
  #arenaView = viewOf(this.#arena);
  readonly #starts = new IntColumn([0]);
  readonly #series = new IntColumn();
  /** By series, counted from 1. */
  readonly #placeOf = new IntColumn();
  #bytes: Uint8Array = this.#arena;
  #view = this.#arenaView;
  #next = 0;

  /** About how many bytes it takes. */
  get bytes(): number {
    return this.#starts.at(this.#series.length) + 12 * this.#series.length;
  }

  /** A text begins, or is over. */
  rewind(): void {
    this.#next = 0;
    this.#bytes = this.#arena;
    this.#view = this.#arenaView;
  }

  /** The series of the line at `at`, if it is the one that came next before; else -1. */
  expected(bytes: Uint8Array, at: number): number {
    const place = this.#next;
    if (place >= this.#series.length) return -1;
    const { values: starts } = this.#starts;
    let from = starts[place] ?? 0;
    const to = starts[place + 1] ?? 0;
    const end = at + to - from;
    if (end >= bytes.length || bytes[end] !== SPACE) return -1;
    const arena = this.#arena;
    const arenaView = this.#arenaView;
    const view = this.#viewOf(bytes);
    let i = at;
    for (; from + 4 <= to; from += 4, i += 4) {
      if (view.getInt32(i, true) !== arenaView.getInt32(from, true)) return -1;
    }
    for (; from < to; from++, i++) if (bytes[i] !== arena[from]) return -1;
    this.#next = place + 1;
    return this.#series.values[place] ?? -1;
  }

  /** How many bytes the line of the last `expected` series has. */
  get length(): number {
    const { values } = this.#starts;
    return (values[this.#next] ?? 0) - (values[this.#next - 1] ?? 0);
  }

  /** A line that was not expected was read; it is kept where its series is new. */
  seen(series: number, bytes: Uint8Array, from: number, to: number): void {
    const place = series < this.#placeOf.length ? this.#placeOf.at(series) : 0;
    if (place > 0) {
      this.#next = place;
      return;
    }
    while (this.#placeOf.length <= series) this.#placeOf.push(0);
    const atEnd = this.#next === this.#series.length;
    this.#keep(bytes, from, to);
    this.#series.push(series);
    this.#placeOf.values[series] = this.#series.length;
    if (atEnd) this.#next = this.#series.length;
  }

  /** Makes room for what a text of so many bytes may bring. */
  expect(length: number): void {
    const start = this.#starts.at(this.#series.length);
    if (start + length <= this.#arena.length) return;
    const wider = new Uint8Array(Math.max(start + length, this.#arena.length * 2));
    wider.set(this.#arena.subarray(0, start));
    this.#arena = wider;
    this.#arenaView = viewOf(wider);
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    let at = this.#starts.at(this.#series.length);
    this.expect(to - from);
    const view = this.#viewOf(bytes);
    let i = from;
    for (; i + 4 <= to; i += 4, at += 4) this.#arenaView.setInt32(at, view.getInt32(i));
    for (; i < to; i++, at++) this.#arena[at] = bytes[i] ?? 0;
    this.#starts.push(at);
  }

  #viewOf(bytes: Uint8Array): DataView {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = viewOf(bytes);
    }
    return this.#view;
  }
}
