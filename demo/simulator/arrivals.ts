import { loadAt } from './profile.js';
import type { Trace } from './trace.js';

export const DAY = 86_400_000;

/** The next request: when it comes, ms of the day (`Infinity` after the last), and its index in the recording. */
export interface Arrivals {
  at: number;
  request: number;
  next(): void;
}

/**
 * The recording, repeated at its own length and thinned under the daily profile. `offset`: ms of the repeated clock at
 * the day's beginning; `share`: of the requests that come in the busiest hour.
 */
export function arrivals(trace: Trace, weekday: number, offset: number, share: number, random: () => number): Arrivals {
  let lap = Math.floor(offset / trace.period) * trace.period - offset;
  const arrival: Arrivals = {
    at: 0,
    request: -1,
    next() {
      do {
        if (++arrival.request === trace.length) {
          arrival.request = 0;
          lap += trace.period;
        }
        arrival.at = lap + (trace.at[arrival.request] ?? 0);
      } while (arrival.at < 0 || (arrival.at < DAY && random() >= share * loadAt(weekday, arrival.at)));
      if (arrival.at >= DAY) arrival.at = Infinity;
    },
  };
  arrival.next();
  return arrival;
}
