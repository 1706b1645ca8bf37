import type { Source } from '../../core/index.js';
import { composeSources } from '../../sources/index.js';
import { OFFER, type SourceOffer } from './source-offer.js';
import { whenTimeframeComes } from './timeframe-tags.js';

/** All that is offered to one time frame, in the order of the document, as one source. */
class OfferedSources {
  readonly #offered = new Map<Element, Source>();
  #waiting = false;

  add(element: Element, source: Source, told: (source: Source | null) => void): () => void {
    this.#offered.set(element, source);
    this.#tellSoon(told);
    return () => {
      this.#offered.delete(element);
      this.#tellSoon(told);
    };
  }

  /** Once for all that comes and goes together. */
  #tellSoon(told: (source: Source | null) => void): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      told(this.#joined());
    });
  }

  #joined(): Source | null {
    const inOrder = [...this.#offered].sort(([a], [b]) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const sources = inOrder.map(([, source]) => source);
    return sources.length > 1 ? composeSources(...sources) : (sources[0] ?? null);
  }
}

const offered = new WeakMap<Element, OfferedSources>();

function offeredTo(timeframe: Element): OfferedSources {
  const sources = offered.get(timeframe) ?? new OfferedSources();
  offered.set(timeframe, sources);
  return sources;
}

/** Offers a source to the time frame around an element, now or when one is defined. Returns how to take it back. */
export function offerSource(element: Element, source: Source): () => void {
  let withdraw: (() => void) | null = null;
  let ended = false;
  const accept: SourceOffer['accept'] = (by, told) => {
    withdraw = offeredTo(by).add(element, source, told);
  };
  const offer = (): void => {
    if (ended || withdraw) return;
    element.dispatchEvent(new CustomEvent(OFFER, { detail: { accept }, bubbles: true, composed: true }));
  };
  offer();
  whenTimeframeComes(element, offer);
  return () => {
    ended = true;
    withdraw?.();
  };
}
