import { expect } from '@open-wc/testing';
import { retryDelay } from '../../src/timeframe/retry-delay.js';

describe('retryDelay', () => {
  it('doubles up to a minute, and is shaken by up to a half', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((failures) => retryDelay(failures, 1))).to.deep.equal([
      2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(retryDelay(0, 0)).to.equal(1000);
    expect(retryDelay(3)).to.be.within(8000, 16_000);
  });
});
