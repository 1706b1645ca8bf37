import { decodeUtf8, countCharacters } from './utf8.js';
import { LF } from './bytes.js';
import type { MetricsFormat, MetricsMode } from './metrics-mode.js';
import type { MetricsRule } from './metrics-parse-error.js';
import { MetricsParseError } from './metrics-parse-error.js';

/** What a lenient reading let pass: the rule, the first place, how often. */
export interface Forgiven {
  readonly rule: MetricsRule;
  /** Whether the lines were left out, instead of read as what they probably mean. */
  readonly dropped: boolean;
  readonly line: number;
  readonly text: string;
  readonly count: number;
}

/** Leaves a line that a lenient reading cannot use. */
class UnreadableLine extends Error {
  rule: MetricsRule = 'sample';
  text = '';
}
const unreadable = new UnreadableLine();

const LONGEST_TEXT = 200;

/** Where the reading stands, and what becomes of a broken rule: strict throws, lenient notes it. */
export class Faults {
  bytes: Uint8Array = new Uint8Array();
  line = 1;
  lineStart = 0;
  readonly #forgiven = new Map<string, { -readonly [K in keyof Forgiven]: Forgiven[K] }>();

  /** A strict reading is of OpenMetrics, whatever was said. */
  readonly format: MetricsFormat;

  constructor(
    readonly mode: MetricsMode,
    format: MetricsFormat = 'unknown',
  ) {
    this.format = mode === 'strict' ? 'openmetrics' : format;
  }

  get forgiven(): readonly Forgiven[] {
    return [...this.#forgiven.values()];
  }

  /** A rule is broken between two bytes, or in a part with a text of its own; what stands there can still be read. */
  forgive(rule: MetricsRule, from = this.lineStart, to?: number, text?: string): void {
    if (this.mode === 'strict') throw this.#error(rule, from, to ?? this.#lineEnd(), text);
    this.#note(rule, () => text ?? this.#text(from, to ?? this.#lineEnd()), false);
  }

  /** A rule is broken by a sample that was read before: strict says its line. */
  forgiveEarlier(rule: MetricsRule, line: number, text: string): void {
    if (this.mode === 'strict') throw new MetricsParseError(rule, line, 1, text);
    this.#note(rule, () => text, false);
  }

  /** The line cannot be read from `from` on: it throws either way, in lenient mode for `attempt` to catch. */
  drop(rule: MetricsRule, from: number): never {
    if (this.mode === 'strict') throw this.#error(rule, from, this.#lineEnd());
    unreadable.rule = rule;
    unreadable.text = this.#forgiven.has(`${rule} true`) ? '' : this.#text(this.lineStart, this.#lineEnd());
    throw unreadable;
  }

  /** Whether a line could be read. */
  attempt(read: () => void): boolean {
    try {
      read();
      return true;
    } catch (error) {
      if (error === unreadable) return false;
      throw error;
    }
  }

  /** Notes that the line of the last failed attempt is left out. */
  leaveOut(): void {
    this.#note(unreadable.rule, () => unreadable.text, true);
  }

  #note(rule: MetricsRule, textOf: () => string, dropped: boolean): void {
    const key = `${rule} ${dropped}`;
    const noted = this.#forgiven.get(key);
    if (noted) noted.count++;
    else this.#forgiven.set(key, { rule, dropped, line: this.line, text: textOf(), count: 1 });
  }

  #error(rule: MetricsRule, from: number, to: number, text?: string): MetricsParseError {
    const column = countCharacters(this.bytes, this.lineStart, from) + 1;
    return new MetricsParseError(rule, this.line, column, text ?? this.#text(from, to));
  }

  #text(from: number, to: number): string {
    const { bytes } = this;
    let end = Math.min(to, from + LONGEST_TEXT);
    // Not within a character.
    for (let i = 0; i < 3 && end < to && ((bytes[end] ?? 0) & 0xc0) === 0x80; i++) end--;
    return decodeUtf8(bytes, from, end);
  }

  #lineEnd(): number {
    const end = this.bytes.indexOf(LF, this.lineStart);
    return end < 0 ? this.bytes.length : end;
  }
}
