import type { Labels } from '../frame/frame.js';
import { labelSet } from '../frame/frame.js';
import type { ByteCursor } from './bytes.js';
import { metricNameEnd, OPEN, sameBytes, SPACE } from './bytes.js';
import { FloatColumn, IntColumn } from './columns.js';
import type { Faults } from './faults.js';
import { IntTable } from './int-table.js';
import { LabelPairs } from './label-pairs.js';
import { readLabels } from './labels.js';
import { numberOf } from './number.js';
import { StringPool } from './string-pool.js';
import { WrittenLines } from './written-lines.js';

const NOTHING = new Uint8Array();
const MOST_EXPECTED = 2 ** 24;
const MOST_RESERVED = 2 ** 18;
/** A usual line has so many bytes. */
const LINE_BYTES = 100;

/**
 * The series that texts of one server have named: an id for each, counted from 0. Given to one reading after the other
 * it shares names and labels between them, and a line that was seen before is only compared, not read again.
 */
export class SeriesTable {
  readonly #strings = new StringPool();
  readonly #written = new WrittenLines();
  readonly #sets = new IntTable();
  /** Pairs of name and set of labels. */
  readonly #series = new IntTable();
  readonly #labels: (Labels | undefined)[] = [];
  readonly #pairs = new LabelPairs(this.#strings);
  /** What is left of the labels of the series before without the special one: how much, and its number. */
  readonly #rest = new LabelPairs(this.#strings);
  #restLength = -1;
  #restGroup = 0;
  readonly #pair = new Int32Array(2);
  readonly #numbers = new Map<number, number | null>();
  readonly #families = new Map<string, number>();
  #familyBytes = 0;
  #serial = 0;
  #remembers = false;
  /** Where the name of the line before stands, and its number. */
  #nameBytes: Uint8Array = NOTHING;
  #nameStart = 0;
  #nameEnd = 0;
  #name = -1;

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

