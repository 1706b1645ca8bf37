import type { Source } from '../../core/index.js';
import { composeSources } from '../../sources/index.js';
import { OFFER, type SourceOffer } from '../base/source-offer.js';

const isOffer = (event: Event): event is CustomEvent<SourceOffer> =>
  event.type === OFFER && event instanceof CustomEvent;

/** The sources in markup inside a time frame, in the order of the document, as one. */
export class ChildSources {
  readonly #offered = new Map<Element, Source>();
  readonly #changed: (source: Source | null) => void;
  #waiting = false;

  /** Listens at `host`; `changed` is told once for all that comes or goes together. */
  constructor(host: EventTarget, changed: (source: Source | null) => void) {
    this.#changed = changed;
    host.addEventListener(OFFER, (event) => {
      if (!isOffer(event)) return;
      event.stopPropagation();
      const { element, source, taken } = event.detail;
      this.#offered.set(element, source);
      taken(() => {
        if (this.#offered.get(element) === source) this.#offered.delete(element);
        this.#tellSoon();
      });
      this.#tellSoon();
    });
  }

  #tellSoon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#changed(this.#joined());
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
