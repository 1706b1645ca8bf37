import type { Need } from './need.js';
import { choiceOf } from './settings.js';
import type { TimeframeState } from './state.js';

/**
 * Equal while the same is asked. Of range and replicas what was chosen counts, not what that comes down to now: an hour
 * that goes on with the clock stays the same question, and so do all replicas but one when another one comes.
 */
export const questionKey = (need: Need, state: TimeframeState): string =>
  JSON.stringify([need, state.rangeText, state.timezone, need.everyReplica ?? choiceOf(state)]);
