import { expect } from '@open-wc/testing';
import { isTime } from '../../src/core/index.js';

describe('a moment', () => {
  it('is a number of milliseconds that a date can hold', () => {
    expect([0, -1, 8.64e15, -8.64e15].map(isTime)).to.deep.equal([true, true, true, true]);
    expect([8.64e15 + 1, NaN, Infinity, '0', null].map(isTime)).to.deep.equal([false, false, false, false, false]);
  });
});
