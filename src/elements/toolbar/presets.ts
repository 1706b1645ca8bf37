import { html, nothing, type TemplateResult } from 'lit';
import { RANGE_WORDS } from '../../core/index.js';
import { PRESETS } from '../base/recent-ranges.js';
import { rangeName } from './range-name.js';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** One place in the order of tabs; arrows, Home and End go from one to the other. */
function onKey(event: KeyboardEvent): void {
  const { key, currentTarget, target } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const buttons = [...currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === target);
  const step = STEPS[key];
  const next = key === 'Home' ? 0 : key === 'End' ? -1 : step === undefined ? null : (at + step) % buttons.length;
  if (next === null) return;
  event.preventDefault();
  buttons.at(next)?.focus();
}

export const presetButtons = (shown: string, choose: (text: string) => void): TemplateResult => {
  const first = PRESETS.includes(shown) ? shown : PRESETS[0];
  return html`<div class="presets" role="group" aria-label=${RANGE_WORDS.presets} @keydown=${onKey}>
    ${PRESETS.map(
      (text) =>
        html`<button
          type="button"
          tabindex=${text === first ? 0 : -1}
          aria-current=${text === shown ? 'true' : nothing}
          @click=${() => choose(text)}
        >
          ${rangeName(text)}
        </button>`,
    )}
  </div>`;
};
