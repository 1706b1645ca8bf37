import { formatIso } from './format-iso.js';

/** A column of a table over time. */
export interface CsvColumn {
  readonly label: string;
  /** One for each time; `NaN` is an empty cell. */
  readonly values: Float64Array;
}

/**
 * Columns over `times` (ms) as CSV, after one line of comment that says the step (ms) in seconds.
 * Times are ISO 8601 with the offset of the zone, values are plain numbers in base units; quotes are those of RFC 4180.
 * The first row is that of the time at `first`.
 */
export function csvText(
  times: Float64Array,
  step: number,
  columns: readonly CsvColumn[],
  zone = 'UTC',
  first = 0,
): string {
  const rows = Array.from(times, (time, i) => [
    formatIso(time, zone),
    ...columns.map(({ values }) => (Number.isNaN(values[i] ?? NaN) ? '' : values[i])),
  ]);
  const head = ['time', ...columns.map(({ label }) => csvCell(label))];
  return [`# step: ${step / 1000} s`, ...[head, ...rows.slice(first)].map((row) => row.join()), ''].join('\n');
}

/** A name as a cell. One that a spreadsheet would take for a formula is kept from it by an apostrophe. */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
