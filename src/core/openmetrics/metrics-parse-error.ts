import { OPENMETRICS_RULES, OPENMETRICS_WORDS } from '../words/openmetrics-words.js';

/** The name of a rule of the format; `OPENMETRICS_RULES` has its sentence. */
export type MetricsRule = keyof typeof OPENMETRICS_RULES;

/** A text breaks a rule: where, and what stands there. Line and column count from 1, the column in characters. */
export class MetricsParseError extends Error {
  override readonly name = 'MetricsParseError';

  constructor(
    readonly rule: MetricsRule,
    readonly line: number,
    readonly column: number,
    /** The offending part of the text. */
    readonly text: string,
  ) {
    super(OPENMETRICS_WORDS.broken(line, column, text, OPENMETRICS_RULES[rule]));
  }
}
