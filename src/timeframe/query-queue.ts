import type { JobContext } from './query-job.js';

interface Waiting {
  readonly urgent: () => boolean;
  readonly start: () => Promise<unknown>;
}

/** Lets a few tasks run at a time, urgent ones first, else in the order in which they came. */
export class QueryQueue {
  readonly #waiting: Waiting[] = [];
  readonly #places: number;
  #running = 0;

  /** A source gets six queries at a time, if it says nothing else. */
  constructor(places = 6) {
    this.#places = places;
  }

  /** An abort gives the place free at once, even where the task does not listen to it. */
  run<T>(task: () => Promise<T>, { signal, aborted, urgent }: JobContext): Promise<T> {
    return new Promise((resolve) => {
      const start = (): Promise<T> => {
        const answer = signal.aborted ? aborted : Promise.race([task(), aborted]);
        resolve(answer);
        return answer;
      };
      this.#waiting.push({ urgent, start });
      this.#fill();
    });
  }

  #fill(): void {
    const left = (): void => {
      this.#running--;
      this.#fill();
    };
    while (this.#running < this.#places && this.#waiting.length > 0) {
      const first = Math.max(
        0,
        this.#waiting.findIndex((waiting) => waiting.urgent()),
      );
      const [next] = this.#waiting.splice(first, 1);
      this.#running++;
      next?.start().then(left, left);
    }
  }
}
