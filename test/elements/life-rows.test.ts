import { expect } from '@open-wc/testing';
import type { PlotLane, PlotLayout } from '../../src/plot/index.js';
import { lifeRows } from '../../src/elements/chart/lanes/life-rows.js';

const MINUTE = 60_000;
const HOUR = { from: Date.UTC(2026, 5, 1, 10), to: Date.UTC(2026, 5, 1, 11) };

/** What is told of a life at a minute of the hour; what goes on ends with the hour. */
function told(life: readonly (readonly [from: number, to: number, state: string])[], at: number): string[] {
  const lane = {
    name: 'r1',
    intervals: life.map(([from, to, state]) => ({
      from: HOUR.from + from * MINUTE,
      to: HOUR.from + to * MINUTE,
      state,
    })),
  } as unknown as PlotLane;
  const layout = {
    shown: [],
    spec: { range: HOUR, completeUntil: HOUR.to, now: HOUR.to, step: MINUTE },
    view: { timezone: 'UTC', locale: 'en-GB' },
  } as unknown as PlotLayout;
  const from = HOUR.from + at * MINUTE;
  return lifeRows(layout, lane, from, from + MINUTE).map(({ label, value }) => `${label}: ${value}`);
}

describe('the life of a replica in rows', () => {
  it('says at least, so far, of a state that began before the range and goes on', () => {
    expect(told([[0, 60, 'running']], 30)).to.deep.equal(['r1: running 1 h', 'running: at least 1 h so far']);
  });

  it('says how long a start takes already that is not ready yet', () => {
    expect(
      told(
        [
          [10, 12, 'pending'],
          [12, 60, 'pulling'],
        ],
        20,
      ),
    ).to.deep.equal([
      'r1: pulling 48 min',
      'pending: 2 min',
      'pulling: since 10:12, 48 min',
      'time to ready: not yet after 50 min',
    ]);
  });

  it('counts the states before the last ones of a replica that crashes in a loop', () => {
    const life = Array.from({ length: 40 }, (_, i) => [10 + i, 11 + i, i % 2 ? 'failed' : 'running'] as const);
    const rows = told(life, 49);
    expect(rows[1]).to.match(/^\d+ states before: $/);
    expect(rows.length).to.be.below(13);
  });

  it('is nothing where the replica was not there', () => {
    expect(told([[10, 20, 'running']], 30)).to.deep.equal([]);
  });
});
