import { BACKSLASH, CLOSE, COMMA, EQUALS, HASH, isBlank, LF, OPEN, QUOTE, SPACE } from './bytes.js';

/**
 * A line as the strict grammar wants it spaced, with its line feed: text 0.0.4 allows any blanks between its parts, and
 * a comma after the last label. Returns `null` where there is nothing to mend.
 */
export function respaced(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  let at = from;
  while (at < to && isBlank(bytes[at] ?? 0)) at++;
  const out = bytes[at] === HASH ? metadata(bytes, at, to) : sample(bytes, at, to);
  out.push(LF);
  const same = out.length === to - from + 1 && out.every((byte, i) => byte === bytes[from + i] || i === to - from);
  return same ? null : Uint8Array.from(out);
}

/** Single spaces around the kind and the name; the text of a help line stays as it is. */
function metadata(bytes: Uint8Array, from: number, to: number): number[] {
  const out: number[] = [HASH];
  let at = from + 1;
  for (let part = 0; part < 3 && at < to; part++) {
    while (at < to && isBlank(bytes[at] ?? 0)) at++;
    out.push(SPACE);
    while (part < 2 && at < to && !isBlank(bytes[at] ?? 0)) out.push(bytes[at++] ?? 0);
  }
  const isHelp = out[2] === 72;
  let end = to;
  while (!isHelp && end > at && isBlank(bytes[end - 1] ?? 0)) end--;
  while (at < end) out.push(bytes[at++] ?? 0);
  return out;
}

function sample(bytes: Uint8Array, from: number, to: number): number[] {
  const out: number[] = [];
  let quoted = false;
  let braces = false;
  let hashed = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (quoted) {
      out.push(byte);
      if (byte === BACKSLASH && at + 1 < to) out.push(bytes[++at] ?? 0);
      else if (byte === QUOTE) quoted = false;
    } else if (isBlank(byte)) {
      if (!braces && out.at(-1) !== SPACE) out.push(SPACE);
    } else {
      if (byte === HASH) hashed = true;
      if (byte === OPEN && out.at(-1) === SPACE && !hashed) out.pop();
      if (byte === CLOSE && out.at(-1) === COMMA) out.pop();
      if (byte === OPEN) braces = true;
      if (byte === CLOSE) braces = false;
      if (byte === QUOTE && out.at(-1) === EQUALS) quoted = true;
      out.push(byte);
    }
  }
  while (out.at(-1) === SPACE) out.pop();
  return out;
}
