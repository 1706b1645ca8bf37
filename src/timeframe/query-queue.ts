import type { JobContext } from './query-job.js';

/** How many queries one source gets at a time. */
const AT_ONCE = 6;

interface Waiting {
  readonly urgent: () => boolean;
  readonly start: () => Promise<void>;
}

/** Lets a few tasks run at a time, urgent ones first, else in the order in which they came. */
export class QueryQueue {
  readonly #waiting: Waiting[] = [];
  #running = 0;

  /** An abort gives the place free at once, even where the task does not listen to it. */
  run<T>(task: () => Promise<T>, { signal, aborted, urgent }: JobContext): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = async (): Promise<void> => {
        try {
          signal.throwIfAborted();
          resolve(await Promise.race([task(), aborted]));
        } catch (error) {
          reject(error);
        }
      };
      this.#waiting.push({ urgent, start });
      this.#fill();
    });
  }

  #fill(): void {
    while (this.#running < AT_ONCE && this.#waiting.length > 0) {
      const first = Math.max(
        0,
        this.#waiting.findIndex((waiting) => waiting.urgent()),
      );
      const [next] = this.#waiting.splice(first, 1);
      this.#running++;
      void next?.start().then(() => {
        this.#running--;
        this.#fill();
      });
    }
  }
}
