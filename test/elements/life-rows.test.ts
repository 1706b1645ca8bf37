import { expect } from '@open-wc/testing';
import type { PlotLane, PlotLayout } from '../../src/plot/index.js';
import { laneRows } from '../../src/elements/chart/lanes/lane-rows.js';
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
    expect(told([[0, 60, 'running']], 30)).to.deep.equal(['r1: running at least 1 h', 'running: at least 1 h so far']);
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

describe('the lanes at a step in rows', () => {
  /** What is told of the middle of the hour, `later` minutes after its end, without a pointer or at a lane. */
  function lanesAt(later: number, height?: number): string[] {
    const minutes = { old: [0, 60], young: [20, 60], brief: [25, 35] };
    const lanes = Object.entries(minutes).map(([name, [from = 0, to = 0]]) => ({
      name,
      intervals: [{ from: HOUR.from + from * MINUTE, to: HOUR.from + to * MINUTE, state: 'running' }],
    }));
    const layout = {
      shown: [{ key: 'running' }],
      spec: {
        range: HOUR,
        completeUntil: HOUR.to,
        now: HOUR.to + later * MINUTE,
        step: MINUTE,
        times: [HOUR.from + 30 * MINUTE],
        lanes,
      },
      y: { min: -lanes.length, max: 0 },
      view: { timezone: 'UTC', locale: 'en-GB' },
    } as unknown as PlotLayout;
    return laneRows(layout, 0, height).map(({ label, value }) => `${label}: ${value}`);
  }

  it('say at least of a state that the range cuts', () => {
    expect(lanesAt(0)).to.deep.equal(['old: running at least 1 h', 'young: running 40 min', 'brief: running 10 min']);
    expect(lanesAt(0, 0.9).slice(-2)).to.deep.equal(['old: running at least 1 h', 'young: running 40 min']);
  });

  it('say it of one that may have gone on after the range', () => {
    expect(lanesAt(10)[1]).to.equal('young: running at least 40 min');
    expect(lanesAt(10, 0.5)[0]).to.equal('young: running at least 40 min');
  });
});
