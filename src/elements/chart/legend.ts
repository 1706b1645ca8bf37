import { html, type TemplateResult } from 'lit';
import { MARK_KINDS, markClass, roleStyle, type Mark } from '../../plot/index.js';

/** What a legend says of a mark, and how its swatch is drawn. */
export interface LegendEntry extends Pick<Mark, 'key' | 'label' | 'role' | 'kind' | 'replica'> {
  readonly shade: number;
}

export const legendEntry = ({ key, label, role, kind, replica, shade = 0 }: Mark): LegendEntry => ({
  key,
  label,
  role,
  kind,
  replica,
  shade,
});

/** Classes of the little picture of a mark: its colour, and for lines its dash. */
export function swatchClass({ role, shade, kind }: Pick<LegendEntry, 'role' | 'shade' | 'kind'>): string {
  const shape = MARK_KINDS[kind].filled ? '' : ' line';
  const dash = roleStyle(role).dash;
  const pattern = !shape || !dash ? '' : (dash[0] ?? 0) < 3 ? ' dotted' : ' dashed';
  return `swatch ${markClass(role, shade)}${shape}${pattern}`;
}

/** A toggle for each mark; its value is the mark's key. */
export function legend(
  entries: readonly LegendEntry[],
  hidden: ReadonlySet<string>,
  toggle: (key: string) => void,
): TemplateResult {
  return html`<ul part="legend">
    ${entries.map(
      (entry) =>
        html`<li>
          <button
            class="key"
            part="legend-item"
            value=${entry.key}
            aria-pressed=${hidden.has(entry.key) ? 'false' : 'true'}
            @click=${() => toggle(entry.key)}
          >
            <i class=${swatchClass(entry)}></i><span>${entry.label}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}
