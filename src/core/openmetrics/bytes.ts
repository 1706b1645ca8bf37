import { factorOf } from './hash-slots.js';

export const LF = 10;
export const CR = 13;
export const TAB = 9;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const EQUALS = 61;
export const BACKSLASH = 92;
export const UNDERSCORE = 95;
export const SMALL_E = 101;
export const SMALL_N = 110;
export const OPEN = 123;
export const CLOSE = 125;

/** A place in bytes. The bytes end with a line feed, at which every reader stops. */
export interface ByteCursor {
  bytes: Uint8Array;
  at: number;
}

export const isBlank = (byte: number): boolean => byte === SPACE || byte === TAB;
const isDigit = (byte: number) => byte >= ZERO && byte <= NINE;
const isLetter = (byte: number) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

const table = (has: (byte: number) => boolean) => Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
const LABEL = table((byte) => isLetter(byte) || isDigit(byte) || byte === UNDERSCORE);
const METRIC = table((byte) => isLetter(byte) || isDigit(byte) || byte === UNDERSCORE || byte === COLON);

const nameEnd = (allowed: Uint8Array, bytes: Uint8Array, from: number): number => {
  let at = from;
  if (isDigit(bytes[at] ?? 0)) return at;
  while (allowed[bytes[at] ?? 0] === 1) at++;
  return at;
};

/** Where the name that begins at `from` ends; `from` itself where there is none. */
export const labelNameEnd = (bytes: Uint8Array, from: number): number => nameEnd(LABEL, bytes, from);
export const metricNameEnd = (bytes: Uint8Array, from: number): number => nameEnd(METRIC, bytes, from);

/** Where a run of characters of a metric's name ends. */
export function metricCharsEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (METRIC[bytes[at] ?? 0] === 1) at++;
  return at;
}

/** A hash of a part of the bytes: FNV-1a with a start and a factor of its table's own. */
export function hashOf(bytes: Uint8Array, from: number, to: number, seed: number): number {
  const factor = factorOf(seed);
  let hash = seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), factor);
  return hash;
}

/** Whether two parts have the same bytes. */
export function sameBytes(
  first: Uint8Array,
  from: number,
  to: number,
  second: Uint8Array,
  secondFrom: number,
  secondTo: number,
): boolean {
  if (to - from !== secondTo - secondFrom) return false;
  for (let i = from, at = secondFrom; i < to; i++, at++) if (first[i] !== second[at]) return false;
  return true;
}
