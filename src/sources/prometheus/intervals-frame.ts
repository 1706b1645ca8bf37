import type { IntervalsFrame } from '../../core/index.js';
import type { State } from '../profiles/profile.js';
import { columnsOf } from './columns.js';
import type { Grid } from '../grid.js';
import { stretches } from '../stretches.js';
import type { Body } from './read-body.js';

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
