import { FRAME_WORDS } from '../words/frame-words.js';
import { checkIsData, FrameError } from './frame-error.js';
import type { HistogramFrame } from './frame.js';
import { METRICS } from '../metrics.js';
import type { FrameRequest } from '../request.js';
import { rowColumns } from './rows.js';

const boundOf = (name: string): number =>
  /^\+?inf(inity)?$/i.test(name) ? Infinity : name.trim() ? Number(name) : NaN;

/**
 * A histogram out of rows by the upper bound of each bucket: `{ '0.1': [[time, count], …], '+Inf': […] }`, counts not
 * cumulative. The bucket without an end has to be there: it tells buckets from percentiles. Finer rows than the step
 * are added up. Throws a FrameError.
 */
export function histogramFromRows(answer: unknown, request: FrameRequest, now: number): HistogramFrame {
  const { metric, range } = request;
  const data = checkIsData(answer, metric);
  const buckets = Object.entries(data)
    .map(([name, rows]) => ({ bound: boundOf(name), name, rows }))
    .sort((a, b) => a.bound - b.bound);
  if (Array.isArray(data) || buckets.some(({ bound }) => Number.isNaN(bound)) || buckets.at(-1)?.bound !== Infinity)
    throw new FrameError(metric, FRAME_WORDS.noBuckets);
  const double = buckets.find(({ bound }, i) => bound === buckets[i + 1]?.bound);
  if (double) throw new FrameError(metric, FRAME_WORDS.twice(double.name));
  const lists = buckets.map(({ name, rows }) => [name, rows] as const);
  const { columns, times, ...rest } = rowColumns(lists, request, 'sum');
  const counts = new Float64Array(times.length * columns.length);
  columns.forEach(({ values }, bucket) => values.forEach((count, i) => (counts[i * columns.length + bucket] = count)));
  return {
    ...rest,
    kind: 'histogram',
    range,
    completeUntil: now,
    now,
    times,
    bounds: Float64Array.from(buckets, ({ bound }) => bound),
    counts,
    unit: (request.query === undefined && METRICS.get(metric)?.unit) || '',
  };
}
