import { html, type TemplateResult } from 'lit';
import { comparisonName, PREVIOUS, RANGE_WORDS } from '../../core/index.js';

/** As the attribute `compare` is written. */
const CHOICES: readonly (readonly [compare: string, name: string])[] = [
  ['', RANGE_WORDS.notCompared],
  [PREVIOUS, RANGE_WORDS.previous],
  ['1d', RANGE_WORDS.dayBefore],
  ['1w', RANGE_WORDS.weekBefore],
];

/** What the range is compared with; one that is not among the usual ones is offered as long as it is chosen. */
export function compareChoice(current: string, choose: (compare: string) => void): TemplateResult {
  const usual = CHOICES.some(([compare]) => compare === current);
  const choices = usual ? CHOICES : [...CHOICES, [current, comparisonName(current)] as const];
  return html`<label class="compare">
    <span>${RANGE_WORDS.compare}</span>
    <select
      name="compare"
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) choose(target.value);
      }}
    >
      ${choices.map(
        ([compare, name]) => html`<option value=${compare} .selected=${compare === current}>${name}</option>`,
      )}
    </select>
  </label>`;
}
