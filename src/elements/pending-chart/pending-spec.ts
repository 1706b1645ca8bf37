import { besideValues, CHART_WORDS, formatCount, type SeriesFrame } from '../../core/index.js';
import { indexAt, type Mark, type PlotSpec } from '../../plot/index.js';
import { peakMarks } from '../chart/peak-mark.js';
import { seriesNamed, specGround } from '../chart/spec-ground.js';

export interface PendingOptions {
  /** Pending requests a running replica from which on another one is started; `null` draws no threshold. */
  readonly perReplica: number | null;
  readonly locale?: string | undefined;
  /** Of all replicas, not of some that were chosen. */
  readonly ofAll?: boolean;
}

/**
 * An area of the requests that have no answer yet, the most of them in each step where that is known, and the line above
 * which the endpoint grows.
 */
export function pendingSpec(
  pending: SeriesFrame,
  replicas: SeriesFrame,
  { perReplica, locale, ofAll }: PendingOptions,
): PlotSpec {
  const { series, times } = pending;
  const mean = series.find((one) => besideValues(one) === null) ?? series[0];
  const area: Mark = {
    kind: 'area',
    key: 'pending',
    label: ofAll ? CHART_WORDS.pendingOfAll : CHART_WORDS.pending,
    role: 'pending',
    unit: 'requests',
    values: mean?.values ?? times.map(() => NaN),
  };
  const values = perReplica === null ? null : threshold(pending, replicas, perReplica);
  const line = values && {
    kind: 'threshold' as const,
    key: 'threshold',
    label: CHART_WORDS.threshold(formatCount(perReplica ?? 0, locale)),
    role: 'limit' as const,
    unit: 'requests',
    values,
  };
  return {
    ...specGround(pending),
    marks: [area, ...peakMarks(pending, 'requests'), ...(line ? [line] : [])],
    y: { unit: 'requests', min: 0, max: 1 },
    named: false,
  };
}

/** `perReplica` for each replica that runs, at the times of `pending`; `null` where the source does not tell them. */
function threshold({ times }: SeriesFrame, replicas: SeriesFrame, perReplica: number): Float64Array | null {
  const running = seriesNamed(replicas, 'running')?.values;
  // Until it is known if there is one, its place in the legend is kept.
  if (!running) return replicas.step === null && replicas.times.length === 0 ? times.map(() => NaN) : null;
  const step = specGround(replicas).step;
  return times.map((time) => perReplica * (running[indexAt(replicas.times, step, time)] ?? NaN));
}
