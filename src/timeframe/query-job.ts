import type { Frame, TimeRange } from '../core/index.js';

type Cut = (wanted: TimeRange) => Frame;

/** One query under way and all who wait for it; it is aborted when nobody does any longer. */
export class QueryJob {
  readonly #key: string;
  readonly #range: TimeRange;
  readonly #controller = new AbortController();
  readonly #waiting = new Map<AbortSignal, () => boolean>();
  readonly #answer: Promise<Cut>;

  /** `range` is what will be known at the end; `work` gets there, and says how to cut an answer out of it. */
  constructor(
    key: string,
    range: TimeRange,
    work: (signal: AbortSignal, urgent: () => boolean) => Promise<Cut>,
    ended: (job: QueryJob) => void,
  ) {
    this.#key = key;
    this.#range = range;
    this.#answer = work(this.#controller.signal, () => [...this.#waiting.values()].some((urgent) => urgent()));
    const end = (): void => {
      ended(this);
    };
    this.#answer.then(end, end);
  }

  serves(key: string, { from, to }: TimeRange): boolean {
    return !this.#controller.signal.aborted && key === this.#key && from >= this.#range.from && to <= this.#range.to;
  }

  async wait(wanted: TimeRange, signal: AbortSignal, urgent: () => boolean): Promise<Frame> {
    const leave = (): void => {
      this.#waiting.delete(signal);
      if (this.#waiting.size === 0) this.#controller.abort();
    };
    this.#waiting.set(signal, urgent);
    signal.addEventListener('abort', leave, { once: true });
    try {
      return (await this.#answer)(wanted);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}
