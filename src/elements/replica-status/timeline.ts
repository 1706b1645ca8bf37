/** What only the timeline needs, loaded with its first showing. */
export { laneAxis, lanesInView, lanesMark } from '../../plot/index.js';
export { timelineSpec } from './timeline-spec.js';
export { readyValues } from './ready-values.js';
export { intervalsCsv } from '../../core/index.js';