  /** About how many bytes it takes: it keeps all that it ever read. */
  get bytes(): number {
    const parts = [this.#strings, this.#written, this.#sets, this.#series];
    return parts.reduce((sum, part) => sum + part.bytes, 64 * this.size + this.#familyBytes);
  }

  /** The name of a series' samples. */
  name(series: number): string {
    return this.#strings.text(this.nameId(series));
  }

  /** The labels of a series, one object for all that have the same; labels without a value are left out. */
  labels(series: number): Labels {
    const set = this.#series.item(series, 1);
    return (this.#labels[set] ??= this.#labelsOf(set));
  }

  /** One label of a series, or undefined. */
  label(series: number, name: string): string | undefined {
    return this.labels(series)[name];
  }

  /** A text begins, or is over: nothing of its bytes is kept. */
  rewind(): void {
    this.#written.rewind();
    this.#pairs.forget();
    this.#nameBytes = NOTHING;
    this.#nameStart = this.#nameEnd = 0;
  }

  /** Makes room for what a first text of so many bytes may bring. */
  reserve(length: number): void {
    if (this.size > 0) return;
    const count = Math.min(MOST_RESERVED, Math.ceil(length / LINE_BYTES));
    this.#sets.reserve(count, 8);
    this.#series.reserve(count, 2);
    for (const column of [this.family, this.role, this.group, this.bound, this.groupSeen, this.seriesSeen]) {
      column.reserve(count);
    }
  }

  /** Remembers how lines are written, since another text follows: makes room for one of so many bytes. */
  remember(length: number): void {
    this.#remembers = true;
    if (this.size === 0) this.#written.expect(Math.min(length, MOST_EXPECTED));
  }

  /** Reads the name and the labels at the cursor, which moves behind them; -1 where one more would pass the limit. */
  read(cursor: ByteCursor, faults: Faults, limit: number): number {
    const known = this.#written.expected(cursor.bytes, cursor.at);
    if (known < 0) return this.#readNew(cursor, faults, limit);
    cursor.at += this.#written.length;
    return known;
  }

  /** A number for a family; equal names and types have one. */
  familyKey(type: string, name: string): number {
    const text = `${type} ${name}`;
    const known = this.#families.get(text);
    if (known !== undefined) return known;
    this.#families.set(text, this.#families.size + 1);
    this.#familyBytes += text.length + 64;
    return this.#families.size;
  }

  /** A number that none before had. */
  nextSerial(): number {
    return ++this.#serial;
  }

  /** The number of a label's name, or of a value. */
  idOf(text: string): number {
    return this.#strings.idOf(text);
  }

  /** The number of a series' name. */
  nameId(series: number): number {
    return this.#series.item(series, 0);
  }

  /** Sets the group of a series: all of its labels but the one of this name. Returns that one's value, -1 without. */
  setGroup(series: number, name: number): number {
    const set = this.#series.item(series, 1);
    let value = -1;
    let group = set;
    if (name >= 0) {
      const length = this.#sets.length(set);
      this.#rest.reach(length);
      const { ids } = this.#rest;
      let kept = 0;
      // Mostly that of the series before: the buckets of a histogram follow each other.
      let same = true;
      for (let i = 0; i < length; i += 2) {
        const own = this.#sets.item(set, i);
        const its = this.#sets.item(set, i + 1);
        if (own === name) {
          value = its;
          continue;
        }
        same &&= ids[kept] === own && ids[kept + 1] === its;
        ids[kept++] = own;
        ids[kept++] = its;
      }
      if (value >= 0) {
        if (!same || kept !== this.#restLength) this.#restGroup = this.#sets.intern(ids, kept);
        group = this.#restGroup;
        this.#restLength = kept;
      } else this.#restLength = -1;
      this.groupSeen.reach(group);
    }
    this.group.values[series] = group;
    return value;
  }

  /** The value of this number as a number, `null` where it is none. */
  number(value: number): number | null {
    let known = this.#numbers.get(value);
    if (known === undefined) this.#numbers.set(value, (known = numberOf(this.#strings.text(value))));
    return known;
  }

  /** The text of a number that stands for one. */
  text(id: number): string {
    return this.#strings.text(id);
  }

  #readNew(cursor: ByteCursor, faults: Faults, limit: number): number {
    const { bytes, at: start } = cursor;
    const name = this.#readName(cursor, faults);
    const pairs = this.#pairs;
    pairs.start(faults);
    if (bytes[cursor.at] === OPEN) readLabels(cursor, faults, pairs);
    else if (bytes[cursor.at] !== SPACE) faults.drop('metric-name', start);
    pairs.finish();
    const set = this.#sets.intern(pairs.ids, pairs.length);
    this.groupSeen.reach(set);
    this.#pair[0] = name;
    this.#pair[1] = set;
    const before = this.size;
    const series = this.#series.intern(this.#pair, 2);
    if (series === before) {
      this.family.push(0);
      this.role.push(0);
      this.group.push(0);
      this.bound.push(NaN);
      this.seriesSeen.reach(series);
      if (before >= limit) return -1;
    }
    if (this.#remembers) this.#written.seen(series, bytes, start, cursor.at);
    return series;
  }

  /** The number of the name at the cursor, which moves behind it; mostly it is that of the line before. */
  #readName(cursor: ByteCursor, faults: Faults): number {
    const { bytes, at: start } = cursor;
    const end = metricNameEnd(bytes, start);
    if (end === start) faults.drop('metric-name', start);
    cursor.at = end;
    if (!sameBytes(bytes, start, end, this.#nameBytes, this.#nameStart, this.#nameEnd)) {
      this.#name = this.#strings.intern(bytes, start, end);
    }
    this.#nameBytes = bytes;
    this.#nameStart = start;
    this.#nameEnd = end;
    return this.#name;
  }

  #labelsOf(set: number): Labels {
    const pairs: [string, string][] = [];
    for (let i = 0; i < this.#sets.length(set); i += 2) {
      pairs.push([this.text(this.#sets.item(set, i)), this.text(this.#sets.item(set, i + 1))]);
    }
    return labelSet(pairs);
  }
}
