import { expect } from '@open-wc/testing';
import { quantileOfSorted } from '../../demo/simulator/quantile-of-sorted.js';

describe('a quantile of values', () => {
  it('lies between the two nearest', () => {
    expect(quantileOfSorted(0.5, [1, 2, 3, 4])).to.equal(2.5);
    expect(quantileOfSorted(1, [1, 2, 3, 4])).to.equal(4);
    expect(quantileOfSorted(0, [1])).to.equal(1);
  });

  it('is missing of none', () => {
    expect(quantileOfSorted(0.5, [])).to.be.NaN;
    expect(quantileOfSorted(2, [1])).to.be.NaN;
  });
});
