import type { Frame } from '../core/index.js';

/** One question under way and all who wait for its answer; it is aborted when nobody does any longer. */
export class QueryJob {
  readonly #controller = new AbortController();
  readonly #waiting = new Map<AbortSignal, () => boolean>();
  readonly #answer: Promise<Frame>;

  constructor(work: (signal: AbortSignal, urgent: () => boolean) => Promise<Frame>) {
    this.#answer = work(this.#controller.signal, () => [...this.#waiting.values()].some((urgent) => urgent()));
  }

  get aborted(): boolean {
    return this.#controller.signal.aborted;
  }

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
