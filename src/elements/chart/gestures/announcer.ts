/** Says a text to a screen reader once the keys have come to rest. */
export class Announcer {
  readonly #region = document.createElement('div');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement) {
    this.#region.className = 'visually-hidden';
    this.#region.setAttribute('aria-live', 'polite');
    element.append(this.#region);
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#region.textContent = text;
    }, 150);
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#region.remove();
  }
}
