import type { Lane, Series, TimelineEvent } from '../../src/core/index.js';
import { labelSet } from '../../src/core/index.js';
import { eachTick } from './usage.js';
import type { View } from './view.js';
import { column, replicasOf, series } from './view.js';

/** The most replicas that ran and were wanted in each step, and the autoscaler's bounds. */
export function replicaCounts(view: View): readonly Series[] {
  const mask = replicasOf(view).reduce((bits, replica) => bits | (1 << replica), 0);
  const running = column(view, 0);
  const desired = column(view, 0);
  const raise = (values: Float64Array, step: number, value: number): void => {
    values[step] = Math.max(values[step] ?? 0, value);
  };
  eachTick(view, false, ({ gauges }, tick, step) => {
    let count = 0;
    for (let bits = (gauges.running[tick] ?? 0) & mask; bits; bits &= bits - 1) count++;
    raise(running, step, count);
    raise(desired, step, gauges.desired[tick] ?? 0);
  });
  const line = (name: string, values: Float64Array): Series => series(name, 'replicas', values, { series: name });
  return [
    line('running', running),
    line('desired', desired),
    line('minimum', column(view, 0)),
    line('maximum', column(view, view.parameters.maxReplicas)),
  ];
}

/** The states of each replica that touch the view; what lasts longer ends with it. */
export function lanes(view: View): readonly Lane[] {
  return replicasOf(view).map((replica) => {
    const name = view.names[replica] ?? '';
    const intervals = view.days.flatMap(({ start, day }) =>
      (day.lanes[replica] ?? [])
        .map(({ from, to, state }) => ({ from: start + from, to: Math.min(view.end, start + to), state }))
        .filter(({ from, to }) => from < view.end && to > view.from),
    );
    return { name, labels: labelSet([['replica', name]]), intervals };
  });
}

/** What the autoscaler did and which replicas died, with the cause of each. */
export function incidents(view: View): readonly TimelineEvent[] {
  return view.days.flatMap(({ start, day }) =>
    day.incidents
      .map(({ at, label, kind, cause }) => ({
        at: start + at,
        until: null,
        label,
        labels: labelSet(Object.entries({ kind, cause })),
      }))
      .filter(({ at }) => at >= view.from && at < view.end),
  );
}
