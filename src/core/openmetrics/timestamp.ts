import type { ByteCursor } from './bytes.js';
import type { Faults } from './faults.js';
import { readNumber } from './number.js';

/** From here on (the year 5138) a number in a text of unknown format is one of milliseconds, as text 0.0.4 has them. */
const MILLISECONDS_FROM = 1e11;

/** Reads the space and the timestamp at the cursor, which moves behind them; ms since the epoch. */
export function readTimestamp(cursor: ByteCursor, faults: Faults): number {
  const at = ++cursor.at;
  const value = readNumber(cursor);
  if (cursor.at === at || !Number.isFinite(value)) faults.drop('timestamp', at);
  if (faults.format === 'prometheus') return value;
  if (faults.format === 'openmetrics' || Math.abs(value) < MILLISECONDS_FROM) return value * 1000;
  faults.forgive('milliseconds', at, cursor.at);
  return value;
}
