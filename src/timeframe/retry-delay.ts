import { MINUTE } from '../core/index.js';

/** Wait before the first retry and the longest one, ms. */
const FIRST = 2_000;
const LONGEST = MINUTE;

/** ms to wait after so many failures: doubled each time, and varied at random so that pages do not all come back at once. */
export function retryDelay(failuresBefore: number, random = Math.random()): number {
  return Math.min(LONGEST, FIRST * 2 ** failuresBefore) * (0.5 + random / 2);
}
