import {
  indexFrom,
  labelSet,
  seriesKey,
  SeriesTable,
  type Exposition,
  type Labels,
  type MetricFamily,
} from '../../core/index.js';
import type { Turns } from '../turns.js';
import { HistorySeries } from './history-series.js';
import { isOutage } from './outage.js';

/** A series takes as much as so many samples: its names, its labels and its place. */
const SERIES_SIZE = 300;
/** A table may grow by so many bytes before it is made anew. */
const TABLE_ROOM = 2 ** 20;

/** What stands before a scrape: nothing unusual, scrapes that are missing, or a time when it was no target. */
type Mark = 'none' | 'outage' | 'return';

/** The name as counters are written with and without `_total`. */
const bare = (name: string): string => name.replace(/_total$/, '');

/** What one target printed, scrape by scrape. */
export class TargetHistory {
  /** When it was scraped, ms; ascending. */
  times: number[] = [];
  /** By scrape. */
  #marks: Mark[] = [];
  #table = new SeriesTable();
  /** Bytes of the table after its first text; NaN before. */
  #tableSize = NaN;
  readonly #series = new Set<HistorySeries>();
  /** By the numbers of the table that was read with last. */
  readonly #byId = new Map<number, HistorySeries>();
  #idsOf: SeriesTable | null = null;
  /** By bare name, then by name and labels. */
  readonly #byName = new Map<string, Map<string, HistorySeries>>();
  #before: number;
  #isAway = false;
  /** Whether the last text was read to its end: then what was not in it was not there. */
  #wasWhole = false;

  constructor(
    /** The replica that it is; empty where its metrics say so. */
    readonly replica: string,
    /** Its host, which a Prometheus calls the instance; empty where the page's own. */
    readonly instance: string,
    /** When others were read before it was there, ms; NaN where it is one of the first. */
    since: number,
  ) {
    this.#before = since;
  }

  get series(): Iterable<HistorySeries> {
    return this.#series;
  }

  /** The series of a name, counters with or without `_total`. */
  named(name: string): Iterable<HistorySeries> {
    return this.#byName.get(bare(name))?.values() ?? [];
  }

  /** The table for the next reading: a new one where what is gone takes most of it. */
  tableNow(): SeriesTable {
    const { bytes } = this.#table;
    if (bytes > 2 * this.#tableSize + TABLE_ROOM) {
      this.#table = new SeriesTable();
      this.#tableSize = NaN;
    } else if (Number.isNaN(this.#tableSize) && bytes > 0) this.#tableSize = bytes;
    return this.#table;
  }

  async add(time: number, { samples, families, table, complete }: Exposition, turns: Turns): Promise<void> {
    const scrape = this.times.length;
    this.times.push(time);
    this.#marks.push(this.#isAway ? 'return' : 'none');
    this.#isAway = false;
    this.#noteOutages();
    if (table !== this.#idsOf) this.#byId.clear();
    this.#idsOf = table;
    for (let row = 0; row < samples.length; row++) {
      if (row % 256 === 0 && turns.due) await turns.take();
      const id = samples.series[row] ?? -1;
      let series = this.#byId.get(id);
      if (!series) {
        series = this.#seriesOf(table.name(id), table.labels(id), scrape, families[samples.family[row] ?? -1]);
        this.#byId.set(id, series);
      }
      series.put(scrape, samples.values[row] ?? NaN);
    }
    this.#wasWhole = complete;
  }

  /** It is no target now: it did not fail, it is not there. */
  leave(): void {
    this.#isAway = this.times.length > 0;
  }

  /** The time before a scrape up to which all is known; NaN where nothing is. */
  timeBefore(scrape: number): number {
    return this.times[scrape - 1] ?? this.#before;
  }

  /** Whether it was not read for a while before this scrape: scrapes are missing, or it was no target. */
  hasGapBefore(scrape: number): boolean {
    return (this.#marks[scrape] ?? 'none') !== 'none';
  }

  /**
   * Up to when all is known that was to be had at `time`, and will not be told otherwise; what failed for longer than
   * `patience` (ms) is given up.
   */
  knownAt(time: number, patience: number): number {
    const { length } = this.times;
    const last = this.times[length - 1] ?? time;
    if (this.#isAway || last < time - patience) return time;
    // Two more distances may show that what seems an outage is how often it is read from now on.
    const open = [length - 2, length - 1].find((scrape) => this.#marks[scrape] === 'outage');
    return open === undefined ? last : this.timeBefore(open);
  }

  /** The time of creation of a counter or of a part of a distribution, as a series of seconds; undefined without. */
  createdOf({ name, labels }: HistorySeries): HistorySeries | undefined {
    const created = `${name.replace(/_(?:total|bucket|count|sum)$/, '')}_created`;
    const all = this.#byName.get(created);
    if (!all) return undefined;
    const own = labelSet(Object.entries(labels).filter(([label]) => label !== 'le'));
    return all.get(seriesKey({ name: created, labels: own }));
  }

  /** How much is kept that is not older: samples, and for each series as much as for three hundred. */
  sizeFrom(time: number): number {
    const first = indexFrom(this.times, time);
    let size = 0;
    for (const series of this.#series) {
      const own = series.end - Math.max(first, series.first);
      if (own > 0) size += own + SERIES_SIZE;
    }
    return size;
  }

  /** Forgets what is older. */
  async forget(before: number, turns: Turns): Promise<void> {
    const count = indexFrom(this.times, before);
    if (count === 0) return;
    this.#before = this.times[count - 1] ?? NaN;
    this.times = this.times.slice(count);
    this.#marks = this.#marks.slice(count);
    for (const series of this.#series) {
      if (turns.due) await turns.take();
      series.forget(count);
      if (series.end === 0) this.#remove(series);
    }
  }

  /** All was read so much earlier or later than thought, ms: the clock was set. */
  shift(by: number): void {
    this.times = this.times.map((time) => time + by);
    this.#before += by;
  }

  #seriesOf(name: string, labels: Labels, scrape: number, family: MetricFamily | undefined): HistorySeries {
    const key = seriesKey({ name, labels });
    let all = this.#byName.get(bare(name));
    if (!all) this.#byName.set(bare(name), (all = new Map<string, HistorySeries>()));
    let series = all.get(key);
    if (!series) {
      const { type = 'unknown', unit = '' } = family ?? {};
      series = new HistorySeries(name, labels, type, unit, scrape, this.#wasWhole);
      all.set(key, series);
      this.#series.add(series);
    }
    return series;
  }

  #remove(series: HistorySeries): void {
    this.#series.delete(series);
    const all = this.#byName.get(bare(series.name));
    all?.delete(seriesKey(series));
    if (all?.size === 0) this.#byName.delete(bare(series.name));
    // It may come back under its number.
    this.#byId.clear();
  }

  /** What the last distance of scrapes changes: whether it, or one before, is unusual among its neighbours. */
  #noteOutages(): void {
    const { times } = this;
    const marks = this.#marks;
    for (let scrape = Math.max(0, times.length - 3); scrape < times.length; scrape++) {
      if (marks[scrape] === 'return') continue;
      marks[scrape] = isOutage((i) => (times[i] ?? NaN) - this.timeBefore(i), scrape) ? 'outage' : 'none';
    }
  }
}
