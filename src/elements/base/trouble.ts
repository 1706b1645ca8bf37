import { formatAge, formatClock, SECOND, WORDS } from '../../core/index.js';
import type { Answer, TimeframeState } from '../../timeframe/index.js';

/**
 * What is wrong with an answer, in words, and when it is tried again; '' where nothing is. Where its frame is `shown` all
 * the same, the age of that comes first, and the words of the source, which may be long, last.
 */
export function troubleOf(answer: Answer | null, state: TimeframeState | undefined, shown: boolean): string {
  const why = answer?.error?.message ?? (answer?.late ? WORDS.late : '');
  if (!why || !answer) return '';
  const { retryAt, receivedAt } = answer;
  const next =
    state?.refresh && retryAt < Infinity
      ? WORDS.nextTry(formatClock(retryAt, state.timezone, state.locale, SECOND))
      : '.';
  return shown ? `${WORDS.stale(formatAge(Date.now() - receivedAt))}${next} ${why}` : why.replace(/\.?$/, () => next);
}
