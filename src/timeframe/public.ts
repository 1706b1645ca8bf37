/** What `ie-charts/timeframe` holds: a time frame without an element. */
export { systemClock, type Clock } from './clock.js';
export { timeframeContext } from './context-key.js';
export { CursorChannel, type CursorListener } from './cursor.js';
export type { Answer, Need, Watch } from './need.js';
export type { Settings } from './settings.js';
export type { Guard, ReplicaChoice, ReplicaSlot, SavedState, TimeframeRequest, TimeframeState } from './state.js';
export { TimeframeStore, type TimeframeOptions } from './timeframe.js';
