import { FloatColumn, IntColumn } from './columns.js';
import type { SampleColumns } from './exposition.js';

/** Gathers the rows of a text. */
export class SampleRows {
  readonly #series = new IntColumn();
  readonly #family = new IntColumn();
  readonly #values = new FloatColumn();
  #timestamps: FloatColumn | null = null;

  get length(): number {
    return this.#series.length;
  }

  /** A missing timestamp is `NaN`. */
  push(series: number, family: number, value: number, timestamp: number): void {
    if (!Number.isNaN(timestamp) && !this.#timestamps) this.#timestamps = this.#noneSoFar();
    this.#timestamps?.push(timestamp);
    this.#series.push(series);
    this.#family.push(family);
    this.#values.push(value);
  }

  columns(): SampleColumns {
    return {
      length: this.length,
      series: this.#series.view(),
      family: this.#family.view(),
      values: this.#values.view(),
      timestamps: this.#timestamps?.view() ?? null,
    };
  }

  #noneSoFar(): FloatColumn {
    const column = new FloatColumn();
    for (let row = 0; row < this.length; row++) column.push(NaN);
    return column;
  }
}
