export { systemClock, type Clock } from './clock.js';
export { timeframeContext } from './context-key.js';
export { CursorChannel, type CursorListener } from './cursor.js';
export { Gutter } from './gutter.js';
export type { Answer, Need, Watch } from './need.js';
export type { Settings } from './settings.js';
export type { ReplicaSlot, TimeframeRequest, TimeframeState } from './state.js';
export type { ViewChoice } from './views.js';
export { Timeframe, type TimeframeOptions } from './timeframe.js';
