import { formatValue, INTERACTION_WORDS } from '../../../core/index.js';
import { earlierAt, type Before } from '../comparison/earlier-at.js';
import { MARK_KINDS, type Mark, type PlotSpec } from '../../../plot/index.js';

/** One line of a tooltip. */
export interface TooltipRow extends Partial<Before> {
  /** `null` is a line without a swatch: a total, or how many more there are. */
  readonly mark: Mark | null;
  readonly label: string;
  readonly value: string;
  /** Part of the whole stack; empty where there is no stack. */
  readonly share: string;
  /** It counts the other rows. */
  readonly total?: true;
}

export const MOST_ROWS = 12;

/**
 * The values of the shown marks at one step, highest first, `most` of them; a stack has shares, and its total last. Shares
 * are of all that the chart has: a few failures are not all of the requests where the others are hidden.
 */
export function tooltipRows(
  spec: PlotSpec,
  shown: readonly Mark[],
  index: number,
  locale: string | undefined,
  most = MOST_ROWS,
): readonly TooltipRow[] {
  const values = shown
    .map((mark) => ({ mark, value: mark.values[index] ?? NaN }))
    .sort((a, b) => (Number.isNaN(b.value) ? 0 : b.value) - (Number.isNaN(a.value) ? 0 : a.value));
  const sumOf = (marks: readonly Mark[]): number => {
    const known = marks.map((mark) => mark.values[index] ?? NaN).filter((value) => !Number.isNaN(value));
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : NaN;
  };
  const whole = spec.marks.filter(isStacked);
  const stack = shown.filter(isStacked);
  const all = sumOf(whole);
  const shareOf = (value: number): string =>
    whole.length > 1 && all > 0 && !Number.isNaN(value) ? formatValue(value / all, 'ratio', { locale }) : '';
  const earlier = earlierAt(spec, index, locale);
  // Those that failed are few, and what one looks for.
  const urgent = values.filter(({ mark, value }) => mark.role === 'class-5xx' && value > 0);
  const first = new Set([...new Set([...urgent, ...values])].slice(0, most));
  const row = ({ mark, value }: (typeof values)[number]): TooltipRow => ({
    mark,
    ...earlier(value, mark.unit, [mark.key]),
    label: mark.label,
    value: formatValue(value, mark.unit, { locale }),
    share: isStacked(mark) ? shareOf(value) : '',
  });
  const rows = [...values.filter((one) => first.has(one)).map(row), ...moreRow(values.length - first.size)];
  if (stack.length > 1) {
    const total = sumOf(stack);
    const isAll = stack.length === whole.length;
    const { total: ofAll, totalShown } = INTERACTION_WORDS;
    rows.push({
      ...plain(isAll ? ofAll : totalShown, formatValue(total, spec.y.unit, { locale })),
      ...earlier(total, spec.y.unit, stackedKeys(spec, shown)),
      share: isAll ? '' : shareOf(total),
      total: true,
    });
  }
  return rows;
}

const isStacked = ({ kind }: Pick<Mark, 'kind'>): boolean => MARK_KINDS[kind].stacked === true;

/** Those that a total counts: what there was only then belongs to the total of then. */
function stackedKeys({ marks, earlier }: PlotSpec, shown: readonly Mark[]): readonly string[] {
  const off = new Set(marks.filter((mark) => !shown.includes(mark)).map(({ key }) => key));
  const all = earlier?.marks ?? [];
  return all.filter((mark) => isStacked(mark) && !off.has(mark.key)).map(({ key }) => key);
}

/** How many rows there are for which there is no room. */
export const moreRow = (count: number): readonly TooltipRow[] =>
  count > 0 ? [plain(INTERACTION_WORDS.more(count))] : [];

export const plain = (label: string, value = ''): TooltipRow => ({ mark: null, label, value, share: '' });
