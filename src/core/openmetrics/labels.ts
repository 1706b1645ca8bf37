import type { ByteCursor } from './bytes.js';
import { BACKSLASH, CLOSE, COMMA, EQUALS, labelNameEnd, LF, QUOTE, SMALL_N } from './bytes.js';
import type { Faults } from './faults.js';

/** Takes the labels of a set one by one, as bytes of its text; `escaped`: the value has a backslash in it. */
export interface LabelVisitor {
  label(bytes: Uint8Array, name: number, nameEnd: number, value: number, valueEnd: number, escaped: boolean): void;
  /** Takes the label at `at` if it is written like one before, and returns where it ends; else -1. */
  known(bytes: Uint8Array, at: number): number;
}

/** Reads the labels in braces at the cursor, which moves behind them. */
export function readLabels(cursor: ByteCursor, faults: Faults, visitor: LabelVisitor): void {
  const { bytes } = cursor;
  let at = cursor.at + 1;
  if (bytes[at] === CLOSE) {
    cursor.at = at + 1;
    return;
  }
  for (; ; at++) {
    const known = visitor.known(bytes, at);
    if (known < 0) at = readLabel(bytes, at, faults, visitor);
    else at = known;
    if (bytes[at] === CLOSE) break;
    if (bytes[at] !== COMMA) faults.drop('labels', at);
  }
  cursor.at = at + 1;
}

/** Reads name="value"; returns where it ends. */
function readLabel(bytes: Uint8Array, at: number, faults: Faults, visitor: LabelVisitor): number {
  const nameEnd = labelNameEnd(bytes, at);
  if (nameEnd === at) faults.drop('label-name', at);
  if (bytes[nameEnd] !== EQUALS || bytes[nameEnd + 1] !== QUOTE) faults.drop('labels', nameEnd);
  const value = nameEnd + 2;
  let end = value;
  let escaped = false;
  for (let byte = bytes[end] ?? LF; byte !== QUOTE; byte = bytes[++end] ?? LF) {
    if (byte === BACKSLASH) {
      escaped = true;
      byte = bytes[++end] ?? LF;
    }
    if (byte === LF) faults.drop('labels', value - 1);
  }
  visitor.label(bytes, at, nameEnd, value, end, escaped);
  return end + 1;
}

/** The bytes without their escapes; a backslash before any other character stays. */
export function unescapeBytes(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const plain = new Uint8Array(to - from);
  let length = 0;
  for (let at = from; at < to; at++) {
    let byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (byte === BACKSLASH && at + 1 < to && (next === SMALL_N || next === QUOTE || next === BACKSLASH)) {
      byte = next === SMALL_N ? LF : next;
      at++;
    }
    plain[length++] = byte;
  }
  return plain.subarray(0, length);
}
