import { BACKSLASH, HASH, isBlank, LF, metricCharsEnd, metricNameEnd, SPACE } from './bytes.js';
import type { Families, OpenFamily } from './families.js';
import type { Faults } from './faults.js';
import { unescapeBytes } from './labels.js';
import { isMetricType } from './metric-types.js';
import { decodeUtf8 } from './utf8.js';

const KINDS = ['TYPE', 'UNIT', 'HELP'] as const;
type Kind = (typeof KINDS)[number];

/** Reads a line that begins with #; returns whether it is the end of the text. */
export function readMetadata(
  bytes: Uint8Array,
  start: number,
  end: number,
  families: Families,
  faults: Faults,
): boolean {
  const word = bytes[start + 1] === SPACE ? wordAt(bytes, start + 2, end) : '';
  if (word === 'EOF' && end === start + 5) return true;
  const kind = KINDS.find((name) => name === word);
  if (!kind || bytes[start] !== HASH) {
    // With other blanks it may be metadata of text 0.0.4.
    if (faults.mode === 'lenient' && isMetadata(bytes, start + 1, end)) faults.drop('metadata', start);
    faults.forgive('comment', start, end);
    return false;
  }
  const name = start + 7;
  const nameEnd = metricNameEnd(bytes, name);
  if (bytes[start + 6] !== SPACE) faults.drop('metadata', start);
  if (nameEnd === name) faults.drop('metric-name', name);
  if (bytes[nameEnd] !== SPACE) faults.drop('metadata', nameEnd);
  const text = nameEnd + 1;
  checkText(kind, bytes, text, end, faults);
  const family = families.open(decodeUtf8(bytes, name, nameEnd));
  if (family.key !== 0) faults.forgive('metadata-order', start, end);
  if (family.told.has(kind)) faults.forgive('metadata-twice', start, end);
  else {
    family.told.add(kind);
    tell(family, kind, bytes, text, end, faults);
  }
  return false;
}

function wordAt(bytes: Uint8Array, from: number, end: number): string {
  let to = from;
  while (to < end && bytes[to] !== SPACE && to < from + 8) to++;
  return decodeUtf8(bytes, from, to);
}

/** Whether there is a kind of metadata after some blanks. */
function isMetadata(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  while (isBlank(bytes[at] ?? 0)) at++;
  const word = decodeUtf8(bytes, at, Math.min(end, at + 4));
  return isBlank(bytes[at + 4] ?? 0) && KINDS.some((name) => name === word);
}

/** What the grammar asks of the text of a line. */
function checkText(kind: Kind, bytes: Uint8Array, from: number, end: number, faults: Faults): void {
  if (kind === 'UNIT' && metricCharsEnd(bytes, from) !== end) faults.drop('unit', from);
  if (kind !== 'HELP') return;
  for (let at = from; at < end; at++) {
    if (bytes[at] === BACKSLASH && bytes[++at] === LF) faults.forgive('help', at - 1, end);
  }
}

function tell(family: OpenFamily, kind: Kind, bytes: Uint8Array, from: number, end: number, faults: Faults): void {
  if (kind === 'HELP') {
    const plain = unescapeBytes(bytes, from, end);
    family.help = decodeUtf8(plain, 0, plain.length);
    return;
  }
  const text = decodeUtf8(bytes, from, end);
  if (kind === 'TYPE') {
    if (isMetricType(text)) {
      if (family.key === 0) family.type = text;
    } else faults.forgive('metric-type', from, end);
    return;
  }
  family.unit = text;
  if (text !== '' && !family.name.endsWith(`_${text}`)) faults.forgive('unit', from, end);
}
