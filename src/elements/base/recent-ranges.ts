import type { Timeframe } from '../../timeframe/index.js';

/** The ranges that are always offered, as the attribute `range` is written. */
export const PRESETS = '5m 15m 30m 1h 3h 6h 12h 1d 2d 7d 14d 30d now/d yesterday now/w'.split(' ');

/** Others that are offered again, and remembered. */
const MOST = 6;

const kept = new WeakMap<Timeframe, readonly string[]>();

/** Of ranges as text, the last used first, those that are offered again: each once, and no presets. */
export const recentRanges = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => !PRESETS.includes(text)).slice(0, MOST);

/** The ranges of a time frame that its storage remembers, the last used first; none where it has none. */
export const keptRanges = (store: Timeframe): readonly string[] => kept.get(store) ?? [];

/** Replaces them. */
export const keepRanges = (store: Timeframe, texts: readonly string[]): void =>
  void kept.set(store, recentRanges(texts));
