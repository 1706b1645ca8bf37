import {
  COUNTED,
  formatOffset,
  formatSpan,
  formatTime,
  formatValue,
  INTERACTION_WORDS,
  isLocalTime,
  MENU_WORDS,
  stillFills,
  WORDS,
  type TimeRange,
} from '../../../core/index.js';
import { visibleIndices, type Column, type PlotSpec, type PlotView } from '../../../plot/index.js';

/** Rows of one page of a table. */
const PAGE_ROWS = 50;

/** One page of a chart as a table. */
export interface TablePage {
  /** What its numbers and times are in: unit and step, and the zone where it is not the browser's. */
  readonly caption: string;
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

/** Parts of a caption in one text. */
export const captionOf = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

/** `GMT+5:30`, and the one at the end of the range where clocks change within; '' where the browser's own are the same. */
export function zoneNote({ from, to }: TimeRange, timezone: string, locale: string | undefined): string {
  const ends = [from, to];
  if (ends.every((time) => isLocalTime(time, timezone))) return '';
  return [...new Set(ends.map((time) => formatOffset(time, timezone, locale)))].join(' / ');
}

/** `requests / 1 min`, `requests · step 15 s`, `step 15 s`: values in another unit than a count have it with them. */
function stepNote({ step, y }: PlotSpec, columns: readonly Column[]): string {
  if (y.per) return WORDS.per(y.unit, y.per);
  const counted = columns.find(({ unit }) => COUNTED.has(unit))?.unit ?? '';
  return captionOf(counted, MENU_WORDS.step(formatSpan(step)));
}

/** The page `wanted` of `all` rows, or the one next to it that there is. */
export function pageOf(
  caption: string,
  head: readonly string[],
  all: number,
  wanted: number,
  row: (index: number) => readonly string[],
): TablePage {
  const pages = Math.max(1, Math.ceil(all / PAGE_ROWS));
  const page = Math.max(0, Math.min(wanted, pages - 1));
  const start = page * PAGE_ROWS;
  const rows = Array.from({ length: Math.min(PAGE_ROWS, all - start) }, (_, i) => row(start + i));
  return { caption, head, rows, page, pages, first: rows.length > 0 ? start + 1 : 0, last: start + rows.length, all };
}

/** The steps in view as rows, the marks that are switched on as columns; texts are made for this page alone. */
export function tablePage(spec: PlotSpec, view: PlotView, wanted: number): TablePage {
  const { range, timezone, locale, hidden } = view;
  const [from, to] = visibleIndices(spec.times, spec.step, range);
  const columns = (spec.columns ?? spec.marks).filter(({ key }) => key === undefined || !hidden.has(key));
  const head = [MENU_WORDS.time, ...columns.map(({ label }) => label)];
  const caption = captionOf(stepNote(spec, columns), zoneNote(range, timezone, locale));
  return pageOf(caption, head, Math.max(0, to - from + 1), wanted, (i) => {
    const time = spec.times[from + i] ?? NaN;
    const name = formatTime(time, timezone, locale, spec.step);
    return [
      stillFills(time, spec.step, spec.completeUntil) ? `${name}, ${INTERACTION_WORDS.unfinished}` : name,
      ...columns.map(({ values, unit }) => formatValue(values[from + i] ?? NaN, unit, { locale })),
    ];
  });
}
