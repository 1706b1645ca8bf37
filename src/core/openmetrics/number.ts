import type { ByteCursor } from './bytes.js';
import { DOT, MINUS, NINE, PLUS, SMALL_E, ZERO } from './bytes.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/** Powers of ten that a double has exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
/** Up to so many digits, an integer is exact and so is one product or quotient with such a power. */
const EXACT_DIGITS = 15;

const WORDS = [
  { bytes: encodeUtf8('infinity'), value: Infinity },
  { bytes: encodeUtf8('inf'), value: Infinity },
  { bytes: encodeUtf8('nan'), value: NaN },
];

/** inf, infinity and nan in any case; a sign before them is already read, and nan has none. */
function readWord(cursor: ByteCursor, from: number, sign: number): number {
  for (const { bytes, value } of WORDS) {
    if (!bytes.every((byte, i) => ((cursor.bytes[from + i] ?? 0) | 0x20) === byte)) continue;
    if (Number.isNaN(value) && sign !== 0) break;
    cursor.at = from + bytes.length;
    return sign < 0 ? -value : value;
  }
  return NaN;
}

/**
 * The number at the cursor, which moves behind it. Where there is none, or one too large for a double, the cursor stays
 * where it is. Exact by Clinger's fast path, else by the language's own reading of the text.
 */
export function readNumber(cursor: ByteCursor): number {
  const { bytes, at: start } = cursor;
  let at = start;
  let byte = bytes[at] ?? 0;
  const sign = byte === MINUS ? -1 : byte === PLUS ? 1 : 0;
  if (sign !== 0) byte = bytes[++at] ?? 0;
  const first = at;
  let mantissa = 0;
  while (byte >= ZERO && byte <= NINE) {
    mantissa = mantissa * 10 + (byte - ZERO);
    byte = bytes[++at] ?? 0;
  }
  let digits = at - first;
  let power = 0;
  if (byte === DOT) {
    const dot = at;
    byte = bytes[++at] ?? 0;
    while (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      byte = bytes[++at] ?? 0;
    }
    power = dot + 1 - at;
    digits -= power;
  }
  if (digits === 0) return at === first ? readWord(cursor, first, sign) : NaN;
  if ((byte | 0x20) === SMALL_E) {
    byte = bytes[++at] ?? 0;
    const down = byte === MINUS;
    if (down || byte === PLUS) byte = bytes[++at] ?? 0;
    if (byte < ZERO || byte > NINE) return NaN;
    let exponent = 0;
    while (byte >= ZERO && byte <= NINE) {
      exponent = exponent * 10 + (byte - ZERO);
      byte = bytes[++at] ?? 0;
    }
    power += down ? -exponent : exponent;
  }
  let value: number;
  if (digits <= EXACT_DIGITS && power >= -22 && power <= 22) {
    value = power < 0 ? mantissa / (POWERS[-power] ?? 1) : mantissa * (POWERS[power] ?? 1);
    if (sign < 0) value = -value;
  } else {
    value = Number(decodeUtf8(bytes, start, at));
    if (!Number.isFinite(value)) return NaN;
  }
  cursor.at = at;
  return value;
}

/** The number that a whole text is, or `null`. */
export function numberOf(text: string): number | null {
  const cursor = { bytes: encodeUtf8(`${text}\n`), at: 0 };
  const value = readNumber(cursor);
  return cursor.at > 0 && cursor.at === cursor.bytes.length - 1 ? value : null;
}
