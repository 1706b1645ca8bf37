export type CursorListener = (time: number | null, origin: object | null) => void;

/** Where the pointer is in time, straight from plot to plots: synchronous, and nothing is allocated on a move. */
export class CursorChannel {
  /** ms; `null` while no plot is pointed at. */
  time: number | null = null;
  /** Who moved it last: a plot does not answer its own moves. */
  origin: object | null = null;
  readonly #listeners = new Set<CursorListener>();

  move(time: number | null, origin: object | null): void {
    if (time === this.time && origin === this.origin) return;
    this.time = time;
    this.origin = origin;
    for (const listener of this.#listeners) listener(time, origin);
  }

  subscribe(listener: CursorListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
