import type { HistogramFrame } from '../../core/index.js';
import { columnsOf } from './columns.js';
import type { Grid } from '../grid.js';
import type { Body } from './read-body.js';

const boundOf = (le: string | undefined): number => (le === '+Inf' ? Infinity : Number(le));

/** Counts by bucket out of the cumulative ones by `le`; bounds are multiplied by `factor`. */
export function histogramOf(
  body: Body,
  metric: string,
  unit: string,
  grid: Grid,
  factor: number,
): Pick<HistogramFrame, 'kind' | 'times' | 'bounds' | 'counts' | 'unit' | 'notices'> {
  const { columns, notices } = columnsOf(body, metric, grid, new Map([['le', 'le']]));
  const ascending = columns
    .map(({ labels, values }) => ({ bound: boundOf(labels['le']) * factor, values }))
    .filter(({ bound }) => !Number.isNaN(bound))
    .sort((a, b) => (a.bound < b.bound ? -1 : 1));
  const width = ascending.length;
  const counts = new Float64Array(grid.times.length * width);
  grid.times.forEach((_, row) => {
    let below = 0;
    ascending.forEach(({ values }, bucket) => {
      const upTo = values[row] ?? NaN;
      // Rates of buckets are taken one by one, and may say a little less than the bucket below.
      counts[row * width + bucket] = Math.max(0, upTo - below);
      if (upTo > below) below = upTo;
    });
  });
  return {
    kind: 'histogram',
    times: grid.times,
    bounds: Float64Array.from(ascending, ({ bound }) => bound),
    counts,
    unit,
    notices,
  };
}
