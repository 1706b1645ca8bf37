import type { FrameRequest, Series } from '../../src/core/index.js';
import { quantileOfSorted } from '../../src/core/index.js';
import type { View } from './view.js';
import { eachAnswer, replicasOf, series } from './view.js';

/** The column of each metric that is a distribution. */
export const DISTRIBUTIONS = new Map<string, 'latency' | 'firstToken' | 'perToken'>([
  ['latency', 'latency'],
  ['time-to-first-token', 'firstToken'],
  ['time-per-output-token', 'perToken'],
]);

/** Exact quantiles of the requests that were answered 200 in each step; `NaN` where there were none. */
export function quantiles(view: View, { metric, by, quantiles: wanted = [0.99, 0.95, 0.9, 0.5] }: FrameRequest): readonly Series[] {
  const name = DISTRIBUTIONS.get(metric) ?? 'latency';
  const replicas = by.includes('replica') ? replicasOf(view) : [-1];
  const groups: number[][] = [];
  eachAnswer(view, (answers, row, step) => {
    const seconds = answers[name][row] ?? NaN;
    const place = Math.max(0, replicas.indexOf(answers.replica[row] ?? 0));
    if (seconds >= 0) (groups[place * view.times.length + step] ??= []).push(seconds);
  });
  const sorted = groups.map((group) => Float32Array.from(group).sort());
  return replicas.flatMap((replica, place) =>
    wanted.map((q) => {
      const values = view.times.map((_, step) => quantileOfSorted(q, sorted[place * view.times.length + step] ?? []));
      return series(metric, 'seconds', values, { quantile: `${q}`, replica: view.names[replica] ?? '' });
    }),
  );
}
