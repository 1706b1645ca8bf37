import { labelSet, type Lane } from '../../core/index.js';
import type { States } from '../profiles/profile.js';
import { stretches } from '../stretches.js';
import { grouped, joinedEach, replicaOf } from './join.js';
import type { Place } from './place.js';
import { select, type Selected } from './select.js';
import { lastValues } from './step-values.js';

/** A window of one scrape, and a little more, since scrapes do not come by the millisecond. */
const LAST_SCRAPE = 1.2;

/** The number of the first state that each replica is in, step by step. */
export async function lanesOf({ states }: States, place: Place, now: number): Promise<readonly Lane[]> {
  const { request, grid, scrape, turns } = place;
  const window = Math.max(grid.width, scrape * LAST_SCRAPE);
  const valuesOf = ({ target, series }: Selected): Float64Array => lastValues(target, series, grid, window);
  const replicas = new Map<string, Float64Array>();
  for (const [number, state] of states.entries()) {
    const selected = await select({ ...place, request: { ...request, by: [] } }, state);
    for (const own of await grouped(selected, replicaOf, turns)) {
      const { replica = '' } = own[0] ?? {};
      const values = await joinedEach('max', own, valuesOf, turns);
      const lane = replicas.get(replica) ?? grid.times.map(() => NaN);
      replicas.set(replica, lane);
      values.forEach((value, i) => {
        if (value > 0 && Number.isNaN(lane[i] ?? NaN)) lane[i] = number;
      });
    }
  }
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
