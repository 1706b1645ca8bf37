/** Runs one task at a time: a new one aborts the one before *and* drops its answer, whenever that comes. */
export class Latest {
  #controller: AbortController | null = null;

  get running(): boolean {
    return this.#controller !== null;
  }

  run<T>(task: (signal: AbortSignal) => Promise<T>, done: (value: T) => void, failed: (error: unknown) => void): void {
    this.cancel();
    const controller = (this.#controller = new AbortController());
    const settle =
      <V>(tell: (value: V) => void) =>
      (value: V): void => {
        if (this.#controller !== controller) return;
        this.#controller = null;
        tell(value);
      };
    task(controller.signal).then(settle(done), settle(failed));
  }

  cancel(): void {
    const before = this.#controller;
    this.#controller = null;
    before?.abort();
  }
}
