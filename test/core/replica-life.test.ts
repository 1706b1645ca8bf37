import { expect } from '@open-wc/testing';
import { goesOn, knownTime, medianTimeToReady, replicaStarts } from '../../src/core/index.js';

const known = { from: 0, until: 1000 };
const lane = (...parts: readonly (readonly [from: number, to: number, state: string])[]) =>
  parts.map(([from, to, state]) => ({ from, to, state }));
const told = (...parts: readonly (readonly [from: number, to: number, state: string])[]) =>
  replicaStarts(lane(...parts), known).map(
    ({ from, readyAt, cut, open, again }) =>
      `${from} ${readyAt ?? '-'}${cut ? ' cut' : ''}${open ? ' open' : ''}${again ? ' again' : ''}`,
  );

describe('the starts of a replica', () => {
  it('go from its first state to running', () => {
    expect(
      told([10, 20, 'pending'], [20, 60, 'pulling'], [60, 70, 'initializing'], [70, 900, 'running']),
    ).to.deep.equal(['10 70']);
  });

  it('are cut where they began before what is known, and open where they go on', () => {
    expect(told([0, 20, 'pending'], [20, 30, 'running'])).to.deep.equal(['0 20 cut']);
    expect(told([-50, 20, 'pending'], [20, 30, 'running'])).to.deep.equal(['-50 20 cut']);
    expect(told([10, 1000, 'pending'])).to.deep.equal(['10 - open']);
    expect(told([10, 900, 'pending'])).to.deep.equal(['10 -']);
  });

  it('are none of a replica that ran all the time', () => {
    expect(told([0, 1000, 'running'])).to.deep.equal([]);
    expect(told()).to.deep.equal([]);
  });

  it('come again after it ran or failed, and are another one after a gap', () => {
    expect(told([10, 20, 'pending'], [20, 50, 'running'], [50, 60, 'initializing'], [60, 90, 'running'])).to.deep.equal(
      ['10 20', '50 60 again'],
    );
    expect(told([10, 20, 'pending'], [20, 50, 'running'], [55, 60, 'pending'], [60, 90, 'running'])).to.deep.equal([
      '10 20',
      '55 60',
    ]);
  });

  it('come to nothing where it fails, is evicted or is taken away before', () => {
    for (const state of ['failed', 'evicted', 'terminating'])
      expect(told([10, 20, 'pending'], [20, 50, state]), state).to.deep.equal(['10 -']);
    expect(
      told(
        [10, 20, 'pulling'],
        [20, 30, 'failed'],
        [30, 40, 'pulling'],
        [40, 50, 'failed'],
        [50, 60, 'pulling'],
        [60, 70, 'running'],
      ),
    ).to.deep.equal(['10 -', '30 - again', '50 60 again']);
  });

  it('go on through states that nobody knows', () => {
    expect(told([10, 20, 'pending'], [20, 30, 'warming'], [30, 40, 'running'])).to.deep.equal(['10 30']);
  });
});

describe('the median time to ready', () => {
  const median = (...starts: readonly (readonly [from: number, readyAt: number | null, cut?: boolean])[]) =>
    medianTimeToReady(
      starts.map(([from, readyAt, cut = false]) => ({
        from,
        readyAt,
        cut,
        open: false,
        again: false,
        first: 0,
        end: 1,
      })),
    );

  it('is the middle one, or between the two in the middle', () => {
    expect(median([0, 30], [0, 10], [0, 20])).to.deep.equal({ median: 20, count: 3 });
    expect(median([0, 30], [0, 10])).to.deep.equal({ median: 20, count: 2 });
  });

  it('counts neither what is cut nor what never was ready', () => {
    expect(median([0, 30], [0, 500, true], [0, null])).to.deep.equal({ median: 30, count: 1 });
    expect(median()).to.deep.equal({ median: NaN, count: 0 });
  });
});

describe('the time that lanes are known', () => {
  it('ends with their range, or where they are complete', () => {
    const range = { from: 100, to: 200 };
    expect(knownTime({ range, completeUntil: 150 })).to.deep.equal({ from: 100, until: 150 });
    expect(knownTime({ range, completeUntil: 300 })).to.deep.equal({ from: 100, until: 200 });
  });
});

describe('intervals that meet', () => {
  it('are one presence', () => {
    const intervals = lane([0, 10, 'a'], [10, 20, 'b'], [21, 30, 'c']);
    expect([0, 1, 2, 3].map((at) => goesOn(intervals, at))).to.deep.equal([false, true, false, false]);
  });
});
