/** Lets a few tasks run at a time, in the order in which they came. */
export class Gate {
  readonly #places: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(places: number) {
    this.#places = places;
  }

  /** Rejects with the signal's reason where it is aborted while the task waits for its place. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= this.#places) await this.#place(signal);
    else this.#running++;
    try {
      return await task();
    } finally {
      this.#leave();
    }
  }

  #place(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.#waiting.delete(enter);
        reject(signal.reason as Error);
      };
      this.#waiting.add(enter);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** The place goes to the next one at once, so that nobody comes in between. */
  #leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#running--;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
