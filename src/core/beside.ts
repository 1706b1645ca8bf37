import { seriesName, type Series } from './frame/frame.js';

/** Bounds of the values of a metric, and what they ought to be, as the table of metrics names them. */
const BOUNDS: ReadonlySet<string> = new Set(['limit', 'maximum', 'minimum', 'desired', 'threshold']);

/** The highest within each step, beside the mean. */
const PEAK = 'max';

/** What a series of a metric is beside its values: a `bound` of them, their `peak`, or nothing but a value. */
export function besideValues(series: Series): 'bound' | 'peak' | null {
  const name = seriesName(series);
  return BOUNDS.has(name) ? 'bound' : name === PEAK ? 'peak' : null;
}
