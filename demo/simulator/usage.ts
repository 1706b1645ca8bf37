import type { FrameRequest, Series, Unit } from '../../src/core/index.js';
import type { Day } from './day.js';
import { BATCH, BUSY, CPU, GAUGES, KV, QUEUE, TICK, UP } from './gauges.js';
import { GPU_BYTES, IDLE_BYTES, MEMORY_BYTES, REQUEST_BYTES, TOKEN_BYTES, WEIGHT_BYTES } from './memory.js';
import type { View } from './view.js';
import { column, replicasOf, series } from './view.js';

/** A gauge as a weighted sum of the integrals that are kept. */
interface Usage {
  readonly unit: Unit;
  /** Columns and their weights. */
  readonly of: readonly (readonly [number, number])[];
  /** The replicas' mean, not their sum. */
  readonly mean?: true;
  readonly limit?: number;
}

const ratio = (gauge: number): Usage => ({ unit: 'ratio', of: [[gauge, 1]], mean: true, limit: 1 });
const requests = (...gauges: readonly number[]): Usage => ({
  unit: 'requests',
  of: gauges.map((gauge) => [gauge, 1]),
});

function usageOf(metric: string, kvCapacity: number): Usage | null {
  switch (metric) {
    case 'pending':
      return requests(BATCH, QUEUE);
    case 'queue':
      return requests(QUEUE);
    case 'batch':
      return requests(BATCH);
    case 'cpu':
      return ratio(CPU);
    case 'gpu':
      return ratio(BUSY);
    case 'kv-cache':
      return { unit: 'ratio', of: [[KV, 1 / kvCapacity]], mean: true };
    case 'memory': {
      const of = [
        [UP, IDLE_BYTES],
        [BATCH, REQUEST_BYTES],
        [QUEUE, REQUEST_BYTES],
      ] as const;
      return { unit: 'bytes', of, mean: true, limit: MEMORY_BYTES };
    }
    case 'gpu-memory': {
      const of = [
        [UP, WEIGHT_BYTES],
        [KV, TOKEN_BYTES],
      ] as const;
      return { unit: 'bytes', of, mean: true, limit: GPU_BYTES };
    }
    default:
      return null;
  }
}

/** Calls `use` with each tick that begins and, if `whole`, ends within the view. */
export function eachTick(view: View, whole: boolean, use: (day: Day, tick: number, step: number) => void): void {
  for (const { start, day } of view.days) {
    const first = Math.max(0, Math.ceil((view.from - start) / TICK));
    const last = Math.min(day.gauges.running.length - 1, (view.end - start) / TICK);
    for (let tick = first; whole ? tick + 1 <= last : tick < last; tick++)
      use(day, tick, Math.floor((start + tick * TICK - view.from) / view.width));
  }
}

/** Means over time of a gauge; `null` for another metric. A replica that does not serve has none. */
export function usage(view: View, { metric, by }: FrameRequest): readonly Series[] | null {
  const kind = usageOf(metric, view.parameters.kvCapacity);
  if (!kind) return null;
  const { unit, of, mean, limit } = kind;
  const byReplica = by.includes('replica');
  const replicas = replicasOf(view);
  const lines = (byReplica ? replicas.map((replica) => [replica]) : [replicas]).map((group) => {
    const sums = view.times.map(() => 0);
    const served = sums.slice();
    const time = sums.slice();
    eachTick(view, true, ({ gauges: { data, replicas: width } }, tick, step) => {
      time[step] = (time[step] ?? 0) + TICK;
      for (const replica of group) {
        const row = (tick * width + replica) * GAUGES;
        served[step] = (served[step] ?? 0) + (data[row + UP] ?? 0);
        for (const [gauge, weight] of of) sums[step] = (sums[step] ?? 0) + (data[row + gauge] ?? 0) * weight;
      }
    });
    const values = sums.map((sum, step) => {
      const up = served[step] ?? 0;
      return byReplica && !up ? NaN : sum / (mean ? up : (time[step] ?? 0));
    });
    return series(metric, unit, values, { replica: byReplica ? (view.names[group[0] ?? 0] ?? '') : '' });
  });
  return limit === undefined ? lines : [...lines, series(metric, unit, column(view, limit), { series: 'limit' })];
}
