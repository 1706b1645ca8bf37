import { ANSWER_WORDS } from '../words/answer-words.js';
import { printable } from '../printable.js';
import { quoted } from '../words/words.js';

/** A source's answer that cannot be drawn; the message says what was asked, what came and what to do. */
export class FrameError extends Error {
  override readonly name = 'FrameError';

  constructor(metric: string, what: string) {
    super(ANSWER_WORDS.badAnswer(metric, what));
  }
}

/** The source has no such metric, and says so: `<ie-analytics>` shows nothing of it. */
export class NoMetricError extends Error {
  override readonly name = 'NoMetricError';

  constructor(readonly metric: string) {
    super(ANSWER_WORDS.noMetric(metric));
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * Throws a FrameError for what is no frame and no rows at all: nothing, an HTML page, a response that nobody read;
 * for `null` a NoMetricError.
 */
export function checkIsData(answer: unknown, metric: string): Fields {
  if (answer === null) throw new NoMetricError(metric);
  if (answer === undefined) throw new FrameError(metric, ANSWER_WORDS.nothingCame);
  if (typeof answer === 'string' && /^\s*</.test(answer)) throw new FrameError(metric, ANSWER_WORDS.htmlCame);
  if (!isObject(answer)) throw new FrameError(metric, ANSWER_WORDS.otherCame(quoted(printable(answer))));
  const tag = Object.prototype.toString.call(answer).slice(8, -1);
  if (tag !== 'Object' && tag !== 'Array') throw new FrameError(metric, ANSWER_WORDS.otherCame(tag));
  return answer;
}
