import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { TimeframeStore, TimeframeState } from '../../timeframe/index.js';
import { TimeframeLink } from './timeframe-link.js';

/** What all elements below a time frame have in common: how they find it, and how its state reaches them. */
export abstract class TimeframeElement extends LitElement {
  /** Id of the `<ie-timeframe>` to follow, searched in this element's own root, then outwards; default is the one around this element. */
  @property() timeframe: string | null = '';

  /** The `<ie-timeframe>` to follow, as an element; wins over `timeframe`. */
  @property({ attribute: false }) timeframeElement: Element | null = null;

  protected store: TimeframeStore | null = null;
  readonly #link = new TimeframeLink(this, (store) => this.#follow(store));
  #unsubscribe: (() => void) | null = null;

  /** Called with each snapshot of the time frame. */
  protected abstract stateChanged(state: TimeframeState): void;
  /** Called when a time frame came or went, before its first state. */
  protected storeChanged(_store: TimeframeStore | null): void {}

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('timeframe') || changed.has('timeframeElement')) this.#link.update();
  }

  #follow(store: TimeframeStore | null): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.store = store;
    this.storeChanged(store);
    if (!store) return;
    this.#unsubscribe = store.subscribe((state) => this.stateChanged(state));
    this.stateChanged(store.state);
  }
}
