import { html, type TemplateResult } from 'lit';

/** A labelled switch. */
export function switchButton(label: string, on: boolean, toggle: () => void): TemplateResult {
  return html`<button class="switch" part="switch" role="switch" aria-checked=${on ? 'true' : 'false'} @click=${toggle}>
    ${label}
  </button>`;
}
