import type { JobContext } from './query-job.js';

interface Waiting {
  readonly urgent: () => boolean;
  readonly start: () => Promise<unknown>;
}

/** A source gets this many queries at a time, if it says nothing that makes sense. */
const PLACES = 6;
/** A query that takes longer lets another one go beside it, ms. */
const PATIENCE = 10_000;

/** Lets a few tasks run at a time, urgent ones first, else in the order in which they came. */
export class QueryQueue {
  readonly #waiting: Waiting[] = [];
  readonly #places: number;
  readonly #patience: number;
  #running = 0;
  /** Those of the running ones that take long; as many as there are places hold up nobody any longer. */
  #late = 0;

  /** A source that says how many it takes gets no other one beside a late one. `patience` in ms. */
  constructor(places = NaN, patience = places >= 1 ? Infinity : PATIENCE) {
    this.#places = places >= 1 ? places : PLACES;
    this.#patience = patience;
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
    while (this.#running - Math.min(this.#late, this.#places) < this.#places && this.#waiting.length > 0) {
      const first = Math.max(
        0,
        this.#waiting.findIndex((waiting) => waiting.urgent()),
      );
      const [next] = this.#waiting.splice(first, 1);
      if (next) this.#start(next);
    }
  }

  #start({ start }: Waiting): void {
    let late = 0;
    const isLate = (): void => {
      this.#late += late = 1;
      this.#fill();
    };
    const timer = this.#patience < Infinity ? setTimeout(isLate, this.#patience) : undefined;
    const left = (): void => {
      clearTimeout(timer);
      this.#running--;
      this.#late -= late;
      this.#fill();
    };
    this.#running++;
    start().then(left, left);
  }
}
