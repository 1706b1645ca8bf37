import { formatTime, formatValue, MENU_WORDS } from '../../../core/index.js';
import { visibleIndices, type PlotSpec, type PlotView } from '../../../plot/index.js';

/** Rows of one page of a table. */
const PAGE_ROWS = 50;

/** One page of a chart as a table. */
export interface TablePage {
  readonly head: readonly string[];
  /** Texts; the first of each row names it. */
  readonly rows: readonly (readonly string[])[];
  /** Number of the page, from 0; within what there is. */
  readonly page: number;
  readonly pages: number;
  /** Number of the first and the last row, from 1, and how many there are. */
  readonly first: number;
  readonly last: number;
  readonly all: number;
}

/** The page `wanted` of `all` rows, or the one next to it that there is. */
export function pageOf(
  head: readonly string[],
  all: number,
  wanted: number,
  row: (index: number) => readonly string[],
): TablePage {
  const pages = Math.max(1, Math.ceil(all / PAGE_ROWS));
  const page = Math.max(0, Math.min(wanted, pages - 1));
  const start = page * PAGE_ROWS;
  const rows = Array.from({ length: Math.min(PAGE_ROWS, all - start) }, (_, i) => row(start + i));
  return { head, rows, page, pages, first: rows.length > 0 ? start + 1 : 0, last: start + rows.length, all };
}

/** The steps in view as rows, the marks that are switched on as columns; texts are made for this page alone. */
export function tablePage(spec: PlotSpec, view: PlotView, wanted: number): TablePage {
  const { range, timezone, locale, hidden } = view;
  const [from, to] = visibleIndices(spec.times, spec.step, range);
  const columns = (spec.columns ?? spec.marks).filter(({ key }) => key === undefined || !hidden.has(key));
  const head = [MENU_WORDS.time, ...columns.map(({ label }) => label)];
  return pageOf(head, Math.max(0, to - from + 1), wanted, (i) => [
    formatTime(spec.times[from + i] ?? NaN, timezone, locale, spec.step),
    ...columns.map(({ values, unit }) => formatValue(values[from + i] ?? NaN, unit, { locale })),
  ]);
}
