import { CR, LF } from './bytes.js';
import type { Faults } from './faults.js';
import { decodeUtf8, encodeUtf8, invalidUtf8 } from './utf8.js';

const MARK = [0xef, 0xbb, 0xbf];

/** Where a text may not have a byte, from its beginning: sets the place of the fault. */
function forgiveAt(faults: Faults, rule: 'utf8' | 'carriage-return', at: number): void {
  const { bytes, line, lineStart } = faults;
  let lines = 0;
  let start = 0;
  for (let i = bytes.indexOf(LF); i >= 0 && i < at; i = bytes.indexOf(LF, i + 1)) {
    lines++;
    start = i + 1;
  }
  faults.line += lines;
  faults.lineStart = start;
  faults.forgive(rule, at, at + 1);
  faults.line = line;
  faults.lineStart = lineStart;
}

/**
 * The bytes of whole lines, valid and without carriage returns; in lenient mode they are made so. `first`: the text
 * begins with them.
 */
export function soundLines(lines: Uint8Array, first: boolean, faults: Faults): Uint8Array {
  let bytes = lines;
  faults.bytes = bytes;
  faults.lineStart = 0;
  if (first && MARK.every((byte, i) => bytes[i] === byte)) {
    faults.forgive('byte-order-mark', 0, MARK.length);
    bytes = faults.bytes = bytes.subarray(MARK.length);
  }
  const invalid = invalidUtf8(bytes);
  if (invalid >= 0) {
    forgiveAt(faults, 'utf8', invalid);
    bytes = faults.bytes = encodeUtf8(decodeUtf8(bytes, 0, bytes.length));
  }
  const carriage = bytes.indexOf(CR);
  if (carriage < 0) return bytes;
  forgiveAt(faults, 'carriage-return', carriage);
  return bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF);
}
