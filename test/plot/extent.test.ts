import { expect } from '@open-wc/testing';
import { extent, hasValues } from '../../src/plot/extent.js';
import { stack } from '../../src/plot/stack.js';
import { bars, mark, specOf } from './support.js';

describe('the extent of what is drawn', () => {
  it('is that of the values between two indices', () => {
    expect(extent([mark('a', [9, 1, 5, 0]), mark('b', [3, 2, 7, 99])], new Map(), [1, 2])).to.deep.equal([1, 7]);
  });

  it('takes a stack by its tops', () => {
    const marks = [bars('a', [1, 2]), bars('b', [3, 4])];
    expect(extent(marks, stack(marks), [0, 1])).to.deep.equal([1, 6]);
  });

  it('passes over what is missing, and is empty where all is', () => {
    expect(extent([mark('a', [NaN, 4, NaN])], new Map(), [0, 2])).to.deep.equal([4, 4]);
    expect(extent([mark('a', [NaN])], new Map(), [0, 0])).to.deep.equal([Infinity, -Infinity]);
  });

  it('tells a zero from nothing', () => {
    expect(hasValues(specOf([mark('a', [NaN, 0])]), [0, 1])).to.equal(true);
    expect(hasValues(specOf([mark('a', [NaN, 0])]), [0, 0])).to.equal(false);
    expect(hasValues(specOf([mark('a', [1])]), [0, -1])).to.equal(false);
  });

  it('takes a limit alone for nothing', () => {
    const limit = mark('limit', [1], { kind: 'threshold', role: 'limit' });
    expect(hasValues(specOf([limit]), [0, 0])).to.equal(false);
    expect(hasValues(specOf([limit, mark('a', [0])]), [0, 0])).to.equal(true);
  });
});
