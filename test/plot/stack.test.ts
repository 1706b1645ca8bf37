import { expect } from '@open-wc/testing';
import { stack } from '../../src/plot/stack.js';
import { bars } from './support.js';

describe('a stack of bars', () => {
  it('puts each layer on the ones before it', () => {
    const layers = stack([bars('a', [1, 2]), bars('b', [3, 4]), bars('c', [5, 6])]);
    expect([...layers.keys()]).to.deep.equal(['a', 'b', 'c']);
    expect([...(layers.get('c')?.base ?? [])]).to.deep.equal([4, 6]);
    expect([...(layers.get('c')?.top ?? [])]).to.deep.equal([9, 12]);
  });

  it('gives a missing value no height, and lets the next layer stand where it would have', () => {
    const layers = stack([bars('a', [2, 2]), bars('b', [NaN, 1]), bars('c', [3, 3])]);
    expect([...(layers.get('b')?.top ?? [])]).to.deep.equal([2, 3]);
    expect([...(layers.get('c')?.base ?? [])]).to.deep.equal([2, 3]);
  });

  it('does not change the data', () => {
    const values = bars('a', [1, 2]);
    stack([values, bars('b', [3, 4])]);
    expect([...values.values]).to.deep.equal([1, 2]);
  });
});
