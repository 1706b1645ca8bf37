import { css } from 'lit';
import { seriesStatistics, STATISTICS_WORDS, valueParts, type TimeRange, type Unit } from '../../../core/index.js';
import { lastFinished, MARK_KINDS, visibleIndices, type Plot, type PlotSpec } from '../../../plot/index.js';
import { adoptStyles } from '../adopt-styles.js';

const COLUMNS = ['min', 'mean', 'max', 'last'] as const;
/** Characters of a name and its value up to which four of them find room in a narrow card. */
const SHORT = 13;
/** Characters up to which a number is read as it is. */
const READABLE = 8;

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
  const finished = lastFinished(spec, last);
  const until = finished < first ? last : finished;
  return new Map(
    spec.marks.flatMap(({ key, kind, role, unit, values }): [string, readonly string[]][] => {
      // The name of a heatmap is its scale.
      if (MARK_KINDS[kind].swatch === 'scale') return [];
      const found = seriesStatistics(values, first, until);
      const shown = role.startsWith('quantile') ? { ...found, mean: NaN } : found;
      const all = COLUMNS.map((column) => shown[column]);
      const sizes = all.map(Math.abs).filter((size) => size > 0);
      const most = Math.max(0, ...sizes);
      // Where they lie far apart, the digits of one would leave nothing of another.
      const like = Math.min(...sizes) < most / 10 ? 0 : most;
      return [[key, all.map((value) => briefly(value, like || value, unit, locale))]];
    }),
  );
}

/** A value in three digits, in the scale and with the digits of `precisionOf`. */
function briefly(value: number, precisionOf: number, unit: Unit, locale: string | undefined): string {
  const { text, unit: symbol } = valueParts(value, unit, { locale, precisionOf });
  const number = text.length > READABLE ? byPower(value, unit, locale) : text;
  return symbol ? `${number} ${symbol}` : number;
}

/** The number of a value in its unit by its power of ten: `2.69×10¹⁰`. */
function byPower(value: number, unit: Unit, locale: string | undefined): string {
  const plain = Number(valueParts(value, unit, { locale: 'en' }).text.replaceAll(',', ''));
  const [digits = '', power = ''] = plain.toExponential(2).split('e');
  const raised = power.replace('+', '').replace(/./g, (sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻');
  return `${valueParts(Number(digits), '', { locale }).text}×10${raised}`;
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
    let longest = 0;
    for (const key of this.#card.querySelectorAll<HTMLButtonElement>('.key')) {
      const texts = values?.get(key.value);
      const cells = texts?.map((text, i) => cell(STATISTICS_WORDS[COLUMNS[i] ?? 'last'], text)) ?? [];
      longest = Math.max(longest, ...cells.map(({ textContent }) => textContent.length));
      const old = key.parentElement?.querySelectorAll('.statistic') ?? [];
      for (const one of old) one.remove();
      key.after(...cells);
    }
    const list = this.#card.querySelector('[part=legend]')?.classList;
    list?.toggle('valued', values !== null);
    list?.toggle('long', longest > SHORT);
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
    grid-template-columns: minmax(0, auto) repeat(4, auto);
    justify-content: safe center;
    align-content: start;
    gap: 0 16px;
    max-height: 360px;
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
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px;
    min-width: 0;
    direction: ltr;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .statistic small {
    flex: none;
    color: var(--_muted);
    font-size: 0.85em;
  }
  /* The values below their name. */
  @container (max-width: 700px) {
    .long {
      grid-template-columns: repeat(2, auto);
    }
    .long .key {
      grid-column: 1 / -1;
      justify-self: start;
    }
    .statistic {
      padding-inline-start: 6px;
    }
  }
  @container (max-width: 560px) {
    .valued:not(.long) {
      grid-template-columns: repeat(4, auto);
      column-gap: 8px;
    }
    .valued .key {
      grid-column: 1 / -1;
      justify-self: start;
    }
  }
  @container (max-width: 340px) {
    .valued:not(.long) {
      grid-template-columns: repeat(2, auto);
      column-gap: 16px;
    }
    .long {
      grid-template-columns: auto;
    }
  }
`;
