import { comparisonShift, earlierRange } from '../core/index.js';
import type { Earlier, Need } from './need.js';

/** One object for each comparison: equal needs stay equal. */
const known = new Map<string, Earlier>();

/** The same need for the range that a time frame compares with; `compare` as in its state. */
export function earlierNeed(need: Need, compare: string): Need {
  let earlier = known.get(compare);
  if (!earlier) {
    earlier = {
      shift: compare,
      rangeOf: ({ range, timezone }) => earlierRange(range, comparisonShift(compare, range, timezone), timezone),
    };
    known.set(compare, earlier);
  }
  return { ...need, earlier };
}
