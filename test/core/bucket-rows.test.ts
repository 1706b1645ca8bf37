import { expect } from '@open-wc/testing';
import type { FrameRequest } from '../../src/core/index.js';
import { checkFrame, FrameError, histogramFromRows } from '../../src/core/index.js';

const FROM = Date.UTC(2026, 10, 24);
const NOW = FROM + 30_000;
const REQUEST: FrameRequest = {
  metric: 'latency',
  range: { from: FROM, to: FROM + 60_000 },
  step: 10_000,
  by: [],
  replicas: null,
  shape: 'histogram',
};
const at = (seconds: number): number => FROM + seconds * 1000;

function said(answer: unknown, request = REQUEST): string {
  try {
    histogramFromRows(answer, request, NOW);
    return '';
  } catch (error) {
    return error instanceof FrameError ? error.message : String(error);
  }
}

describe('rows of buckets', () => {
  it('are a histogram by their upper bounds, in whatever order these come', () => {
    const rows = {
      '+Inf': [[at(0), 1]],
      '0.5': [
        [at(0), 3],
        [at(10), 4],
      ],
      '0.25': [[at(10), null]],
    };
    const frame = histogramFromRows(rows, REQUEST, NOW);
    expect(checkFrame(frame, REQUEST)).to.deep.equal(frame);
    expect([...frame.bounds]).to.deep.equal([0.25, 0.5, Infinity]);
    expect([...frame.times]).to.deep.equal([at(0), at(10)]);
    expect([...frame.counts]).to.deep.equal([NaN, 3, 1, NaN, 4, NaN]);
    expect(frame).to.deep.include({ unit: 'seconds', step: 10_000, completeUntil: NOW, now: NOW, notices: [] });
  });

  it('are added up within a step, since counts may be', () => {
    const rows = {
      1: [
        [at(0), 2],
        [at(5), 3],
      ],
      inf: [],
    };
    expect([...histogramFromRows(rows, REQUEST, NOW).counts]).to.deep.equal([5, NaN]);
  });

  it('have no unit where a query was asked', () => {
    expect(histogramFromRows({ Infinity: [] }, { ...REQUEST, query: 'q' }, NOW).unit).to.equal('');
    expect(histogramFromRows({ Infinity: [] }, { ...REQUEST, metric: 'own' }, NOW).unit).to.equal('');
  });

  it('are told from percentiles and other series by the bucket that has no end', () => {
    for (const answer of [{ '0.5': [], '0.99': [] }, { '': [], '+Inf': [] }, { p99: [], '+Inf': [] }, [[at(0), 1]], {}])
      expect(said(answer), JSON.stringify(answer)).to.include('not those of buckets');
    expect(said({ '1': [], '1.0': [], '+Inf': [] })).to.include('"1" came twice');
  });
});
