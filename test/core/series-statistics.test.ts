import { expect } from '@open-wc/testing';
import { seriesStatistics } from '../../src/core/index.js';

describe('statistics of a series', () => {
  const values = Float64Array.of(100, 4, Number.NaN, -2, 7, Number.NaN, 1000);

  it('are those of the range, without what is missing', () => {
    expect(seriesStatistics(values, 1, 5)).to.deep.equal({ min: -2, mean: 3, max: 7, last: 7 });
  });

  it('are missing where there is no value', () => {
    expect(Object.values(seriesStatistics(values, 2, 2)).every(Number.isNaN)).to.equal(true);
    expect(Object.values(seriesStatistics(values, 3, 1)).every(Number.isNaN)).to.equal(true);
  });
});
