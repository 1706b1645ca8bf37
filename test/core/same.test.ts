import { expect } from '@open-wc/testing';
import { isSame } from '../../src/core/index.js';

describe('plain values', () => {
  const value = { name: 'p99', values: [1, Number.NaN], slot: null, more: undefined };

  it('are the same when all their parts are', () => {
    expect(isSame(value, { ...value, values: [1, Number.NaN] })).to.equal(true);
  });

  for (const [what, other] of [
    ['another number in a list', { ...value, values: [1, 2] }],
    ['a longer list', { ...value, values: [1, Number.NaN, 3] }],
    ['a key more', { ...value, unit: 'seconds' }],
    ['a key less', { name: 'p99', values: [1, Number.NaN], slot: null }],
    ['another key with nothing', { name: 'p99', values: [1, Number.NaN], slot: null, less: undefined }],
    ['null for an object', null],
    ['text for an object', 'p99'],
  ] as const) {
    it(`differ by ${what}`, () => {
      expect([isSame(value, other), isSame(other, value)]).to.deep.equal([false, false]);
    });
  }
});
