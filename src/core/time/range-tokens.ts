import { RANGE_WORDS } from '../words/range-words.js';

export type TokenKind = 'date' | 'day' | 'clock' | 'zone' | 'count' | 'unit' | 'now' | 'word' | 'to';

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
  ['to', /\/|[–—]|-(?=\s)|(?:to|until|till|and)(?![a-z])/iy],
  ['zone', /Z(?![a-z])|[+-]\d\d:\d\d/y],
  ['count', /\d+(?:\.\d+)?/y],
  ['now', /now(?![a-z])(?:\s*-\s*(?=\d))?/iy],
  ['day', /(?:today|yesterday)(?![a-z])/iy],
  ['word', /(?:from|between|since|last|past|ago)(?![a-z])/iy],
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
    tokens.push({ kind, text: piece, at });
    at += piece.length;
    at += read(SPACE, text, at).length;
  }
  return tokens;
}
