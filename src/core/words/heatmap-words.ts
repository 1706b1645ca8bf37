import { quoted } from './words.js';

/** The words of heatmaps; loaded with the first one. */
export const HEATMAP_WORDS = {
  between: (lower: string, upper: string) => `${lower} – ${upper}`,
  upTo: (upper: string) => `up to ${upper}`,
  over: (lower: string) => `over ${lower}`,
  any: 'any',
  counts: (least: string, most: string, unit: string) => `${least} … ${most} ${unit}`,
  values: 'values',
  noView: (text: string) => `${quoted(text)} is no view; write lines or heatmap`,
  needsBuckets: (why: string) => `A heatmap needs buckets, and there are none, so these are lines. ${why}`,
} as const;
