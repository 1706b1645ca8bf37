import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { isSame, type Source } from '../../core/index.js';
import { offerSource } from './offered-sources.js';

/** Names in an attribute's text, separated by spaces or commas; as a property also a list. */
export const namesIn = (names: string | readonly string[] | null): readonly string[] =>
  typeof names === 'string' ? names.split(/[\s,]+/).filter(Boolean) : (names ?? []);

/** Of a property that a framework may set anew at each rendering: equal data are no other. */
export const isOther = (value: unknown, old: unknown): boolean => !isSame(value, old);

/** An element that is a source of data for the time frame around it. It draws nothing. */
export abstract class SourceElement extends LitElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  #withdraw: (() => void) | null = null;
  #source: Source | null = null;

  /** The source as the properties say; `null` where they do not say enough. Asked again when one changes. */
  protected abstract makeSource(): Source | null;

  /** What the time frame gets. */
  get source(): Source | null {
    return this.#source;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#source) this.#offer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdraw?.();
    this.#withdraw = null;
  }

  protected override updated(): void {
    this.#withdraw?.();
    this.#withdraw = null;
    this.#source = this.makeSource();
    this.#offer();
  }

  protected override render(): TemplateResult | typeof nothing {
    return html`${nothing}`;
  }

  #offer(): void {
    if (this.isConnected && this.#source && !this.#withdraw) this.#withdraw = offerSource(this, this.#source);
  }
}
