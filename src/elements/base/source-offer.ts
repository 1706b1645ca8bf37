import type { Source } from '../../core/index.js';

/** Sent outwards by an element that is a source; the time frame around it answers at once by `accept`. */
export const OFFER = 'ie-source-offer';

export interface SourceOffer {
  /** Says who accepts, and how it is told of all that is offered to it, as one source. */
  readonly accept: (by: Element, told: (source: Source | null) => void) => void;
}

declare global {
  interface HTMLElementEventMap {
    'ie-source-offer': CustomEvent<SourceOffer>;
  }
}
