import { formatClock, SECOND, WORDS } from '../../core/index.js';
import type { Answer, TimeframeState } from '../../timeframe/index.js';

/** What is wrong with an answer, in words, and when it is tried again; '' where nothing is. */
export function troubleOf(answer: Answer | null, state: TimeframeState | undefined): string {
  const wrong = answer?.error?.message ?? (answer?.late ? WORDS.late : '');
  if (!wrong || !answer || !state?.refresh || answer.retryAt === Infinity) return wrong;
  return WORDS.nextTry(wrong, formatClock(answer.retryAt, state.timezone, state.locale, SECOND));
}
