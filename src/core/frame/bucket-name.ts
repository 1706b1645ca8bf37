import { formatValue, valueParts } from '../format/format-value.js';
import { HEATMAP_WORDS } from '../words/heatmap-words.js';
import type { Unit } from '../format/unit.js';

/** What a bucket holds: `100 – 250 ms`, `950 ms – 1.2 s`, `up to 1 ms`, `over 10 s`. `bounds` are the upper ones. */
export function bucketName(bounds: ArrayLike<number>, bucket: number, unit: Unit, locale?: string): string {
  const lower = bucket > 0 ? (bounds[bucket - 1] ?? NaN) : NaN;
  const upper = bounds[bucket] ?? NaN;
  const { any, between, over, upTo } = HEATMAP_WORDS;
  if (upper === Infinity) return Number.isNaN(lower) ? any : over(formatValue(lower, unit, { locale }));
  const to = formatValue(upper, unit, { locale });
  if (Number.isNaN(lower)) return upTo(to);
  const from = valueParts(lower, unit, { locale });
  const alike = from.unit === valueParts(upper, unit, { locale }).unit;
  return between(alike ? from.text : formatValue(lower, unit, { locale }), to);
}
