import { comparisonShift, earlierRange } from '../core/index.js';
import type { Need } from './need.js';

/** One function for each comparison: equal needs stay equal. */
const known = new Map<string, NonNullable<Need['rangeOf']>>();

/** The same need for the range that a time frame compares with; `compare` as in its state. */
export function earlierNeed(need: Need, compare: string): Need {
  let rangeOf = known.get(compare);
  if (!rangeOf) {
    rangeOf = ({ range, timezone }) => earlierRange(range, comparisonShift(compare, range, timezone), timezone);
    known.set(compare, rangeOf);
  }
  return { ...need, shift: compare, rangeOf };
}
