import { expect } from '@open-wc/testing';
import { averageRunning, labelSet, type IntervalsFrame, type SeriesFrame } from '../../src/core/index.js';

const facts = { range: { from: 0, to: 300 }, step: 100, completeUntil: 300, now: 300, notices: [] };

const usage = (replicas: Readonly<Record<string, readonly number[]>>): SeriesFrame => ({
  ...facts,
  kind: 'series',
  times: Float64Array.of(0, 100, 200),
  series: Object.entries(replicas).map(([replica, values]) => ({
    name: replica,
    labels: labelSet(replica ? [['replica', replica]] : []),
    unit: 'ratio',
    values: Float64Array.from(values),
  })),
});

const states = (
  lanes: Readonly<Record<string, readonly (readonly [from: number, to: number, state?: string])[]>>,
): IntervalsFrame => ({
  ...facts,
  kind: 'intervals',
  lanes: Object.entries(lanes).map(([name, intervals]) => ({
    name,
    labels: labelSet([['replica', name]]),
    intervals: intervals.map(([from, to, state = 'running']) => ({ from, to, state })),
  })),
});

describe('the average of the running replicas', () => {
  it('leaves out a replica that is not running, whatever it uses', () => {
    const frame = usage({ a: [0.2, 0.2, 0.2], b: [0.8, 0.8, 0.8] });
    const known = states({
      a: [[0, 300]],
      b: [
        [0, 100, 'pulling'],
        [100, 200],
        [200, 300, 'failed'],
      ],
    });
    expect([...averageRunning(frame, known)]).to.deep.equal([0.2, 0.5, 0.2]);
  });

  it('counts a replica for as long as it ran within the step', () => {
    const frame = usage({ a: [1, 1, 1], b: [0, 0, 0] });
    const known = states({
      a: [[0, 300]],
      b: [
        [50, 75],
        [90, 100],
        [175, 300],
      ],
    });
    expect([...averageRunning(frame, known)]).to.deep.equal([100 / 135, 0.8, 0.5]);
  });

  it('has no value where none ran, and none for a missing value', () => {
    const frame = usage({ a: [1, NaN, 1], b: [NaN, 3, 3] });
    expect([...averageRunning(frame, states({ a: [[0, 200]], b: [[0, 200]] }))]).to.deep.equal([1, 3, NaN]);
    expect([...averageRunning(frame, states({}))]).to.deep.equal([NaN, NaN, NaN]);
  });

  it('counts every value alike where nobody tells who ran, and a series of no replica always', () => {
    expect([...averageRunning(usage({ a: [1, 1, 1], b: [3, 3, NaN] }), null)]).to.deep.equal([2, 2, 1]);
    expect([...averageRunning(usage({ '': [1, 2, 3] }), states({}))]).to.deep.equal([1, 2, 3]);
  });
});
