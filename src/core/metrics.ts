import type { Shape } from './request.js';
import type { Unit } from './format/unit.js';

/** How values of a metric join over time and replicas. Quantiles never join. */
export type Joining = 'sum' | 'mean' | 'maximum' | 'never';

export interface Metric {
  readonly unit: Unit;
  readonly shape: Shape;
  /** The first one names the series of simple rows. */
  readonly labels: readonly string[];
  readonly joining: Joining;
}

const metric = (unit: Unit, joining: Joining, labels: readonly string[], shape: Shape = 'series'): Metric => ({
  unit,
  joining,
  labels,
  shape,
});

/** The metrics that elements ask for by name. */
export const METRICS: ReadonlyMap<string, Metric> = new Map([
  ['requests', metric('requests', 'sum', ['status', 'replica'])],
  ['pending', metric('requests', 'mean', ['replica'])],
  ['latency', metric('seconds', 'never', ['quantile', 'replica'])],
  ['time-to-first-token', metric('seconds', 'never', ['quantile', 'replica'])],
  ['time-per-output-token', metric('seconds', 'never', ['quantile', 'replica'])],
  ['replicas', metric('replicas', 'maximum', ['series'])],
  ['replica-states', metric('', 'never', ['replica'], 'intervals')],
  ['cpu', metric('ratio', 'mean', ['replica'])],
  ['gpu', metric('ratio', 'mean', ['replica'])],
  ['memory', metric('bytes', 'mean', ['replica'])],
  ['gpu-memory', metric('bytes', 'mean', ['replica'])],
  ['tokens', metric('tokens', 'sum', ['direction', 'replica'])],
  ['queue', metric('requests', 'mean', ['replica'])],
  ['batch', metric('requests', 'mean', ['replica'])],
  ['kv-cache', metric('ratio', 'mean', ['replica'])],
]);
