import type { Exemplar } from './exemplar.js';
import type { MetricFamily } from './families.js';
import type { Forgiven } from './faults.js';
import type { SeriesTable } from './series-table.js';

/** The samples of a text, row by row as they stand in it. */
export interface SampleColumns {
  readonly length: number;
  /** Numbers of the table: its `name` and `labels` say what a row is. */
  readonly series: Int32Array;
  /** Index into the families. */
  readonly family: Int32Array;
  readonly values: Float64Array;
  /** ms since the epoch, `NaN` where a row has none; `null` where no row has one. */
  readonly timestamps: Float64Array | null;
}

/** What a metrics text says. */
export interface Exposition {
  readonly families: readonly MetricFamily[];
  readonly samples: SampleColumns;
  readonly exemplars: readonly Exemplar[];
  readonly table: SeriesTable;
  /** What a lenient reading let pass or left out. */
  readonly forgiven: readonly Forgiven[];
  /** Whether it was read to its end; else a limit cut it. */
  readonly complete: boolean;
}
