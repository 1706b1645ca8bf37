import { SECOND } from './time/duration.js';
import { formatValue } from './format/format-value.js';
import type { Unit } from './format/unit.js';
import { stillFills } from './frame/frame.js';

/** Metrics that are counted by the step and read by the second. */
const READ_BY_THE_SECOND = new Set(['tokens']);
/** A step of which less than this part has passed says nothing yet: one request would be a peak. */
const LEAST_PART = 0.1;

export const isRate = (metric: string): boolean => READ_BY_THE_SECOND.has(metric);

const BY_THE_SECOND = '/s';

export const rateUnit = (unit: Unit): Unit => `${unit}${BY_THE_SECOND}`;

export const isRateUnit = (unit: Unit): boolean => unit.endsWith(BY_THE_SECOND);

/** A rate of what is named beside it: `1.2 k/s`. Missing is a dash. */
export function formatRate(value: number, locale: string | undefined): string {
  const text = formatValue(value, 'requests', { locale });
  return Number.isNaN(value) ? text : text + BY_THE_SECOND;
}

/**
 * Counts of steps that begin at `times` and last `step` (ms), as counts a second. A step that still fills is divided by what
 * has passed of it at `now` (ms), `NaN` where that is too little.
 */
export function perSecond(
  values: Float64Array,
  times: ArrayLike<number>,
  step: number,
  { completeUntil, now }: { readonly completeUntil: number; readonly now: number },
): Float64Array {
  return values.map((value, i) => {
    const from = times[i] ?? 0;
    const fills = stillFills(from, step, completeUntil) && from < now && now < from + step;
    const passed = fills ? now - from : step;
    return passed < step * LEAST_PART ? NaN : (value / passed) * SECOND;
  });
}
