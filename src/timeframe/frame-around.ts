import type { Frame } from '../core/index.js';
import type { Need } from './need.js';
import { queryCacheOf } from './query-cache.js';
import { requestFor } from './request-for.js';
import type { TimeframeState } from './state.js';

/** What is known for a need at its present step, also outside of the range; `null` where nothing is. */
export function frameAround(need: Need, state: TimeframeState): Frame | null {
  return state.source && queryCacheOf(state.source).around(requestFor(need, state));
}
