import { comparisonShift, earlierRange } from '../core/index.js';
import type { Need } from './need.js';

/** One function for each comparison: equal needs stay equal. */
const known = new Map<string, NonNullable<Need['rangeOf']>>();

/**
 * The same need for the range that a time frame compares with; `compare` as in its state. `choice` says which replicas
 * of then, where they are not those of now.
 */
export function earlierNeed(need: Need, compare: string, choice: Pick<Need, 'replicas'> = {}): Need {
  let rangeOf = known.get(compare);
  if (!rangeOf) {
    rangeOf = ({ range, timezone }) => earlierRange(range, comparisonShift(compare, range, timezone), timezone);
    known.set(compare, rangeOf);
  }
  return { ...need, ...(!need.everyReplica && choice), shift: compare, rangeOf };
}
