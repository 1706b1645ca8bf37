import { loadAt } from './profile.js';
import type { Trace } from './trace.js';

export const DAY = 86_400_000;

/** The recording, repeated at its own length and thinned under the daily profile. */
export class Arrivals {
  /** When the next request comes, ms of the day; `Infinity` after the last. */
  at = 0;
  /** Which of the recorded ones it is. */
  request = -1;
  #lap: number;

  /** `offset`: ms of the recording's repeated clock at the day's beginning; `share` of the requests that come at a load of 1. */
  constructor(
    private readonly trace: Trace,
    private readonly weekday: number,
    offset: number,
    private readonly share: number,
    private readonly random: () => number,
  ) {
    this.#lap = Math.floor(offset / trace.period) * trace.period - offset;
    this.next();
  }

  next(): void {
    const { trace } = this;
    do {
      if (++this.request === trace.length) {
        this.request = 0;
        this.#lap += trace.period;
      }
      this.at = this.#lap + (trace.at[this.request] ?? 0);
    } while (this.at < 0 || (this.at < DAY && this.random() >= this.share * loadAt(this.weekday, this.at)));
    if (this.at >= DAY) this.at = Infinity;
  }
}
