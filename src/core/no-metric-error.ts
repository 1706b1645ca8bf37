import { ANSWER_WORDS } from './answer-words.js';

/** The source has no such metric, and says so: `<ie-analytics>` shows nothing of it. */
export class NoMetricError extends Error {
  override readonly name = 'NoMetricError';

  constructor(readonly metric: string) {
    super(ANSWER_WORDS.noMetric(metric));
  }
}
