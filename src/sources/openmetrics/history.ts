import { labelKey, labelSet, SeriesTable, type Exposition } from '../../core/index.js';
import { HistorySeries } from './history-series.js';
import { isOutage } from './outage.js';

/** The name as counters are written with and without `_total`. */
const bare = (name: string): string => name.replace(/_total$/, '');

/** What one target printed, scrape by scrape. */
export class TargetHistory {
  readonly table = new SeriesTable();
  /** When it was scraped, ms. */
  times: number[] = [];
  readonly #series = new Map<number, HistorySeries>();
  readonly #byName = new Map<string, HistorySeries[]>();
  readonly #created = new Map<string, HistorySeries>();
  /** Times of scrapes before which some are missing. */
  readonly #outages = new Set<number>();
  /** Times of the first scrape after it was no target for a while. */
  readonly #returns = new Set<number>();
  #isAway = false;

  constructor(
    /** The replica that it is; empty where its metrics say so. */
    readonly replica: string,
    /** Its host, which a Prometheus calls the instance; empty where the page's own. */
    readonly instance: string,
    /** When others were read before it was there, ms; NaN where it is one of the first. */
    readonly since: number,
  ) {}

  get series(): Iterable<HistorySeries> {
    return this.#series.values();
  }

  get samples(): number {
    return this.#series.size * this.times.length;
  }

  /** The series of a name, counters with or without `_total`. */
  named(name: string): readonly HistorySeries[] {
    return this.#byName.get(bare(name)) ?? [];
  }

  add(time: number, { samples, families, table }: Exposition): void {
    const scrape = this.times.length;
    this.times.push(time);
    if (this.#isAway) this.#returns.add(time);
    this.#isAway = false;
    this.#noteOutages();
    for (let row = 0; row < samples.length; row++) {
      const id = samples.series[row] ?? -1;
      let series = this.#series.get(id);
      if (!series) {
        const { type = 'unknown', unit = '' } = families[samples.family[row] ?? -1] ?? {};
        const isNew = scrape > 0 || !Number.isNaN(this.since);
        series = new HistorySeries(table.name(id), table.labels(id), type, unit, scrape, isNew);
        this.#series.set(id, series);
        this.#index(series);
      }
      series.put(scrape, samples.values[row] ?? NaN);
    }
  }

  /** It is no target now: it did not fail, it is not there. */
  leave(): void {
    this.#isAway = this.times.length > 0;
  }

  /** The time before a scrape up to which all is known; NaN where nothing is. */
  timeBefore(scrape: number): number {
    return this.times[scrape - 1] ?? this.since;
  }

  /** Whether scrapes are missing before this one. */
  hasOutageBefore(scrape: number): boolean {
    return this.#outages.has(this.times[scrape] ?? NaN);
  }

  /** Whether it was no target for a while before this scrape. */
  isReturn(scrape: number): boolean {
    return this.#returns.has(this.times[scrape] ?? NaN);
  }

  /** Up to when all is known that was to be had at `time`; what failed for longer than `patience` (ms) is given up. */
  knownAt(time: number, patience: number): number {
    const last = this.times.at(-1) ?? time;
    return this.#isAway || last < time - patience ? time : last;
  }

  /** The time of creation of a counter or of a part of a distribution, as a series; undefined without. */
  createdOf({ name, labels }: HistorySeries): HistorySeries | undefined {
    if (this.#created.size === 0) return undefined;
    const own = labelSet(Object.entries(labels).filter(([label]) => label !== 'le'));
    return this.#created.get(`${labelKey(own)}${name.replace(/_(?:total|bucket|count|sum)$/, '')}_created`);
  }

  /** Forgets what is older, in pieces, so that it costs little. */
  forget(before: number): void {
    const old = this.times.findIndex((time) => time >= before);
    const count = old < 0 ? this.times.length : old;
    if (count < 64 && old >= 0) return;
    for (const time of this.times.slice(0, count)) {
      this.#outages.delete(time);
      this.#returns.delete(time);
    }
    this.times = this.times.slice(count);
    for (const [id, series] of this.#series) {
      series.forget(count);
      if (series.end > 0) continue;
      this.#series.delete(id);
      this.#created.delete(labelKey(series.labels) + series.name);
      const rest = this.named(series.name).filter((one) => one !== series);
      this.#byName.set(bare(series.name), rest);
    }
  }

  #index(series: HistorySeries): void {
    const { name, labels } = series;
    const all = this.#byName.get(bare(name));
    if (all) all.push(series);
    else this.#byName.set(bare(name), [series]);
    if (name.endsWith('_created')) this.#created.set(labelKey(labels) + name, series);
  }

  /** What the last distance of scrapes changes: whether it, or one before, is unusual among its neighbours. */
  #noteOutages(): void {
    const { times } = this;
    for (let scrape = Math.max(0, times.length - 3); scrape < times.length; scrape++) {
      const time = times[scrape] ?? NaN;
      if (!this.#returns.has(time) && isOutage((i) => (times[i] ?? NaN) - this.timeBefore(i), scrape))
        this.#outages.add(time);
      else this.#outages.delete(time);
    }
  }
}
