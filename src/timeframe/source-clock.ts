import type { Clock } from './clock.js';

/** Between the source's clock and ours, less than this is the way that the answer took, ms. */
const SKEW = 2_000;

/** The time by the source's clock, as far as its answers told it. */
export class SourceClock {
  readonly #clock: Clock;
  #skew = 0;
  #corrected = false;
  #latest: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** ms since the epoch. */
  now(): number {
    return this.#clock.now() + this.#skew;
  }

  /** What its last answer said, ms since the epoch; `undefined` before one. */
  get latest(): number | undefined {
    return this.#latest;
  }

  /** An answer said what time it is. True where a range that follows the clock is to be put right for it. */
  hear(now: number): boolean {
    this.#latest = now;
    const skew = now - this.#clock.now();
    if (Math.abs(skew - this.#skew) <= SKEW) return false;
    this.#skew = skew;
    const first = !this.#corrected;
    this.#corrected = true;
    return first;
  }

  /** New data are asked for: until then a clock that jumps puts the range right once, so that it does not ask on and on. */
  asked(): void {
    this.#corrected = false;
  }

  /** It is another source. */
  restart(): void {
    this.#skew = 0;
    this.#corrected = false;
    this.#latest = undefined;
  }
}
