import { LIFE_WORDS, type Frame, type TimeRange } from '../../core/index.js';

/**
 * What is said of a range in which no lane has an interval: a source that has answered for it, and for all of what was
 * asked, told that there was no replica, which is not the same as no data. '' where it has not.
 */
export function noReplicaWords(frame: Frame | undefined, range: TimeRange | null): string {
  const answered = frame?.kind === 'intervals' && !frame.partial && range && frame.completeUntil > range.from;
  return answered ? LIFE_WORDS.noReplica : '';
}
