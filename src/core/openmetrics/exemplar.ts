import type { Labels } from '../frame/frame.js';
import { labelSet } from '../frame/frame.js';
import type { ByteCursor } from './bytes.js';
import { HASH, OPEN, SPACE } from './bytes.js';
import type { Faults } from './faults.js';
import type { LabelVisitor } from './labels.js';
import { readLabels, unescapeBytes } from './labels.js';
import { readNumber } from './number.js';
import { readTimestamp } from './timestamp.js';
import { countCharacters, decodeUtf8 } from './utf8.js';

/** An example of what a sample counts: a trace, say. */
export interface Exemplar {
  /** The row of its sample. */
  readonly row: number;
  readonly labels: Labels;
  readonly value: number;
  /** ms since the epoch, `NaN` where none was given. */
  readonly timestamp: number;
}

const LONGEST = 128;

class ExemplarLabels implements LabelVisitor {
  readonly pairs = new Map<string, string>();
  length = 0;
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  known(): number {
    return -1;
  }

  label(bytes: Uint8Array, name: number, nameEnd: number, value: number, valueEnd: number, escaped: boolean): void {
    const key = decodeUtf8(bytes, name, nameEnd);
    if (this.pairs.has(key)) this.#faults.drop('label-twice', name);
    const plain = escaped ? unescapeBytes(bytes, value, valueEnd) : bytes.subarray(value, valueEnd);
    this.length += nameEnd - name + countCharacters(plain, 0, plain.length);
    this.pairs.set(key, decodeUtf8(plain, 0, plain.length));
  }
}

/** Reads the exemplar at the cursor, which stands on its # and moves behind it. */
export function readExemplar(cursor: ByteCursor, faults: Faults, row: number): Exemplar {
  const { bytes, at: start } = cursor;
  if (bytes[start] !== HASH || bytes[start + 1] !== SPACE || bytes[start + 2] !== OPEN) faults.drop('exemplar', start);
  const visitor = new ExemplarLabels(faults);
  cursor.at = start + 2;
  readLabels(cursor, faults, visitor);
  if (bytes[cursor.at] !== SPACE) faults.drop('exemplar', start);
  const at = ++cursor.at;
  const value = readNumber(cursor);
  if (cursor.at === at) faults.drop('number', at);
  const timestamp = bytes[cursor.at] === SPACE ? readTimestamp(cursor, faults) : NaN;
  if (visitor.length > LONGEST) faults.forgive('exemplar-length', start, cursor.at);
  return { row, labels: labelSet(visitor.pairs), value, timestamp };
}
