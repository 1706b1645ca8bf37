import { html, nothing, type TemplateResult } from 'lit';
import { WORDS } from '../../core/index.js';

/** The `?` of a chart and the box it opens; nothing where there is no help, neither as text nor in the slot. */
export function help(
  chart: HTMLElement & { readonly help: string | null },
  usual: string,
): TemplateResult | typeof nothing {
  const text = chart.help || usual;
  return text || chart.querySelector(':scope > [slot=help]')
    ? html`<button class="tool help" part="help-button" popovertarget="help" aria-label=${WORDS.help}>?</button>
        <div id="help" part="help" popover><slot name="help">${text}</slot></div>`
    : nothing;
}
