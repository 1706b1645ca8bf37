import { html, type TemplateResult } from 'lit';
import { formatSpan, parseDuration, REFRESH_WORDS } from '../../core/index.js';

/** As the attribute `refresh` is written. */
const CHOICES = ['off', 'auto', '10s', '30s', '1m', '5m', 'live'];
const NAMES: ReadonlyMap<string, string> = new Map([
  ['off', REFRESH_WORDS.off],
  ['auto', REFRESH_WORDS.auto],
  ['live', REFRESH_WORDS.live],
]);

/** How often it refreshes; loaded once there is something to refresh. */
export function refreshMenu(current: string, choose: (refresh: string) => void): TemplateResult {
  const choices = CHOICES.includes(current) ? CHOICES : [...CHOICES, current];
  return html`<select
    aria-label=${REFRESH_WORDS.every}
    @change=${({ target }: Event) => {
      if (target instanceof HTMLSelectElement) choose(target.value);
    }}
  >
    ${choices.map(
      (text) =>
        html`<option value=${text} .selected=${text === current}>
          ${NAMES.get(text) ?? formatSpan(parseDuration(text))}
        </option>`,
    )}
  </select>`;
}
