export type CursorListener = (time: number | null, origin: object | null) => void;

/** Where the pointer is in time, and where it is pinned, straight from plot to plots: synchronous, and nothing is allocated on a move. */
export class CursorChannel {
  /** ms; `null` while no plot is pointed at. */
  time: number | null = null;
  /** Who moved it last: a plot does not answer its own moves. */
  origin: object | null = null;
  /** Where the values are pinned on all plots, ms; `null` while they are not. */
  pinned: number | null = null;
  /** Who pinned them. */
  pinner: object | null = null;
  readonly #listeners = new Set<CursorListener>();

  move(time: number | null, origin: object | null): void {
    if (time === this.time && origin === this.origin) return;
    this.time = time;
    this.origin = origin;
    this.#tell();
  }

  pin(time: number | null, pinner: object | null): void {
    if (time === this.pinned && pinner === this.pinner) return;
    this.pinned = time;
    this.pinner = pinner;
    this.#tell();
  }

  subscribe(listener: CursorListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.time, this.origin);
  }
}
