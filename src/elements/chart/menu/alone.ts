import { MENU_WORDS } from '../../../core/index.js';
import { observeSize } from '../../../plot/index.js';

/**
 * Shows a chart's card alone, in a dialog over the page: the same card, with its time frame, its toggles and its data.
 * A box of its size keeps its place on the page. `onClose` is called once, however it ends.
 */
export class Alone {
  readonly #card: HTMLElement;
  readonly #place = document.createElement('div');
  readonly #dialog = document.createElement('dialog');
  readonly #onClose: () => void;
  readonly #stopObserving: () => void;

  constructor(card: HTMLElement, onClose: () => void) {
    this.#card = card;
    this.#onClose = onClose;
    const close = document.createElement('button');
    close.className = 'tool close';
    close.textContent = '✕';
    close.setAttribute('aria-label', MENU_WORDS.close);
    close.autofocus = true;
    close.addEventListener('click', () => this.close());
    this.#place.style.height = `${card.offsetHeight}px`;
    this.#dialog.className = 'alone';
    this.#dialog.setAttribute('aria-labelledby', 'title');
    this.#dialog.addEventListener('close', () => this.#end());
    card.before(this.#place, this.#dialog);
    this.#dialog.append(card, close);
    this.#dialog.showModal();
    // What is no longer shown, as with its view, must not keep the rest of the page from being used.
    this.#stopObserving = observeSize(this.#dialog, (width) => {
      if (width === 0) this.close();
    });
  }

  close(): void {
    this.#dialog.close();
    // The event comes later, or not at all where the chart has left the page.
    this.#end();
  }

  #end(): void {
    if (!this.#dialog.isConnected && !this.#place.parentNode) return;
    this.#stopObserving();
    this.#place.replaceWith(this.#card);
    this.#dialog.remove();
    this.#onClose();
  }
}
