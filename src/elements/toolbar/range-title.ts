import { formatRange } from '../../core/index.js';
import type { TimeframeState } from '../../timeframe/index.js';
import { rangeName } from './range-name.js';

/** When the range is that is shown, where its name does not say it; else ''. */
export function rangeTitle(state: TimeframeState | null): string {
  if (!state || rangeName(state.rangeText)) return '';
  const { range, timezone, locale, now } = state;
  return formatRange(range, timezone, locale, now);
}
