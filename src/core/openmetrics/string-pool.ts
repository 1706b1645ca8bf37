import { ByteTable } from './byte-table.js';
import { hashOf } from './bytes.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/** Each text once, with an id counted from 0. */
export class StringPool {
  readonly #table = new ByteTable();
  readonly #seed = this.#table.seed;
  readonly #texts: string[] = [];

  /** About how many bytes it takes. */
  get bytes(): number {
    return 3 * this.#table.bytes;
  }

  /** The id of valid UTF-8. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to, this.#seed);
    const known = this.#table.find(bytes, from, to, hash);
    if (known >= 0) return known;
    this.#texts.push(decodeUtf8(bytes, from, to));
    return this.#table.add(bytes, from, to, hash);
  }

  idOf(text: string): number {
    const bytes = encodeUtf8(text);
    return this.intern(bytes, 0, bytes.length);
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }
}
