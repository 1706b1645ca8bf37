import type { Labels, MetricType } from '../../core/index.js';
import { SampleColumn } from './sample-column.js';

/** Samples of one series, one for each scrape of its target; NaN where it was not there. */
export class HistorySeries {
  readonly #values = new SampleColumn();

  constructor(
    readonly name: string,
    readonly labels: Labels,
    readonly type: MetricType,
    /** Of its `# UNIT` line; empty without. */
    readonly unit: string,
    /** Index of the scrape of its first sample. */
    public first: number,
    /** Whether it came while its target was read already: what it has counted it counted since. */
    public isNew: boolean,
  ) {}

  /** Index behind the scrape of its last sample. */
  get end(): number {
    return this.first + this.#values.length;
  }

  /** The value at a scrape. */
  at(scrape: number): number {
    return this.#values.at(scrape - this.first);
  }

  put(scrape: number, value: number): void {
    if (scrape < this.end) return this.#values.replaceLast(value);
    while (this.end < scrape) this.#values.push(NaN);
    this.#values.push(value);
  }

  /** The first scrapes of the target are forgotten. */
  forget(count: number): void {
    if (count > this.first) {
      this.isNew = false;
      this.#values.drop(count - this.first);
    }
    this.first = Math.max(0, this.first - count);
  }
}
