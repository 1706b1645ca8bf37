import { labelSet, type Lane } from '../../core/index.js';
import type { States } from '../profiles/profile.js';
import { stretches } from '../stretches.js';
import { grouped, joined } from './join.js';
import type { Place } from './place.js';
import { select } from './select.js';
import { lastValues } from './step-values.js';

/** A window of one scrape, and a little more, since scrapes do not come by the millisecond. */
const LAST_SCRAPE = 1.2;

/** The number of the first state that each replica is in, step by step. */
export function lanesOf({ states }: States, place: Place, now: number): readonly Lane[] {
  const { targets, profile, request, grid, scrape } = place;
  const window = Math.max(grid.width, scrape * LAST_SCRAPE);
  const replicas = new Map<string, Float64Array>();
  states.forEach((state, number) => {
    const selected = select(targets, profile, state, { ...request, by: [] });
    for (const own of grouped(selected, ({ replica }) => replica)) {
      const { replica = '' } = own[0] ?? {};
      const values = joined(
        'max',
        own.map(({ target, series }) => lastValues(target, series, grid, window)),
      );
      const lane = replicas.get(replica) ?? grid.times.map(() => NaN);
      replicas.set(replica, lane);
      values.forEach((value, i) => {
        if (value > 0 && Number.isNaN(lane[i] ?? NaN)) lane[i] = number;
      });
    }
  });
  return [...replicas]
    .filter(([replica]) => replica !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([replica, values]) => ({
      name: replica,
      labels: labelSet([['replica', replica]]),
      intervals: stretches(values, states, grid, now),
    }))
    .filter(({ intervals }) => intervals.length > 0);
}
