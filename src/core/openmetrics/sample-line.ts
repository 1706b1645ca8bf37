import type { ByteCursor } from './bytes.js';
import { HASH, LF, SPACE } from './bytes.js';
import type { Exemplar } from './exemplar.js';
import { readExemplar } from './exemplar.js';
import type { Families } from './families.js';
import type { Faults } from './faults.js';
import { ROLE } from './metric-types.js';
import { readNumber } from './number.js';
import type { SampleRows } from './sample-rows.js';
import type { SeriesTable } from './series-table.js';
import { readTimestamp } from './timestamp.js';

/** Reads lines with samples into rows. */
export class SampleReader {
  readonly exemplars: Exemplar[] = [];
  readonly #table: SeriesTable;
  readonly #families: Families;
  readonly #faults: Faults;
  readonly #rows: SampleRows;
  readonly #limit: number;
  /** Room for series in the table. */
  readonly #room: number;
  /** Those that were read, kept from where there are as many rows as the limit. */
  #read: Set<number> | null = null;

  /** At most `limit` series. */
  constructor(table: SeriesTable, families: Families, faults: Faults, rows: SampleRows, limit: number) {
    this.#table = table;
    this.#families = families;
    this.#faults = faults;
    this.#rows = rows;
    this.#limit = limit;
    this.#room = table.size + limit;
  }

  /** Reads the line at the cursor, which moves behind its line feed; false where the limit of series is passed. */
  read(cursor: ByteCursor): boolean {
    const { bytes } = cursor;
    const faults = this.#faults;
    const series = this.#table.read(cursor, faults, this.#room);
    if (series < 0 || (this.#rows.length >= this.#limit && this.#isTooMany(series))) return false;
    if (bytes[cursor.at] !== SPACE) faults.drop('sample', cursor.at);
    const at = ++cursor.at;
    const value = readNumber(cursor);
    if (cursor.at === at) faults.drop('number', at);
    let timestamp = NaN;
    let exemplar: Exemplar | null = null;
    if (bytes[cursor.at] === SPACE) {
      if (bytes[cursor.at + 1] !== HASH) timestamp = readTimestamp(cursor, faults);
      if (bytes[cursor.at] === SPACE) {
        cursor.at++;
        exemplar = readExemplar(cursor, faults, this.#rows.length);
      }
    }
    if (bytes[cursor.at] !== LF) faults.drop('end-of-line', cursor.at);
    cursor.at++;
    const family = this.#families.add(series, value, timestamp);
    if (exemplar) this.#keep(exemplar, series);
    this.#rows.push(series, family, value, timestamp);
    return true;
  }

  #isTooMany(series: number): boolean {
    this.#read ??= new Set(this.#rows.columns().series);
    return !this.#read.has(series) && this.#read.add(series).size > this.#limit;
  }

  #keep(exemplar: Exemplar, series: number): void {
    const role = this.#table.role.values[series];
    const bound = this.#table.bound.values[series] ?? NaN;
    if (role !== ROLE.bucket && role !== ROLE.total && role !== ROLE.bareTotal) this.#faults.forgive('exemplar-place');
    else if (role === ROLE.bucket && !(exemplar.value <= bound)) this.#faults.forgive('exemplar-range');
    this.exemplars.push(exemplar);
  }
}
