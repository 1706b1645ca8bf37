import type { Interval, IntervalsFrame } from '../../core/index.js';
import type { State } from '../profiles/profile.js';
import { columnsOf } from './columns.js';
import type { Grid } from '../grid.js';
import type { Body } from './read-body.js';

/** Stretches of equal states; one that is not known is a hole. The last step ends `now` at the latest. */
function stretches(values: Float64Array, states: readonly State[], { times, width }: Grid, now: number): Interval[] {
  const found: { from: number; to: number; state: string }[] = [];
  values.forEach((value, i) => {
    const state = states[value]?.state;
    const from = times[i] ?? NaN;
    const to = Math.min(from + width, now);
    const last = found.at(-1);
    if (state === undefined || to <= from) return;
    if (last?.state === state && last.to === from) last.to = to;
    else found.push({ from, to, state });
  });
  return found;
}

/** A lane a replica, out of the numbers of the states it was in. */
export function lanesOf(
  body: Body,
  metric: string,
  states: readonly State[],
  kept: ReadonlyMap<string, string>,
  grid: Grid,
  now: number,
): Pick<IntervalsFrame, 'kind' | 'lanes' | 'notices'> {
  const { columns, notices } = columnsOf(body, metric, grid, kept);
  const lanes = columns.map(({ labels, values }) => ({
    name: labels['replica'] ?? metric,
    labels,
    intervals: stretches(values, states, grid, now),
  }));
  return { kind: 'intervals', lanes: lanes.filter(({ intervals }) => intervals.length > 0), notices };
}
