import {
  averageRunning,
  besideValues,
  CHART_WORDS,
  replicaOf,
  type IntervalsFrame,
  type SeriesFrame,
} from '../../core/index.js';
import type { Mark, PlotSpec } from '../../plot/index.js';
import { peakMarks } from '../chart/peak-mark.js';
import { seriesNamed, specGround } from '../chart/spec-ground.js';

export type Hardware = 'cpu' | 'memory' | 'gpu' | 'gpu-memory';

export interface HardwareOptions {
  readonly metric: Hardware;
  /** A line a replica instead of their average. */
  readonly details: boolean;
  /** Share of the limit at which the endpoint grows; `null` draws none, without one it is the source's. */
  readonly threshold?: number | null | undefined;
  /** Places of the replicas in the palette. */
  readonly slots: ReadonlyMap<string, number>;
}

/**
 * The average use of the running replicas, or the use of each, and the highest in each step where that is known, under
 * the dashed line of what there is.
 */
export function hardwareSpec(
  usage: SeriesFrame,
  states: IntervalsFrame | null,
  { metric, details, slots, threshold }: HardwareOptions,
): PlotSpec {
  const unit = metric === 'cpu' || metric === 'gpu' ? 'ratio' : 'bytes';
  const limit = seriesNamed(usage, 'limit');
  const scaleUp = seriesNamed(usage, 'threshold');
  const replicas = usage.series.filter((series) => besideValues(series) === null);
  const average: Mark = {
    kind: 'line',
    key: 'average',
    label: states || !usage.times.length ? CHART_WORDS.average : CHART_WORDS.averageOfAll,
    role: 'series-0',
    unit,
    values: averageRunning({ ...usage, series: replicas }, states),
  };
  const each = replicas.map((series, nth): Mark => {
    const name = replicaOf(series);
    return {
      ...average,
      key: `replica ${name}`,
      label: name,
      replica: name,
      role: `replica-${slots.get(name) ?? nth}`,
      values: series.values,
    };
  });
  const line = (key: string, label: string, values: Float64Array = usage.times.map(() => NaN)): Mark => ({
    kind: 'threshold',
    key,
    label,
    role: 'limit',
    unit,
    values,
  });
  const lines: Mark[] = [];
  // Before there is an answer the legend keeps its place, so that nothing moves when it comes.
  if (limit || usage.series.length === 0)
    lines.push(line('limit', unit === 'bytes' ? CHART_WORDS.memoryLimit : CHART_WORDS.limit, limit?.values));
  const grows =
    threshold && unit === 'ratio' ? usage.times.map(() => threshold) : threshold === null ? null : scaleUp?.values;
  if (grows) lines.push(line('threshold', CHART_WORDS.scaleUp, grows));
  return {
    ...specGround(usage),
    marks: [...(details && each.length > 0 ? each : [average]), ...peakMarks(usage, unit), ...lines],
    y: { unit, min: 0, ...(unit === 'ratio' && { max: 1 }) },
    named: false,
  };
}
