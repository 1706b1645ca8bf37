import { MINUTE } from '../../core/index.js';

/** After so long the difference of the clocks is asked for again, ms. */
const FRESH = 5 * MINUTE;

/** The server's clock: this machine's, and how far the server's differs from it. */
export class ServerClock {
  readonly #ask: () => Promise<number>;
  readonly #own: () => number;
  #offset = 0;
  #asked: Promise<void> | null = null;
  #askedAt = -Infinity;

  /** `ask` brings the server's time, ms; `own` is this machine's clock. */
  constructor(ask: () => Promise<number>, own: () => number) {
    this.#ask = ask;
    this.#own = own;
  }

  /** Knows the difference when it is done; without an answer none is assumed, and it is asked again soon. */
  ready(): Promise<void> {
    if (!this.#asked || this.#own() - this.#askedAt > FRESH || this.#own() < this.#askedAt) {
      this.#askedAt = this.#own();
      const update = this.#update();
      // Once it is known, nobody waits for a look at it again.
      this.#asked ??= update;
    }
    return this.#asked;
  }

  /** ms since the epoch. */
  now(): number {
    return Math.round(this.#own() + this.#offset);
  }

  async #update(): Promise<void> {
    const sent = this.#own();
    try {
      const offset = (await this.#ask()) - (sent + this.#own()) / 2;
      if (Number.isFinite(offset)) this.#offset = offset;
    } catch {
      this.#asked = null;
    }
  }
}
