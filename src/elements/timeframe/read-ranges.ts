import { SAVED_WORDS } from '../../core/index.js';
import { readSavedState } from '../../timeframe/index.js';

/** No more are looked at. */
const MOST = 100;

/** What is sound of a list of ranges of unknown origin, as text; `problem` is told why others are not. */
export function readRanges(
  list: unknown,
  now: number,
  zone: string,
  problem: (why: string) => void,
): readonly string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length > MOST) {
    problem(SAVED_WORDS.noRanges);
    return [];
  }
  return list.flatMap(
    (range: unknown) => readSavedState({ range }, now, zone, (_part, why) => problem(why)).range ?? [],
  );
}
