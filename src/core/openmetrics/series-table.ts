import type { Labels } from '../frame.js';
import { labelSet } from '../frame.js';
import { ByteTable } from './byte-table.js';
import type { ByteCursor } from './bytes.js';
import { BACKSLASH, CLOSE, FNV_PRIME, FNV_START, LF, metricNameEnd, OPEN, QUOTE, SPACE } from './bytes.js';
import { FloatColumn, IntColumn } from './columns.js';
import type { Faults } from './faults.js';
import { IntTable } from './int-table.js';
import { LabelPairs } from './label-pairs.js';
import { readLabels } from './labels.js';
import { StringPool } from './string-pool.js';

/**
 * The series that texts of one server have named: an id for each, counted from 0. Given to one reading after the other
 * it shares names and labels between them, and a line that was seen before is only compared, not read again.
 */
export class SeriesTable {
  readonly #strings = new StringPool();
  /** Names with labels as they were written, and the series of each. */
  readonly #written = new ByteTable();
  readonly #seriesOfWritten = new IntColumn();
  readonly #sets = new IntTable();
  /** Pairs of name and set of labels. */
  readonly #series = new IntTable();
  readonly #labels: (Labels | undefined)[] = [];
  readonly #pairs = new LabelPairs(this.#strings);
  readonly #pair = new Int32Array(2);
  readonly #families = new Map<string, number>();
  #serial = 0;

  /** What reading a family found out about each series: family, role, set without the special label, its number. */
  readonly family = new IntColumn();
  readonly role = new IntColumn();
  readonly group = new IntColumn();
  readonly bound = new FloatColumn();
  /** The serials of the last family that had a set of labels, and of the last point that had a series. */
  readonly groupSeen = new FloatColumn();
  readonly seriesSeen = new FloatColumn();

  /** How many series there are. */
  get size(): number {
    return this.#series.size;
  }

  /** The name of a series' samples. */
  name(series: number): string {
    return this.#strings.text(this.#series.list(series)[0] ?? -1);
  }

  /** The labels of a series, one object for all that have the same; labels without a value are left out. */
  labels(series: number): Labels {
    const set = this.#series.list(series)[1] ?? -1;
    return (this.#labels[set] ??= this.#labelsOf(set));
  }

  /** One label of a series, or undefined. */
  label(series: number, name: string): string | undefined {
    return this.labels(series)[name];
  }

  /** Reads the name and the labels at the cursor, which moves behind them; -1 where one more would pass the limit. */
  read(cursor: ByteCursor, faults: Faults, limit: number): number {
    const { bytes, at: start } = cursor;
    let at = start;
    let hash = FNV_START;
    let byte = bytes[at] ?? LF;
    while (byte !== SPACE && byte !== OPEN && byte !== LF) {
      hash = Math.imul(hash ^ byte, FNV_PRIME);
      byte = bytes[++at] ?? LF;
    }
    if (byte === OPEN) {
      let quoted = false;
      while (byte !== LF && (quoted || byte !== CLOSE)) {
        hash = Math.imul(hash ^ byte, FNV_PRIME);
        if (byte === QUOTE) quoted = !quoted;
        else if (byte === BACKSLASH && bytes[at + 1] !== LF) hash = Math.imul(hash ^ (bytes[++at] ?? LF), FNV_PRIME);
        byte = bytes[++at] ?? LF;
      }
      if (byte === CLOSE) at++;
    }
    const written = this.#written.find(bytes, start, at, hash);
    if (written < 0) return this.#readNew(cursor, at, hash, faults, limit);
    cursor.at = at;
    return this.#seriesOfWritten.values[written] ?? -1;
  }

  /** A number for a family; equal names and types have one. */
  familyKey(type: string, name: string): number {
    const text = `${type} ${name}`;
    const known = this.#families.get(text);
    if (known !== undefined) return known;
    this.#families.set(text, this.#families.size + 1);
    return this.#families.size;
  }

  /** A number that none before had. */
  nextSerial(): number {
    return ++this.#serial;
  }

  /** The set of a series' labels without one of them. */
  groupWithout(series: number, name: string | undefined): number {
    const set = this.#series.list(series)[1] ?? -1;
    if (name === undefined) return set;
    const id = this.#strings.idOf(name);
    const rest: number[] = [];
    const list = this.#sets.list(set);
    for (let i = 0; i < list.length; i += 2) if (list[i] !== id) rest.push(list[i] ?? 0, list[i + 1] ?? 0);
    const group = this.#sets.intern(Int32Array.from(rest), rest.length);
    this.groupSeen.reach(group);
    return group;
  }

  #readNew(cursor: ByteCursor, end: number, hash: number, faults: Faults, limit: number): number {
    const { bytes, at: start } = cursor;
    const nameEnd = metricNameEnd(bytes, start);
    if (nameEnd === start) faults.drop('metric-name', start);
    const pairs = this.#pairs;
    pairs.start(faults);
    cursor.at = nameEnd;
    if (bytes[nameEnd] === OPEN) readLabels(cursor, faults, pairs);
    else if (nameEnd !== end) faults.drop('metric-name', start);
    pairs.finish();
    const set = this.#sets.intern(pairs.ids, pairs.length);
    this.groupSeen.reach(set);
    this.#pair[0] = this.#strings.intern(bytes, start, nameEnd);
    this.#pair[1] = set;
    const before = this.size;
    if (before >= limit) return -1;
    const series = this.#series.intern(this.#pair, 2);
    if (series === before) {
      this.family.push(0);
      this.role.push(0);
      this.group.push(0);
      this.bound.push(NaN);
      this.seriesSeen.reach(series);
    }
    this.#written.add(bytes, start, cursor.at, hash);
    this.#seriesOfWritten.push(series);
    return series;
  }

  #labelsOf(set: number): Labels {
    const list = this.#sets.list(set);
    const pairs: [string, string][] = [];
    for (let i = 0; i < list.length; i += 2) {
      pairs.push([this.#strings.text(list[i] ?? -1), this.#strings.text(list[i + 1] ?? -1)]);
    }
    return labelSet(pairs);
  }
}
