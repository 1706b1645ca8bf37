import type { ReactiveController, ReactiveElement } from 'lit';
import { timeframeContext, type Timeframe } from '../../timeframe/index.js';
import { whenTimeframeComes } from './timeframe-tags.js';

interface LinkHost extends ReactiveElement {
  /** Id of the time frame's element; without one the time frame around this element counts. */
  timeframe: string;
  timeframeElement: Element | null;
}

/** Sent by a time frame that left the document. */
export const LEFT = 'ie-timeframe-left';

/** Finds the time frame of an element, now or when it comes: by property, by id, or by nesting. */
export class TimeframeLink implements ReactiveController {
  readonly #host: LinkHost;
  readonly #onChange: (timeframe: Timeframe | null) => void;
  #current: Timeframe | null = null;
  #nested: Timeframe | null = null;
  #search: MutationObserver | null = null;
  #held: Element | null = null;

  constructor(host: LinkHost, onChange: (timeframe: Timeframe | null) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#ask();
    whenTimeframeComes(this.#host, () => {
      if (this.#host.isConnected) this.#ask();
    });
  }

  hostDisconnected(): void {
    this.#nested = null;
    this.#hold(null);
    this.#stopSearch();
    this.#set(null);
  }

  /** Looks again: the id or the property changed, or a time frame came. */
  update(): void {
    if (!this.#host.isConnected) return;
    const { timeframe: id, timeframeElement: element } = this.#host;
    if (!element && !id) {
      this.#stopSearch();
      this.#set(this.#nested);
      return;
    }
    const found = element ?? byId(this.#host, id);
    this.#hold(found);
    if (found) this.#stopSearch();
    else this.#searchOn();
    this.#set(found && request(found, this.#host, false));
  }

  /** Asks the elements around for their time frame; whoever has one answers at once. */
  #ask(): void {
    this.#nested = request(this.#host, this.#host, true);
    this.update();
  }

  #set(timeframe: Timeframe | null): void {
    if (timeframe === this.#current) return;
    this.#current = timeframe;
    this.#onChange(timeframe);
  }

  /** A named time frame that leaves the document may come again as another element: then it is looked for. */
  #hold(element: Element | null): void {
    if (element === this.#held) return;
    this.#held?.removeEventListener(LEFT, this.#onLeft);
    this.#held = element;
    element?.addEventListener(LEFT, this.#onLeft);
  }

  readonly #onLeft = (): void => {
    if (!this.#host.timeframeElement) this.update();
  };

  /** Watches for the element with the id; only until it is there. */
  #searchOn(): void {
    if (this.#search) return;
    this.#search = new MutationObserver(() => this.update());
    for (const root of rootsOf(this.#host)) {
      this.#search.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['id'] });
    }
  }

  #stopSearch(): void {
    this.#search?.disconnect();
    this.#search = null;
  }
}

/** The element's own root first, then those of the hosts around it. */
function rootsOf(element: Element): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [];
  let root = element.getRootNode();
  while (root instanceof Document || root instanceof ShadowRoot) {
    roots.push(root);
    if (root instanceof Document) break;
    root = root.host.getRootNode();
  }
  return roots;
}

function byId(element: Element, id: string): Element | null {
  for (const root of rootsOf(element)) {
    const found = root.getElementById(id);
    if (found) return found;
  }
  return null;
}

/**
 * Asks by the community's context protocol: an element alone, or it and those around it. Only who means the same by
 * the context's key answers, and at once.
 */
function request(at: Element, contextTarget: Element, outwards: boolean): Timeframe | null {
  let found: Timeframe | null = null;
  const event = new Event('context-request', { bubbles: outwards, composed: outwards });
  const callback = (timeframe: Timeframe): void => {
    found = timeframe;
  };
  at.dispatchEvent(Object.assign(event, { context: timeframeContext, contextTarget, callback }));
  return found;
}
