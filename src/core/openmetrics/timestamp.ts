import type { ByteCursor } from './bytes.js';
import type { Faults } from './faults.js';
import { readNumber } from './number.js';

/** From here on (the year 5138) a number of seconds is one of milliseconds, as text 0.0.4 has them. */
const MILLISECONDS_FROM = 1e11;

/** Reads the space and the timestamp at the cursor, which moves behind them; ms since the epoch. */
export function readTimestamp(cursor: ByteCursor, faults: Faults): number {
  const at = ++cursor.at;
  const seconds = readNumber(cursor);
  if (cursor.at === at || !Number.isFinite(seconds)) faults.drop('timestamp', at);
  if (faults.mode === 'strict' || Math.abs(seconds) < MILLISECONDS_FROM) return seconds * 1000;
  faults.forgive('milliseconds', at, cursor.at);
  return seconds;
}
