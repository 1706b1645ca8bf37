import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mergeBuckets, quantileOfBuckets } from '../../src/core/index.js';

const bounds = [0.1, 0.5, 1, Infinity];

describe('a quantile of buckets', () => {
  it('is linear within its bucket', () => {
    expect(quantileOfBuckets(0.5, { bounds, counts: [0, 10, 0, 0] })).to.be.closeTo(0.3, 1e-12);
    expect(quantileOfBuckets(0.5, { bounds, counts: [10, 0, 0, 0] })).to.be.closeTo(0.05, 1e-12);
    expect(quantileOfBuckets(0.75, { bounds, counts: [2, 0, 2, 0] })).to.be.closeTo(0.75, 1e-12);
  });

  it('is the last finite bound within the infinite bucket', () => {
    expect(quantileOfBuckets(0.99, { bounds, counts: [1, 0, 0, 9] })).to.equal(1);
    expect(quantileOfBuckets(0.5, { bounds: [Infinity], counts: [3] })).to.be.NaN;
  });

  it('is the bound of a first bucket at or below zero', () => {
    expect(quantileOfBuckets(0.5, { bounds: [-1, 1], counts: [4, 1] })).to.equal(-1);
    expect(quantileOfBuckets(1, { bounds: [-1, 1], counts: [1, 4] })).to.equal(1);
  });

  it('is missing where nothing was counted, and out of 0 to 1', () => {
    expect(quantileOfBuckets(0.5, { bounds, counts: [0, 0, 0, 0] })).to.be.NaN;
    expect(quantileOfBuckets(0.5, { bounds: [], counts: [] })).to.be.NaN;
    expect(quantileOfBuckets(0.5, { bounds, counts: [NaN, 1, 1, 1] })).to.be.NaN;
    expect(quantileOfBuckets(-0.1, { bounds, counts: [1, 1, 1, 1] })).to.be.NaN;
    expect(quantileOfBuckets(1.1, { bounds, counts: [1, 1, 1, 1] })).to.be.NaN;
  });

  it('begins and ends with the filled buckets', () => {
    expect(quantileOfBuckets(0, { bounds, counts: [0, 5, 0, 0] })).to.equal(0.1);
    expect(quantileOfBuckets(1, { bounds, counts: [0.1, 0.2, 0, 0] })).to.be.closeTo(0.5, 1e-12);
  });

  it('reads one row out of many', () => {
    expect(quantileOfBuckets(0.5, { bounds, counts: [9, 9, 9, 9, 0, 10, 0, 0] }, 4)).to.be.closeTo(0.3, 1e-12);
  });

  it('lies in the bucket of the raw value', () => {
    const values = fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (raw, q) => {
        const edges = [0.1, 0.2, 0.4, 0.6, 0.8, 1];
        const counts = edges.map((edge, b) => raw.filter((v) => v <= edge && v > (edges[b - 1] ?? 0)).length);
        const sorted = raw.sort((a, b) => a - b);
        const exact = sorted[Math.ceil(q * raw.length - 1e-9) - 1] ?? NaN;
        const bucket = edges.findIndex((edge) => exact <= edge);
        const got = quantileOfBuckets(q, { bounds: edges, counts });
        expect(got).to.be.within((edges[bucket - 1] ?? 0) - 1e-9, (edges[bucket] ?? NaN) + 1e-9);
      }),
    );
  });
});

describe('merged buckets', () => {
  it('add up where the bounds are the same', () => {
    const merged = mergeBuckets([
      { bounds, counts: [1, 2, 3, 4] },
      { bounds, counts: [1, 0, 0, 1] },
    ]);
    expect(merged).to.deep.equal({ bounds, counts: [2, 2, 3, 5] });
  });

  it('keep the bounds that all have, and lose no count', () => {
    const merged = mergeBuckets([
      { bounds: [1, 2, 4, Infinity], counts: [1, 2, 3, 4] },
      { bounds: [2, 3, Infinity], counts: [10, 20, 30] },
    ]);
    expect(merged).to.deep.equal({ bounds: [2, Infinity], counts: [13, 57] });
    expect(
      mergeBuckets([
        { bounds: [1], counts: [1] },
        { bounds: [2], counts: [5] },
      ]),
    ).to.deep.equal({
      bounds: [Infinity],
      counts: [6],
    });
  });

  it('are none of none', () => {
    expect(mergeBuckets([])).to.deep.equal({ bounds: [], counts: [] });
  });
});
