const REPLACEMENT = 0xfffd;

/**
 * How many bytes the character at `at` has; negative where it is no valid UTF-8, then the bytes that were good of it,
 * at least one. Source: Unicode 16, table 3-7.
 */
function characterLength(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0) return -1;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < length; i++) {
    const byte = at + i < to ? (bytes[at + i] ?? 0) : 0;
    if (byte < (i === 1 ? low : 0x80) || byte > (i === 1 ? high : 0xbf)) return -i;
  }
  return length;
}

/** Where the first byte above ASCII may stand: none is before it. */
function asciiUntil(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (; at + 16 <= bytes.length; at += 16) {
    const all = view.getInt32(at) | view.getInt32(at + 4) | view.getInt32(at + 8) | view.getInt32(at + 12);
    if ((all & 0x80808080) !== 0) break;
  }
  return at;
}

/** The first byte that is no valid UTF-8, or -1. */
export function invalidUtf8(bytes: Uint8Array): number {
  const to = bytes.length;
  for (let at = asciiUntil(bytes); at < to;) {
    if ((bytes[at] ?? 0) < 0x80) at++;
    else {
      const length = characterLength(bytes, at, to);
      if (length < 0) return at;
      at += length;
    }
  }
  return -1;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  if (length === 1) return bytes[at] ?? 0;
  let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return point;
}

/** The text of valid or broken UTF-8; what is broken becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to;) {
    const length = characterLength(bytes, at, to);
    text += String.fromCodePoint(length < 0 ? REPLACEMENT : codePoint(bytes, at, length));
    at += Math.abs(length);
  }
  return text;
}

/** How many characters (code points) stand in valid UTF-8. */
export function countCharacters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count++;
  return count;
}

/** A text as UTF-8. A lone surrogate becomes the three bytes that no valid UTF-8 has. */
export function encodeUtf8(text: string): Uint8Array {
  let bytes = new Uint8Array(text.length + 16);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (at + 4 > bytes.length) {
      const wider = new Uint8Array(at + (text.length - i) * 3 + 4);
      wider.set(bytes.subarray(0, at));
      bytes = wider;
    }
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    if (point >= 0xd800 && point < 0xe000) {
      point = text.codePointAt(i) ?? point;
      if (point > 0xffff) i++;
    }
    if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6);
    else {
      if (point > 0xffff) {
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      } else bytes[at++] = 0xe0 | (point >> 12);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (point & 0x3f);
  }
  return bytes.subarray(0, at);
}
