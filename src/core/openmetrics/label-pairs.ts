import type { Faults } from './faults.js';
import type { LabelVisitor } from './labels.js';
import { unescapeBytes } from './labels.js';
import type { StringPool } from './string-pool.js';

const NOTHING = new Uint8Array();
/** From so many labels on they are put into their order at the end: one by one that takes a time that grows with the square. */
const MANY = 32;

/** Collects labels as pairs of ids (name, value), ascending by name; an empty value is as good as none. */
export class LabelPairs implements LabelVisitor {
  ids = new Int32Array(16);
  length = 0;
  readonly #strings: StringPool;
  readonly #empty: number;
  #faults: Faults | null = null;
  /** Where the labels of the line before stand, by their place in it: begin, end, number of name and of value. */
  #before: Uint8Array = NOTHING;
  #places = new Int32Array(64);
  #place = 0;
  #hasEmpty = false;
  /** Names and values where there are many. */
  #many: Map<number, number> | null = null;

  constructor(strings: StringPool) {
    this.#strings = strings;
    this.#empty = strings.idOf('');
  }

  start(faults: Faults): void {
    this.#faults = faults;
    this.length = 0;
    this.#place = 0;
    this.#hasEmpty = false;
    this.#many = null;
  }

  /** The bytes of the line before are gone. */
  forget(): void {
    this.#places.fill(0);
    this.#before = NOTHING;
  }

  known(bytes: Uint8Array, at: number): number {
    const places = this.#places;
    const place = this.#place;
    if (place + 4 > places.length || bytes !== this.#before) return -1;
    const from = places[place] ?? 0;
    const end = at + (places[place + 1] ?? 0) - from;
    if (end === at) return -1;
    for (let i = at, before = from; i < end; i++, before++) if (bytes[i] !== bytes[before]) return -1;
    this.#add(at, end, places[place + 2] ?? 0, places[place + 3] ?? 0);
    return end;
  }

  label(bytes: Uint8Array, name: number, nameEnd: number, value: number, valueEnd: number, escaped: boolean): void {
    const nameId = this.#strings.intern(bytes, name, nameEnd);
    const plain = escaped ? unescapeBytes(bytes, value, valueEnd) : null;
    const valueId = plain ? this.#strings.intern(plain, 0, plain.length) : this.#strings.intern(bytes, value, valueEnd);
    if (bytes !== this.#before) {
      this.forget();
      this.#before = bytes;
    }
    this.#add(name, valueEnd + 1, nameId, valueId);
  }

  /** Puts a label where its name belongs. */
  #add(from: number, end: number, nameId: number, valueId: number): void {
    const places = this.#places;
    const written = this.#place;
    if (written + 4 <= places.length) {
      places[written] = from;
      places[written + 1] = end;
      places[written + 2] = nameId;
      places[written + 3] = valueId;
    }
    this.#place += 4;
    if (valueId === this.#empty) this.#hasEmpty = true;
    if (this.length >= 2 * MANY) return this.#addToMany(from, nameId, valueId);
    this.reach(this.length + 2);
    const { ids } = this;
    let place = this.length;
    for (; place > 0 && (ids[place - 2] ?? 0) > nameId; place -= 2) {
      ids.copyWithin(place, place - 2, place);
    }
    if (place > 0 && ids[place - 2] === nameId) this.#faults?.drop('label-twice', from);
    ids[place] = nameId;
    ids[place + 1] = valueId;
    this.length += 2;
  }

  #addToMany(from: number, nameId: number, valueId: number): void {
    const { ids } = this;
    if (!this.#many) {
      this.#many = new Map();
      for (let i = 0; i < this.length; i += 2) this.#many.set(ids[i] ?? 0, ids[i + 1] ?? 0);
    }
    if (this.#many.has(nameId)) this.#faults?.drop('label-twice', from);
    this.#many.set(nameId, valueId);
    this.length += 2;
  }

  /** Puts many labels into their order, and takes out those without a value. */
  finish(): void {
    const many = this.#many;
    if (many) {
      this.reach(this.length);
      Int32Array.from(many.keys())
        .sort()
        .forEach((nameId, i) => {
          this.ids[2 * i] = nameId;
          this.ids[2 * i + 1] = many.get(nameId) ?? 0;
        });
    }
    if (!this.#hasEmpty) return;
    const { ids, length } = this;
    this.length = 0;
    for (let i = 0; i < length; i += 2) {
      if (ids[i + 1] === this.#empty) continue;
      ids.copyWithin(this.length, i, i + 2);
      this.length += 2;
    }
  }

  /** Makes room for so many integers. */
  reach(length: number): void {
    if (length <= this.ids.length) return;
    const wider = new Int32Array(length * 2);
    wider.set(this.ids);
    this.ids = wider;
  }
}
