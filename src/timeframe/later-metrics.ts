import { MINUTE, type Source } from '../core/index.js';
import type { Clock } from './clock.js';
import { readDescription } from './description.js';
import { Latest } from './latest.js';

/** What a source has is asked again after as long a time as it has been known, ms; no sooner and no later than these. */
const [SOONEST, LATEST] = [MINUTE, 15 * MINUTE];

/** Hears of metrics that a source did not have at first: many a server tells of requests after the first one alone. */
export class LaterMetrics {
  readonly #clock: Clock;
  readonly #asking = new Latest();
  #known = NaN;
  #asked = NaN;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The source has just said what it has. */
  begin(): void {
    this.#known = this.#asked = this.#clock.now();
  }

  /** There is another source. */
  stop(): void {
    this.#asking.cancel();
    this.#known = this.#asked = NaN;
  }

  /** Asks again where it is time; `tell` gets what it has now. What fails is asked another time. */
  look(source: Source, tell: (metrics: readonly string[]) => void): void {
    const now = this.#clock.now();
    const patience = Math.min(LATEST, Math.max(SOONEST, this.#asked - this.#known));
    if (!(Math.abs(now - this.#asked) >= patience)) return;
    this.#asked = now;
    this.#asking.run(
      async (signal) => readDescription(await source.describe?.({ signal })).metrics ?? [],
      tell,
      () => undefined,
    );
  }
}
