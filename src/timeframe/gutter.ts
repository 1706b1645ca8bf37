/** Room left of the plots: as wide as the widest axis of all members, so that their time axes stand in line. */
export class Gutter {
  readonly #widths = new Map<object, number>();
  readonly #listeners = new Set<(width: number) => void>();
  #width = 0;

  /** CSS pixels. */
  get width(): number {
    return this.#width;
  }

  report(member: object, width: number): void {
    this.#widths.set(member, width);
    this.#settle();
  }

  leave(member: object): void {
    if (this.#widths.delete(member)) this.#settle();
  }

  subscribe(listener: (width: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #settle(): void {
    const width = Math.max(0, ...this.#widths.values());
    if (width === this.#width) return;
    this.#width = width;
    for (const listener of this.#listeners) listener(width);
  }
}
