import { expect } from '@open-wc/testing';
import { scaleRange, shiftRange } from '../../src/core/index.js';

const RANGE = { from: 10_000, to: 20_000 };

describe('Moves of a range', () => {
  it('shift it by a time, either way', () => {
    expect(shiftRange(RANGE, 500)).to.deep.equal({ from: 10_500, to: 20_500 });
    expect(shiftRange(RANGE, -500)).to.deep.equal({ from: 9_500, to: 19_500 });
  });

  it('scale it around its middle, or around any other share of it', () => {
    expect(scaleRange(RANGE, 2)).to.deep.equal({ from: 5_000, to: 25_000 });
    expect(scaleRange(RANGE, 0.5)).to.deep.equal({ from: 12_500, to: 17_500 });
    expect(scaleRange(RANGE, 2, 0)).to.deep.equal({ from: 10_000, to: 30_000 });
    expect(scaleRange(RANGE, 0.5, 1)).to.deep.equal({ from: 15_000, to: 20_000 });
  });

  it('leave at least a second, and at most a hundred years', () => {
    const least = scaleRange(RANGE, 1e-9);
    expect(least).to.deep.equal({ from: 14_500, to: 15_500 });
    const most = scaleRange(RANGE, 1e12);
    expect(most.to - most.from).to.equal(36_525 * 86_400_000);
  });
});
