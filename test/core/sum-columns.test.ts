import { expect } from '@open-wc/testing';
import { sumColumns } from '../../src/core/index.js';

describe('the sum of columns', () => {
  it('leaves out what is missing, and is missing where all are', () => {
    const sum = sumColumns([Float64Array.of(1, NaN, NaN), Float64Array.of(2, 3, NaN)], 3);
    expect([...sum]).to.deep.equal([3, 3, NaN]);
    expect([...sumColumns([], 2)]).to.deep.equal([NaN, NaN]);
  });

  it('is the column itself where there is one alone', () => {
    const only = Float64Array.of(1, 2);
    expect(sumColumns([only], 2)).to.equal(only);
  });
});
