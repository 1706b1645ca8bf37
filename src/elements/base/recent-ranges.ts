import type { TimeframeStore } from '../../timeframe/index.js';

/** The ranges that are always offered, as the attribute `range` is written. */
export const PRESETS = '5m 15m 30m 1h 3h 6h 12h 1d 2d 7d 14d 30d now/d yesterday now/w'.split(' ');

/** Others that are offered again, and remembered. */
const MOST = 6;

const recent = new WeakMap<TimeframeStore, readonly string[]>();

/** The ranges of a time frame that were used, as text, without presets, the last one first. */
export const recentRanges = (store: TimeframeStore): readonly string[] => recent.get(store) ?? [];

/** Puts such before them, or behind them those of an earlier page view. */
export function addRecent(store: TimeframeStore, last: readonly string[], earlier: readonly string[] = []): void {
  const all = new Set([...last, ...recentRanges(store), ...earlier]);
  recent.set(store, [...all].filter((text) => !PRESETS.includes(text)).slice(0, MOST));
}
