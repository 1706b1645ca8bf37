import type { Source } from '../../core/index.js';

/** Sent outwards by an element that is a source; the time frame around it answers by `taken`. */
export const OFFER = 'ie-source-offer';
const TAG = 'ie-timeframe';

export interface SourceOffer {
  readonly element: Element;
  readonly source: Source;
  /** Tells the element how it takes its source back. */
  readonly taken: (withdraw: () => void) => void;
}

/** Offers a source to the time frame around an element, now or when one is defined. Returns how to take it back. */
export function offerSource(element: Element, source: Source): () => void {
  let withdraw: (() => void) | null = null;
  let ended = false;
  const offer = (): void => {
    if (ended || withdraw) return;
    const detail: SourceOffer = { element, source, taken: (undo) => (withdraw = undo) };
    element.dispatchEvent(new CustomEvent(OFFER, { detail, bubbles: true, composed: true }));
  };
  offer();
  // A time frame that is defined after this element was not there to hear it.
  if (!customElements.get(TAG)) void customElements.whenDefined(TAG).then(offer);
  return () => {
    ended = true;
    withdraw?.();
  };
}
