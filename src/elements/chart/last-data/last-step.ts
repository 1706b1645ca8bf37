import type { TimeRange } from '../../../core/index.js';
import { MARK_KINDS, type PlotSpec } from '../../../plot/index.js';

/** Columns of values, `width` of them for each time. */
export interface Columns {
  readonly times: Float64Array;
  /** ms. */
  readonly step: number;
  readonly width: number;
  readonly columns: readonly Float64Array[];
}

/** What a specification draws. A limit alone is no data. */
export const drawnColumns = ({ times, step, marks }: PlotSpec): Columns => ({
  times,
  step,
  width: 1,
  columns: marks.flatMap(({ kind, values }) => (MARK_KINDS[kind].bound ? [] : [values])),
});

const ALWAYS: TimeRange = { from: -Infinity, to: Infinity };

/** The start of the last step that touches the range and has a value, ms; `null` where none has. */
export function lastStep({ times, step, width, columns }: Columns, { from, to } = ALWAYS): number | null {
  for (let i = times.length - 1; i >= 0; i--) {
    const at = times[i] ?? 0;
    if (at >= to || at + step <= from) continue;
    if (columns.some((values) => values.subarray(i * width, (i + 1) * width).some((value) => !Number.isNaN(value))))
      return at;
  }
  return null;
}
