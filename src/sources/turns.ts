/** So long work may go on before the page gets its turn, ms. */
const LONGEST = 8;

/** Cuts long work into slices. */
export class Turns {
  #since = performance.now();
  readonly #signal: AbortSignal | undefined;

  /** With a signal the work ends once that is aborted. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether it is time for the page. */
  get due(): boolean {
    return performance.now() - this.#since > LONGEST;
  }

  /** The page's turn; by a message, since timers are slow and slower on a hidden page. Rejects with the signal's reason. */
  async take(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(null);
    });
    port1.close();
    this.#since = performance.now();
    this.#signal?.throwIfAborted();
  }
}
