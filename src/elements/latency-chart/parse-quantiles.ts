import { WORDS } from '../../core/index.js';

/**
 * The numbers of a list such as `0.99 0.5`, each once.
 * Throws a RangeError in words where it names none, or something that is no quantile.
 */
export function parseQuantiles(list: string | readonly number[]): readonly number[] {
  const parts: readonly unknown[] = Array.isArray(list)
    ? list
    : String(list)
        .split(/[\s,]+/)
        .filter(Boolean);
  const quantiles = parts.map(Number);
  if (quantiles.length === 0 || !quantiles.every((quantile) => quantile >= 0 && quantile <= 1)) {
    throw new RangeError(WORDS.badQuantiles(parts.join(' ')));
  }
  return [...new Set(quantiles)];
}
