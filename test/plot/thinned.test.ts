import { expect } from '@open-wc/testing';
import { thinned } from '../../src/plot/thinned.js';

describe('places along a line', () => {
  const read = (places: readonly number[]): readonly (readonly number[])[] => {
    const things = places.map((from) => ({ from }));
    const { apart, some } = thinned(things, 10);
    return [apart, some].map((kept) => [...kept].map((one) => things.indexOf(one)));
  };

  it('stay where they are apart', () => {
    expect(read([0, 10, 30])).to.deep.equal([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(read([])).to.deep.equal([[], []]);
  });

  it('are thinned where they are crowded, in any order', () => {
    expect(read([100, 4, 0, 8, 12, 50])).to.deep.equal([
      [5, 0],
      [2, 4, 5, 0],
    ]);
    expect(read([7, 7])).to.deep.equal([[], [0]]);
  });
});
