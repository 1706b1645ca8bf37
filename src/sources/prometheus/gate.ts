import type { QueryContext } from '../../core/index.js';

interface Waiting {
  readonly urgent: () => boolean;
  readonly enter: () => void;
}

/** Lets a few tasks run at a time, urgent ones first, else in the order in which they came. */
export class Gate {
  readonly #places: number;
  readonly #waiting = new Set<Waiting>();
  #running = 0;

  constructor(places: number) {
    this.#places = places;
  }

  /** Rejects with the signal's reason where it is aborted while the task waits for its place. */
  async run<T>(task: () => Promise<T>, context: QueryContext): Promise<T> {
    context.signal.throwIfAborted();
    if (this.#running >= this.#places) await this.#place(context);
    else this.#running++;
    try {
      return await task();
    } finally {
      this.#leave();
    }
  }

  #place({ signal, urgent = () => true }: QueryContext): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const waiting = { urgent, enter };
      const giveUp = (): void => {
        this.#waiting.delete(waiting);
        reject(signal.reason);
      };
      this.#waiting.add(waiting);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** The place goes to the next one at once, so that nobody comes in between. */
  #leave(): void {
    const [first] = this.#waiting;
    const next = [...this.#waiting].find(({ urgent }) => urgent()) ?? first;
    if (!next) {
      this.#running--;
      return;
    }
    this.#waiting.delete(next);
    next.enter();
  }
}
