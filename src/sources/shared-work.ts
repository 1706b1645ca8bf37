/** So long work goes on that nobody waits for: who asked may ask again at once, ms. */
const PATIENCE = 250;

/** One work that several wait for. It is stopped where nobody waits any more. */
export class SharedWork<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;
  #isOver = false;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#result = work(this.#controller.signal).finally(() => (this.#isOver = true));
    this.#result.catch(() => undefined);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  /** What came of it. Rejects as the work does, and with the signal's reason once that is aborted. */
  async wait(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal?.reason);
    });
    this.#waiting++;
    signal?.addEventListener('abort', leave);
    try {
      return await Promise.race([this.#result, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#waiting--;
      if (!this.#isOver) setTimeout(() => this.#stopIfAlone(), PATIENCE);
    }
  }

  #stopIfAlone(): void {
    if (this.#waiting === 0 && !this.#isOver) this.#controller.abort();
  }
}
