/** A named part of the page, of which one is shown at a time. */
export interface ViewChoice {
  readonly name: string;
  readonly label: string;
}

/** The views of a time frame, and the one that is wanted. */
export class Views {
  /** The name that was asked for; it may come later than the wish. */
  wanted = '';
  #list: readonly ViewChoice[] = [];

  /** In the order of the page. Returns how to take it back. */
  add(view: ViewChoice, comesAfter: (other: ViewChoice) => boolean): () => void {
    const later = this.#list.findIndex((other) => !comesAfter(other));
    const at = later < 0 ? this.#list.length : later;
    this.#list = [...this.#list.slice(0, at), view, ...this.#list.slice(at)];
    return () => {
      this.#list = this.#list.filter((other) => other !== view);
    };
  }

  /** What is shown: the wanted one where it is there, else the first. */
  get shown(): { readonly view: string; readonly views: readonly ViewChoice[] } {
    const shown = this.#list.find(({ name }) => name === this.wanted) ?? this.#list[0];
    return { view: shown?.name ?? this.wanted, views: this.#list };
  }
}
