import { RANGE_WORDS } from '../words/range-words.js';

export type TokenKind =
  'date' | 'day' | 'clock' | 'zone' | 'count' | 'unit' | 'month' | 'now' | 'rounded' | 'word' | 'to';

export interface RangeToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** Index in the text that was typed. */
  readonly at: number;
}

/** What was typed is not understood: why in words, and where it stands. */
export class RangeMisread extends Error {
  readonly at: number;
  readonly length: number;

  constructor(words: string, { at, text }: Pick<RangeToken, 'at' | 'text'>) {
    super(words);
    this.at = at;
    this.length = text.length;
  }
}

/** The first that matches counts. */
const TOKENS: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ['date', /\d{4}-\d{1,2}-\d{1,2}(?!\d)/y],
  ['clock', /T?\d{1,2}:\d\d(?::\d\d(?:\.\d{1,3})?)?/y],
  // A minus before what no offset is ends the first moment: `9:00-9:30`, `10:00:00-11:30:15`, `2026-11-24-2026-11-25`.
  ['to', /\/|[–—]|-(?=\s|\d:|\d\d:\d\d:|\d{4}-|now)|(?:to|until|till|and)(?![a-z])/iy],
  ['zone', /Z(?![a-z])|[+-]\d\d:\d\d/y],
  ['count', /\d+(?:\.\d+)?/y],
  ['rounded', /[Nn][Oo][Ww](?:[+-]\d+[smhdwMy])?\/[smhdwMy](?![A-Za-z])/y],
  ['now', /now(?![a-z])(?:\s*-\s*(?=\d))?/iy],
  ['day', /(?:today|yesterday)(?![a-z])/iy],
  ['word', /(?:from|between|since|last|past|ago)(?![a-z])/iy],
  // Minutes are a small m.
  ['month', /M(?![A-Za-z])/y],
  ['month', /mo(?:nths?)?(?![a-z])/iy],
  ['unit', /(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?![a-z])/iy],
];
const SPACE = /[\s,]*/y;
const REST = /[^\s,/]+/y;

const read = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** Throws a RangeMisread at the first piece of text that is none of them. */
export function rangeTokens(text: string): RangeToken[] {
  const tokens: RangeToken[] = [];
  let at = read(SPACE, text, 0).length;
  while (at < text.length) {
    let kind: TokenKind | undefined;
    let piece = '';
    for (const [name, pattern] of TOKENS) {
      piece = read(pattern, text, at);
      kind = name;
      if (piece) break;
    }
    if (!piece || kind === undefined) {
      piece = read(REST, text, at) || text.slice(at);
      const { unknown, unknownUnit } = RANGE_WORDS;
      throw new RangeMisread(tokens.at(-1)?.kind === 'count' ? unknownUnit(piece) : unknown(piece), {
        at,
        text: piece,
      });
    }
    const token = { kind, text: piece, at };
    if (kind === 'month') throw new RangeMisread(RANGE_WORDS.noMonth(piece), token);
    tokens.push(token);
    at += piece.length;
    at += read(SPACE, text, at).length;
  }
  return tokens;
}
