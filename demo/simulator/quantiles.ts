import type { FrameRequest, Series } from '../../src/core/index.js';
import { USUAL_QUANTILES } from '../../src/core/index.js';
import type { Answers } from './answers.js';
import { quantileOfSorted } from './quantile-of-sorted.js';
import type { View } from './view.js';
import { eachAnswer, replicasOf, series } from './view.js';

/** Seconds of a row's request; `NaN` where the model gave no answer. */
export type Seconds = (answers: Answers, row: number) => number;

export const latency: Seconds = (answers, row) => answers.latency[row] ?? NaN;

/** Exact quantiles of the requests that were answered 200 in each step; `NaN` where there were none. */
export function quantiles(
  view: View,
  { metric, by, quantiles: wanted = USUAL_QUANTILES }: FrameRequest,
  secondsOf = latency,
): readonly Series[] {
  const replicas = by.includes('replica') ? replicasOf(view) : [-1];
  const groups: number[][] = [];
  eachAnswer(view, (answers, row, step) => {
    const seconds = secondsOf(answers, row);
    const place = Math.max(0, replicas.indexOf(answers.replica[row] ?? 0));
    if (seconds >= 0) (groups[place * view.times.length + step] ??= []).push(seconds);
  });
  const sorted = groups.map((group) => Float64Array.from(group).sort());
  return replicas.flatMap((replica, place) =>
    wanted.map((q) => {
      const values = view.times.map((_, step) => quantileOfSorted(q, sorted[place * view.times.length + step] ?? []));
      return series(metric, 'seconds', values, { quantile: `${q}`, replica: view.names[replica] ?? '' });
    }),
  );
}
