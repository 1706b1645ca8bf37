import { css } from 'lit';
import { formatValue, seriesStatistics, STATISTICS_WORDS, type TimeRange } from '../../core/index.js';
import { visibleIndices, type Plot, type PlotSpec } from '../../plot/index.js';
import { adoptStyles } from './adopt-styles.js';

const COLUMNS = ['min', 'mean', 'max', 'last'] as const;

/**
 * Least, mean, highest and last value of each mark over the range as texts, by key of the mark, in this order. Steps
 * that still fill are left out where there are finished ones. Percentiles have no mean: they are never averaged.
 */
export function legendValues(
  spec: PlotSpec,
  range: TimeRange,
  locale: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const [first, last] = visibleIndices(spec.times, spec.step, range);
  let finished = last;
  while (finished >= first && (spec.times[finished] ?? 0) + spec.step > spec.completeUntil) finished--;
  const until = finished < first ? last : finished;
  return new Map(
    spec.marks.flatMap(({ key, kind, role, unit, values }): [string, readonly string[]][] => {
      // The name of a heatmap is its scale.
      if (kind === 'heatmap') return [];
      const found = seriesStatistics(values, first, until);
      const shown = role.startsWith('quantile') ? { ...found, mean: Number.NaN } : found;
      return [[key, COLUMNS.map((column) => formatValue(shown[column], unit, { locale }))]];
    }),
  );
}

/** These values beside the toggles of a chart's legend. */
export class LegendValues {
  readonly #card: Element;
  readonly #plot: Plot;

  constructor(card: Element, plot: Plot) {
    this.#card = card;
    this.#plot = plot;
    adoptStyles(card.getRootNode(), styles);
  }

  /** Writes them as they are now, or takes them away. */
  show(on: boolean): void {
    const { layout } = this.#plot;
    const values = on && layout ? legendValues(layout.spec, layout.view.range, layout.view.locale) : null;
    for (const key of this.#card.querySelectorAll<HTMLButtonElement>('.key')) {
      const texts = values?.get(key.value);
      const cells = texts?.map((text, i) => cell(STATISTICS_WORDS[COLUMNS[i] ?? 'last'], text)) ?? [];
      const old = key.parentElement?.querySelectorAll('.statistic') ?? [];
      for (const one of old) one.remove();
      key.after(...cells);
    }
    this.#card.querySelector('[part=legend]')?.classList.toggle('valued', values !== null);
  }
}

function cell(name: string, text: string): HTMLElement {
  const label = document.createElement('small');
  label.textContent = `${name} `;
  const element = document.createElement('span');
  element.className = 'statistic';
  element.append(label, text);
  return element;
}

const styles = css`
  .valued {
    display: grid;
    grid-template-columns: auto repeat(4, auto);
    justify-content: center;
    gap: 0 16px;
  }
  .valued li {
    display: contents;
  }
  /* Also after a name without values. */
  .valued .key {
    grid-column: 1;
  }
  .statistic {
    align-self: center;
    text-align: end;
    white-space: nowrap;
  }
  .statistic small {
    color: var(--_muted);
    font-size: 0.85em;
  }
  @container (max-width: 420px) {
    .valued {
      grid-template-columns: repeat(4, auto);
    }
    .valued .key {
      grid-column: 1 / -1;
    }
  }
`;
