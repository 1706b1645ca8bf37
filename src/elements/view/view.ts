import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isSame } from '../../core/index.js';
import type { TimeframeStore, TimeframeState, ViewChoice } from '../../timeframe/index.js';
import { TimeframeElement } from '../base/element.js';

/** Where each view stands: the switch names them in the order of the page. */
const places = new WeakMap<ViewChoice, Element>();

/**
 * A named part of the page, shown while the time frame's `view` is its name; the toolbar then has a switch of all views.
 * What is not shown takes no room, and its charts ask nothing. It takes no part in the layout.
 *
 * @tagname ie-view
 * @slot - What is shown.
 */
export class View extends TimeframeElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** What the time frame's `view` calls it. */
  @property() name = '';

  /** What the switch calls it; the name by default. */
  @property() label: string | null = '';

  #shown = false;
  #declared: ViewChoice | null = null;
  #withdraw: (() => void) | null = null;

  protected override storeChanged(store: TimeframeStore | null): void {
    this.#withdraw?.();
    this.#withdraw = null;
    this.#declared = null;
    if (store) this.#declare(store);
    else this.#show(false);
  }

  protected override stateChanged({ view }: TimeframeState): void {
    this.#show(view === this.name);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const { store } = this;
    if (!store) return;
    this.#declare(store);
    this.#shown = store.state.view === this.name;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#shown ? html`<slot></slot>` : nothing;
  }

  #declare(store: TimeframeStore): void {
    const view: ViewChoice = { name: this.name, label: this.label || this.name };
    if (isSame(view, this.#declared) || !this.name) return;
    this.#declared = view;
    this.#withdraw?.();
    places.set(view, this);
    this.#withdraw = store.declareView(view, (other) => {
      const place = places.get(other);
      return !place || follows(this, place);
    });
  }

  #show(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.requestUpdate();
  }
}

/** In the order of the page; what stands in a shadow root comes before what its host has in markup. */
function follows(element: Element, other: Element): boolean {
  const hostOf = (one: Element): Element | null => {
    const root = one.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  if (hostOf(other)?.contains(element)) return true;
  if (hostOf(element)?.contains(other)) return false;
  return Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

declare global {
  interface HTMLElementTagNameMap {
    'ie-view': View;
  }
}
