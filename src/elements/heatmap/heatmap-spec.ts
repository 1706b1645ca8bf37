import {
  bucketName,
  formatCount,
  formatSpan,
  HEATMAP_WORDS,
  METRICS,
  quantileOfBuckets,
  WORDS,
  type HistogramFrame,
} from '../../core/index.js';
import type { Column, HeatBuckets, Mark, PlotSpec } from '../../plot/index.js';
import { quantileName, quantileRole } from '../latency-chart/latency-spec.js';

export interface HeatmapOptions {
  readonly metric: string;
  /** The percentiles that are drawn over the cells, 0 to 1. */
  readonly quantiles: readonly number[];
  /** In place of the frame's; '' leaves it. */
  readonly unit?: string;
  readonly locale?: string | undefined;
}

/** Time by bucket, coloured by count, under a line for each percentile of the buckets. */
export function heatmapSpec(frame: HistogramFrame, options: HeatmapOptions): PlotSpec {
  const { metric, quantiles, locale } = options;
  const { times, bounds, counts, range, completeUntil } = frame;
  const unit = options.unit || frame.unit;
  const step = frame.step ?? range.to - range.from;
  const counted = METRICS.has(metric) ? 'requests' : HEATMAP_WORDS.values;
  const per = WORDS.per(counted, formatSpan(step));
  const { least, most } = extremes(counts);
  const buckets: HeatBuckets = { bounds, counts, unit, most };
  const cells: Mark = {
    kind: 'heatmap',
    key: 'counts',
    label: most > 0 ? HEATMAP_WORDS.counts(formatCount(least, locale), formatCount(most, locale), per) : per,
    role: 'heat',
    unit: counted,
    values: totals(buckets, times),
  };
  const lines = quantiles.map((quantile): Mark => ({
    kind: 'line',
    key: `q${quantile}`,
    label: quantileName(quantile),
    role: quantileRole(quantile),
    unit,
    values: times.map((_, i) => quantileOfBuckets(quantile, buckets, i * bounds.length)),
  }));
  return {
    times,
    step,
    completeUntil,
    range,
    marks: [cells, ...lines],
    y: { unit },
    buckets,
    // Made when a table or a file is asked for.
    get columns() {
      return [...bucketColumns(buckets, times, counted), ...lines];
    },
  };
}

/** The least and the greatest count that is any; `NaN` where there is none. */
function extremes(counts: Float64Array): { readonly least: number; readonly most: number } {
  let least = Infinity;
  let most = 0;
  for (const count of counts) {
    if (!(count > 0)) continue;
    least = Math.min(least, count);
    most = Math.max(most, count);
  }
  return most > 0 ? { least, most } : { least: NaN, most: NaN };
}

/** How many were counted in each step; `NaN` where nobody counted. */
function totals({ bounds, counts }: HeatBuckets, times: Float64Array): Float64Array {
  const width = bounds.length;
  return times.map((_, i) => {
    let total = width > 0 ? 0 : NaN;
    for (let b = 0; b < width; b++) total += counts[i * width + b] ?? NaN;
    return total;
  });
}

/** A column for each bucket that was ever filled. */
function bucketColumns({ bounds, counts, unit }: HeatBuckets, times: Float64Array, counted: string): Column[] {
  const width = bounds.length;
  return Array.from(bounds).flatMap((_, b): Column[] => {
    const values = times.map((__, i) => counts[i * width + b] ?? NaN);
    return values.some((count) => count > 0)
      ? [{ label: bucketName(bounds, b, unit, 'en'), unit: counted, values }]
      : [];
  });
}
