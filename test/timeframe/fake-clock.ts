import type { Clock } from '../../src/timeframe/index.js';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Lets everything that waits for promises go on, also for modules that are loaded on demand. */
export async function settled(): Promise<void> {
  await Promise.all([
    import('../../src/timeframe/known-answers.js'),
    import('../../src/timeframe/seek-replicas.js'),
    import('../../src/core/frame/check-frame.js'),
    import('../../src/sources/function/rows-answer.js'),
  ]);
  const { port1, port2 } = new MessageChannel();
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
  port1.close();
}

/** A clock that stands until it is told to go on. */
export class FakeClock implements Clock {
  readonly #timers = new Map<number, Timer>();
  #now: number;
  #last = 0;

  constructor(now = Date.UTC(2026, 0, 15, 10, 0, 30)) {
    this.#now = now;
  }

  get timers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): number {
    this.#timers.set(++this.#last, { at: this.#now + ms, run });
    return this.#last;
  }

  clearTimeout(timer: number | undefined): void {
    if (timer !== undefined) this.#timers.delete(timer);
  }

  /** Is set back by `ms`, as by a hand or a time server; timers ring when they would have. */
  setBack(ms: number): void {
    this.#now -= ms;
    for (const [id, { at, run }] of this.#timers) this.#timers.set(id, { at: at - ms, run });
  }

  /** Goes on by `ms`, timer by timer, each with all that follows from it: `rest` waits for that. */
  async advance(ms: number, rest = settled): Promise<void> {
    const end = this.#now + ms;
    await rest();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      const [id, { at, run }] = due;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
      await rest();
    }
    this.#now = end;
  }
}
