import type { Faults } from './faults.js';
import type { LabelVisitor } from './labels.js';
import { unescapeBytes } from './labels.js';
import type { StringPool } from './string-pool.js';

/** Collects labels as pairs of ids (name, value), ascending by name; an empty value is as good as none. */
export class LabelPairs implements LabelVisitor {
  ids = new Int32Array(64);
  length = 0;
  readonly #strings: StringPool;
  readonly #empty: number;
  #faults: Faults | null = null;

  constructor(strings: StringPool) {
    this.#strings = strings;
    this.#empty = strings.idOf('');
  }

  start(faults: Faults): void {
    this.#faults = faults;
    this.length = 0;
  }

  label(bytes: Uint8Array, name: number, nameEnd: number, value: number, valueEnd: number, escaped: boolean): void {
    const nameId = this.#strings.intern(bytes, name, nameEnd);
    const plain = escaped ? unescapeBytes(bytes, value, valueEnd) : null;
    const valueId = plain
      ? this.#strings.intern(plain, 0, plain.length)
      : this.#strings.intern(bytes, value, valueEnd);
    if (this.length + 2 > this.ids.length) this.#grow();
    const { ids } = this;
    let place = this.length;
    for (; place > 0 && (ids[place - 2] ?? 0) > nameId; place -= 2) {
      ids[place] = ids[place - 2] ?? 0;
      ids[place + 1] = ids[place - 1] ?? 0;
    }
    if (place > 0 && ids[place - 2] === nameId) this.#faults?.drop('label-twice', name);
    ids[place] = nameId;
    ids[place + 1] = valueId;
    this.length += 2;
  }

  /** Takes out the labels without a value. */
  finish(): void {
    const { ids, length } = this;
    this.length = 0;
    for (let i = 0; i < length; i += 2) {
      if (ids[i + 1] === this.#empty) continue;
      ids[this.length++] = ids[i] ?? 0;
      ids[this.length++] = ids[i + 1] ?? 0;
    }
  }

  #grow(): void {
    const wider = new Int32Array(this.ids.length * 2);
    wider.set(this.ids);
    this.ids = wider;
  }
}
