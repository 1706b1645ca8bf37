import { INTERACTION_WORDS } from '../../../core/index.js';
import type { PlotLayout } from '../../../plot/index.js';
import type { Reading } from './crosshair.js';
import { rowsAt, tooltipHead } from './tooltip.js';
import type { TooltipRow } from './tooltip-rows.js';

/** What stands at the cursor, as it is said to screen readers: `24 Nov, 10:20 · 1 min: 2XX 118, 5XX 3; Deployment v2`. */
export function spokenReading(layout: PlotLayout, reading: Reading, height: number, notes: readonly string[]): string {
  const values = rowsAt(layout, reading.index, height).map((row) => `${row.label} ${valueWords(row)}`);
  return [
    `${tooltipHead(layout, reading).join(' · ')}: ${values.join(', ') || INTERACTION_WORDS.noValue}`,
    ...notes,
  ].join('; ');
}

/** The value of a row, and what it is compared with. */
const valueWords = ({ value, before, change = '' }: TooltipRow): string =>
  before ? INTERACTION_WORDS.before(value, before, change) : value;
