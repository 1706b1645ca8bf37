import { PROMETHEUS_WORDS } from '../../core/index.js';

type Test = (code: number) => boolean;

/** What a pattern is made of. */
export type PatternNode =
  | { readonly type: 'character'; readonly test: Test }
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'either'; readonly options: readonly PatternNode[] }
  | { readonly type: 'repeat'; readonly item: PatternNode; readonly optional: boolean; readonly many: boolean };

const LONGEST = 1000;
const codeOf = (character: string): number => character.codePointAt(0) ?? -1;
const range = (from: string, to: string): Test => {
  const [low, high] = [codeOf(from), codeOf(to)];
  return (code) => code >= low && code <= high;
};
const any =
  (tests: readonly Test[]): Test =>
  (code) =>
    tests.some((test) => test(code));
const not =
  (test: Test): Test =>
  (code) =>
    !test(code);

const DIGIT = range('0', '9');
const WORD = any([DIGIT, range('a', 'z'), range('A', 'Z'), range('_', '_')]);
const BLANK = any([...' \t\n\f\r'].map((one) => range(one, one)));
const ESCAPES = new Map<string, Test>([
  ['d', DIGIT],
  ['D', not(DIGIT)],
  ['w', WORD],
  ['W', not(WORD)],
  ['s', BLANK],
  ['S', not(BLANK)],
  ['n', range('\n', '\n')],
  ['t', range('\t', '\t')],
]);

/** Reads a pattern character by character. */
class PatternReader {
  readonly #pattern: string;
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.#characters = [...pattern];
  }

  whole(): PatternNode {
    if (this.#characters.length > LONGEST) this.#refuse();
    const node = this.#either();
    if (this.#at < this.#characters.length) this.#refuse();
    return node;
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(character: string): boolean {
    const taken = this.#next === character;
    if (taken) this.#at++;
    return taken;
  }

  #either(): PatternNode {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return { type: 'either', options };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') items.push(this.#repeated());
    return { type: 'sequence', items };
  }

  #repeated(): PatternNode {
    const item = this.#item();
    const sign = this.#next ?? '';
    if (!'*+?'.includes(sign) || sign === '') return item;
    this.#at++;
    return { type: 'repeat', item, optional: sign !== '+', many: sign !== '?' };
  }

  #item(): PatternNode {
    if (this.#take('(')) {
      if (this.#take('?') && !this.#take(':')) this.#refuse();
      const inside = this.#either();
      if (!this.#take(')')) this.#refuse();
      return inside;
    }
    if (this.#take('.')) return { type: 'character', test: () => true };
    if (this.#take('[')) return { type: 'character', test: this.#class() };
    if ('*+?{}[]^$'.includes(this.#next ?? '')) this.#refuse();
    return { type: 'character', test: this.#character() };
  }

  #character(): Test {
    const character = this.#next ?? this.#refuse();
    if (character !== '\\') {
      this.#at++;
      return range(character, character);
    }
    const escaped = this.#characters[this.#at + 1] ?? this.#refuse();
    const known = ESCAPES.get(escaped);
    if (!known && /[\p{L}\p{N}]/u.test(escaped)) this.#refuse();
    this.#at += 2;
    return known ?? range(escaped, escaped);
  }

  #class(): Test {
    const negated = this.#take('^');
    const tests: Test[] = [];
    while (!this.#take(']')) {
      const from = this.#next ?? this.#refuse();
      const to = this.#characters[this.#at + 2] ?? '';
      if (from === '[') this.#refuse();
      if (this.#characters[this.#at + 1] === '-' && to !== ']') {
        if (from === '\\' || to === '\\' || to < from) this.#refuse();
        tests.push(range(from, to));
        this.#at += 3;
      } else tests.push(this.#character());
    }
    if (tests.length === 0) this.#refuse();
    return negated ? not(any(tests)) : any(tests);
  }

  #refuse(): never {
    throw new RangeError(PROMETHEUS_WORDS.badPattern(this.#pattern, this.#characters.slice(this.#at).join('')));
  }
}

/** Reads a regular expression of literals, classes, groups, `|`, `*`, `+` and `?`. Throws a RangeError in words. */
export const readPattern = (pattern: string): PatternNode => new PatternReader(pattern).whole();
