import { bucketName, formatCount, formatValue, INTERACTION_WORDS } from '../../../core/index.js';
import type { HeatBuckets, PlotLayout } from '../../../plot/index.js';
import { moreRow, MOST_ROWS, plain, tooltipRows, type TooltipRow } from './tooltip-rows.js';

/** Buckets that are named beside the one under the pointer: those with the most in them. */
const FULLEST = 4;

/**
 * What a step of a heatmap holds: the bucket under the pointer and the fullest ones, with their share, then the
 * percentiles, then the total. `height` is the pointer's place in the plot, 0 at its top to 1; `NaN` without a pointer.
 */
export function heatRows(
  layout: PlotLayout,
  buckets: HeatBuckets,
  index: number,
  height: number,
  most = MOST_ROWS,
): readonly TooltipRow[] {
  const { spec, shown, y, view } = layout;
  const { locale } = view;
  const lines = shown.filter(({ kind }) => kind !== 'heatmap');
  const cells = shown.find(({ kind }) => kind === 'heatmap');
  if (!cells) return tooltipRows(spec, lines, index, locale, most);
  const percentiles = tooltipRows(spec, lines, index, locale, Infinity);
  const total = cells.values[index] ?? NaN;
  const width = buckets.bounds.length;
  const countOf = (bucket: number): number => buckets.counts[index * width + bucket] ?? NaN;
  const row = (bucket: number): TooltipRow => ({
    mark: null,
    label: bucketName(buckets.bounds, bucket, buckets.unit, locale),
    value: formatCount(countOf(bucket), locale),
    share: total > 0 ? formatValue(countOf(bucket) / total, 'ratio', { locale }) : '',
  });
  const pointed = height >= 0 && height <= 1 ? Math.min(y.max - 1, Math.floor(y.max - height * (y.max - y.min))) : -1;
  const fullest = Array.from({ length: width }, (_, bucket) => bucket)
    .filter((bucket) => bucket !== pointed && countOf(bucket) > 0)
    .sort((a, b) => countOf(b) - countOf(a))
    .slice(0, FULLEST);
  const rows = [...(pointed < 0 ? [] : [{ ...row(pointed), mark: cells }]), ...fullest.map(row), ...percentiles];
  return [
    ...rows.slice(0, most),
    ...moreRow(rows.length - most),
    { ...plain(INTERACTION_WORDS.total, formatCount(total, locale)), total: true },
  ];
}
