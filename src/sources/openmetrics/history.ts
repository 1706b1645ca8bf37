import { labelKey, labelSet, SeriesTable, type Exposition, type Labels, type MetricType } from '../../core/index.js';

/** Samples of one series, one for each scrape of its target from `first` on; NaN where it was not there. */
export interface HistorySeries {
  readonly name: string;
  readonly labels: Labels;
  readonly type: MetricType;
  /** Index of the scrape of its first sample. */
  first: number;
  values: Float64Array;
  length: number;
}

/** What one target printed, scrape by scrape. */
export class TargetHistory {
  readonly table = new SeriesTable();
  /** When it was scraped, ms. */
  times: number[] = [];
  readonly #series = new Map<number, HistorySeries>();
  readonly #byKey = new Map<string, HistorySeries>();

  constructor(
    /** The replica that it is; empty where its metrics say so. */
    readonly replica: string,
    /** Whether it came while others were read already: what it has counted it counted since. */
    readonly isNew: boolean,
  ) {}

  get series(): Iterable<HistorySeries> {
    return this.#series.values();
  }

  get samples(): number {
    return this.#series.size * this.times.length;
  }

  add(time: number, { samples, families, table }: Exposition): void {
    const scrape = this.times.length;
    this.times.push(time);
    for (let row = 0; row < samples.length; row++) {
      const id = samples.series[row] ?? -1;
      let series = this.#series.get(id);
      if (!series) {
        const [name, labels] = [table.name(id), table.labels(id)];
        const type = families[samples.family[row] ?? -1]?.type ?? 'unknown';
        series = { name, labels, type, first: scrape, values: new Float64Array(16), length: 0 };
        this.#series.set(id, series);
        this.#byKey.set(labelKey(labels) + name, series);
      }
      put(series, scrape - series.first, samples.values[row] ?? NaN);
    }
  }

  /** The time of creation of a counter or of a part of a distribution, as a series; undefined without. */
  createdOf({ name, labels }: HistorySeries): HistorySeries | undefined {
    const own = labelSet(Object.entries(labels).filter(([label]) => label !== 'le'));
    return this.#byKey.get(`${labelKey(own)}${name.replace(/_(?:total|bucket|count|sum)$/, '')}_created`);
  }

  /** Forgets what is older, in pieces, so that it costs little. */
  forget(before: number): void {
    const old = this.times.findIndex((time) => time >= before);
    const count = old < 0 ? this.times.length : old;
    if (count < 64 && old >= 0) return;
    this.times = this.times.slice(count);
    for (const [id, series] of this.#series) {
      const gone = Math.max(0, count - series.first);
      series.first = Math.max(0, series.first - count);
      if (gone >= series.length) {
        this.#series.delete(id);
        this.#byKey.delete(labelKey(series.labels) + series.name);
      } else if (gone > 0) {
        series.values = series.values.slice(gone);
        series.length -= gone;
      }
    }
  }
}

function put(series: HistorySeries, index: number, value: number): void {
  if (index >= series.values.length) {
    const wider = new Float64Array(Math.max(index + 1, Math.ceil(series.values.length * 1.5)));
    wider.set(series.values.subarray(0, series.length));
    series.values = wider;
  }
  series.values.fill(NaN, series.length, index);
  series.values[index] = value;
  series.length = index + 1;
}
