import { expect } from '@open-wc/testing';
import { runningSpec } from '../../src/elements/replica-status/running-spec.js';
import { timelineSpec } from '../../src/elements/replica-status/timeline-spec.js';
import { lanesFrame, seriesFrame } from './frames.js';

describe('the specification of running replicas', () => {
  it('is bars under the line of the maximum, without what was desired', () => {
    const frame = seriesFrame('series', {
      desired: [3, 3, 3],
      running: [1, 2, NaN],
      minimum: [0, 0, 0],
      maximum: [4, 4, 4],
    });
    expect(runningSpec(frame).marks.map(({ kind, role, values }) => [kind, role, ...values])).to.deep.equal([
      ['stacked-bars', 'running', 1, 2, NaN],
      ['threshold', 'limit', 4, 4, 4],
    ]);
  });

  it('takes the one series of a source that does not name it', () => {
    expect([...(runningSpec(seriesFrame('x', { count: [1, 1, 2] })).marks[0]?.values ?? [])]).to.deep.equal([1, 1, 2]);
  });
});

describe('the specification of the timeline', () => {
  const frame = lanesFrame({
    a: [
      [-30, 10, 'pending'],
      [10, 90, 'running'],
      [90, 91, 'failed'],
      [91, 92, 'running'],
    ],
    b: [
      [70, 80, 'pending'],
      [80, 180, 'constructor'],
    ],
  });

  it('has a lane a replica and a mark a state, those of the usual life always and in its order', () => {
    const { lanes, marks } = timelineSpec(frame);
    expect(lanes?.map(({ name }) => name)).to.deep.equal(['a', 'b']);
    expect(marks.map(({ kind, key, role }) => `${kind} ${key} ${role}`)).to.deep.equal([
      'lanes pending state-pending',
      'lanes downloading state-downloading',
      'lanes pulling state-pulling',
      'lanes initializing state-initializing',
      'lanes running state-running',
      'lanes failed state-failed',
      'lanes constructor state-other',
    ]);
  });

  it('counts in each step the lanes that were in a state, once each', () => {
    const counts = Object.fromEntries(timelineSpec(frame).marks.map(({ key, values }) => [key, [...values]]));
    expect(counts['pending']).to.deep.equal([1, 1, NaN]);
    expect(counts['running']).to.deep.equal([1, 1, NaN]);
    expect(counts['failed']).to.deep.equal([NaN, 1, NaN]);
    expect(counts['pulling']).to.deep.equal([NaN, NaN, NaN]);
  });

  it('names the states before there is an answer, so that the legend does not jump', () => {
    expect(timelineSpec(null).marks.map(({ key }) => key)).to.have.length(5);
  });
});
