import type { ReactiveController, ReactiveElement } from 'lit';
import { timeframeContext, type TimeframeStore } from '../../timeframe/index.js';
import { whenTimeframeComes } from './timeframe-tags.js';

interface LinkHost extends ReactiveElement {
  /** Id of the time frame's element; without one the time frame around this element counts. */
  timeframe: string | null;
  timeframeElement: Element | null;
}

/** Sent by a time frame that left the document. */
export const LEFT = 'ie-timeframe-left';

/** Finds the time frame of an element, now or when it comes: by property, by id, or by nesting. */
export class TimeframeLink implements ReactiveController {
  readonly #host: LinkHost;
  readonly #onChange: (timeframe: TimeframeStore | null) => void;
  #current: TimeframeStore | null = null;
  #nested: TimeframeStore | null = null;
  readonly #ids = new MutationObserver(() => this.update());
  #held: Element | null = null;

  constructor(host: LinkHost, onChange: (timeframe: TimeframeStore | null) => void) {
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
    this.#watchIds([], false);
    this.#set(null);
  }

  /** Looks again: the id or the property changed, or a time frame came. */
  update(): void {
    if (!this.#host.isConnected) return;
    const { timeframe: id } = this.#host;
    const element = this.#element;
    const found = element ?? (id ? byId(this.#host, id) : null);
    this.#hold(found);
    // Where there is none with the id one may come; the one that is found may get another id.
    if (element || !id) this.#watchIds([], false);
    else this.#watchIds(found ? [found] : rootsOf(this.#host), !found);
    this.#set(element || id ? found && request(found, this.#host, false) : this.#nested);
  }

  /** The one that is named by the property; what is no element at all counts as none. */
  get #element(): Element | null {
    const { timeframeElement: element } = this.#host;
    return typeof element?.addEventListener === 'function' ? element : null;
  }

  /** Asks the elements around for their time frame; whoever has one answers at once. */
  #ask(): void {
    this.#nested = request(this.#host, this.#host, true);
    this.update();
  }

  #set(timeframe: TimeframeStore | null): void {
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
    if (!this.#element) this.update();
  };

  /** Looks again when an id changes on one of these nodes, or also below them, or when something comes there. */
  #watchIds(nodes: readonly Node[], below: boolean): void {
    this.#ids.disconnect();
    for (const node of nodes) this.#ids.observe(node, { attributeFilter: ['id'], subtree: below, childList: below });
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
function request(at: Element, contextTarget: Element, outwards: boolean): TimeframeStore | null {
  let found: TimeframeStore | null = null;
  const event = new Event('context-request', { bubbles: outwards, composed: outwards });
  const callback = (timeframe: TimeframeStore): void => {
    found = timeframe;
  };
  at.dispatchEvent(Object.assign(event, { context: timeframeContext, contextTarget, callback }));
  return found;
}
