import { html, type TemplateResult } from 'lit';
import { formatSpan, parseDuration, WORDS } from '../../core/index.js';
import type { TimeframeState } from '../../timeframe/index.js';
import { switchButton } from '../base/switch.js';

/** As the attribute `refresh` is written. */
const CHOICES = ['off', 'auto', '10s', '30s', '1m', '5m', 'live'];
const NAMES: ReadonlyMap<string, string> = new Map([
  ['off', WORDS.off],
  ['auto', WORDS.auto],
  ['live', WORDS.live],
]);

/** The switch of automatic refresh, which goes on with `usual`, and how often. */
export function refreshMenu(
  shown: TimeframeState | null,
  usual: string,
  choose: (refresh: string) => void,
): TemplateResult {
  const current = shown?.refreshText ?? 'off';
  const choices = CHOICES.includes(current) ? CHOICES : [...CHOICES, current];
  return html`<div class="refresh">
    ${switchButton(WORDS.autoRefresh, current !== 'off', () => choose(current === 'off' ? usual : 'off'))}
    <div class="field" part="refresh">
      <select
        aria-label=${WORDS.refreshEvery}
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
      </select>
    </div>
  </div>`;
}
