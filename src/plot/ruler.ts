const MOST_WIDTHS = 500;

/** Measures texts in one font. Widths are remembered: at each refresh most labels are those of before. */
export class Ruler {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #font = '';

  /** As CSS writes it. */
  get font(): string {
    return this.#font;
  }

  set font(font: string) {
    if (!this.#context || this.#font === font) return;
    this.#font = this.#context.font = font;
    this.#widths.clear();
  }

  /** The width of a text, CSS pixels. */
  readonly measure = (text: string): number => {
    let width = this.#widths.get(text);
    if (width === undefined) {
      if (this.#widths.size > MOST_WIDTHS) this.#widths.clear();
      width = this.#context?.measureText(text).width ?? 0;
      this.#widths.set(text, width);
    }
    return width;
  };

  /** The width of the widest, rounded up, 0 without any. */
  widest(texts: readonly string[]): number {
    return Math.ceil(texts.reduce((width, text) => Math.max(width, this.measure(text)), 0));
  }
}
