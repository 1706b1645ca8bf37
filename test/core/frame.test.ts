import { expect } from '@open-wc/testing';
import { indexFrom, labelSet, replicaOf, seriesName, stillFills, type Series } from '../../src/core/index.js';

const series = (name: string, labels: Readonly<Record<string, string>> = {}): Series => ({
  name,
  labels: labelSet(Object.entries(labels)),
  unit: '',
  values: new Float64Array(),
});

describe('what is read of a frame', () => {
  it('names the replica by its label, else by the name of the series', () => {
    expect(replicaOf(series('gpu', { replica: 'r1' }))).to.equal('r1');
    expect(replicaOf(series('r2', { replica: '' }))).to.equal('r2');
    expect(replicaOf(series('r2'))).to.equal('r2');
  });

  it('names a series as its source tells it apart', () => {
    expect(seriesName(series('replicas', { series: 'maximum' }))).to.equal('maximum');
    expect(seriesName(series('maximum'))).to.equal('maximum');
  });

  it('tells a step that still fills by its end', () => {
    expect(stillFills(60, 30, 90)).to.equal(false);
    expect(stillFills(60, 30, 89)).to.equal(true);
  });

  it('finds the first time at or after another, or past it', () => {
    const times = [10, 20, 30];
    expect([9, 10, 11, 30, 31].map((time) => indexFrom(times, time))).to.deep.equal([0, 0, 1, 2, 3]);
    expect([9, 10, 11, 30, 31].map((time) => indexFrom(times, time, true))).to.deep.equal([0, 1, 1, 3, 3]);
  });
});
