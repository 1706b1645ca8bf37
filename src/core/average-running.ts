import { replicaOf, type IntervalsFrame, type SeriesFrame } from './frame/frame.js';

/**
 * The mean over the replicas that were running, for each time of `usage`: each counts for as long as it ran within the
 * step. NaN where none ran. Without `states`, and for series that name no replica, every value counts alike.
 */
export function averageRunning(usage: SeriesFrame, states: IntervalsFrame | null): Float64Array {
  const { times, range } = usage;
  const step = usage.step ?? range.to - range.from;
  const sums = new Float64Array(times.length);
  const weights = new Float64Array(times.length);
  for (const series of usage.series) {
    const replica = series.labels['replica'];
    const ran = states && replica ? runningTime(states, replica, times, step) : null;
    for (let i = 0; i < times.length; i++) {
      const value = series.values[i] ?? NaN;
      const weight = ran ? (ran[i] ?? 0) : 1;
      if (Number.isNaN(value) || weight === 0) continue;
      sums[i] = (sums[i] ?? 0) + value * weight;
      weights[i] = (weights[i] ?? 0) + weight;
    }
  }
  // 0 / 0 is NaN: nothing ran.
  return sums.map((sum, i) => sum / (weights[i] ?? 0));
}

/** How long a replica ran in each step, ms. */
function runningTime(states: IntervalsFrame, replica: string, times: Float64Array, step: number): Float64Array {
  const ran = new Float64Array(times.length);
  for (const lane of states.lanes) {
    if (replicaOf(lane) !== replica) continue;
    let first = 0;
    for (const { from, to, state } of lane.intervals) {
      if (state !== 'running') continue;
      while (first < times.length && (times[first] ?? 0) + step <= from) first++;
      for (let i = first; i < times.length; i++) {
        const start = times[i] ?? 0;
        if (start >= to) break;
        ran[i] = (ran[i] ?? 0) + Math.min(to, start + step) - Math.max(from, start);
      }
    }
  }
  return ran;
}
