import { quoted } from './words.js';

/** The words about several sources as one, loaded with them. */
export const COMPOSE_WORDS = {
  noMetric: (metric: string) => `No source has the metric ${quoted(metric)}; name it in the description of one`,
} as const;
