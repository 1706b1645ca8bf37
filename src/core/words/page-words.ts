import { quoted } from './words.js';

/** The words of the whole page and of charts of any metric, loaded with them. */
export const PAGE_WORDS = {
  requestsView: 'Requests',
  computeView: 'Compute',
  timelineView: 'Timeline',
  tokensView: 'Tokens',
  timelineHeading: 'Replicas Timeline',
  noMetric: 'No metric is named; write metric or query',
  badType: (text: string) => `${quoted(text)} is no type of chart; write lines, area, bars, stacked or heatmap`,
} as const;
