import type { Frame } from '../core/index.js';

/** What the work of a job has to know of those who wait for it. */
export interface JobContext {
  readonly signal: AbortSignal;
  /** Rejects when the signal is aborted, and never else: a source may not listen to it. */
  readonly aborted: Promise<never>;
  /** Somebody in sight waits. */
  readonly urgent: () => boolean;
}

/** One question under way and all who wait for its answer; it is aborted when nobody does any longer. */
export class QueryJob implements JobContext {
  readonly aborted: Promise<never>;
  readonly #controller = new AbortController();
  readonly #waiting = new Map<AbortSignal, () => boolean>();
  readonly #answer: Promise<Frame>;

  constructor(work: (context: JobContext) => Promise<Frame>) {
    const { signal } = this;
    this.aborted = new Promise((_, reject) => {
      signal.onabort = () => reject(signal.reason);
    });
    // Work that has not begun does not wait for it.
    this.aborted.catch(() => {});
    this.#answer = work(this);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly urgent = (): boolean => [...this.#waiting.values()].some((urgent) => urgent());

  async wait(signal: AbortSignal, urgent: () => boolean): Promise<Frame> {
    const leave = (): void => {
      this.#waiting.delete(signal);
      if (this.#waiting.size === 0) this.#controller.abort();
    };
    this.#waiting.set(signal, urgent);
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await this.#answer;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}
