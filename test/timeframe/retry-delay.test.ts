import { expect } from '@open-wc/testing';
import { retryDelay } from '../../src/timeframe/retry-delay.js';
import { seededRandom } from './seeded-random.js';

describe('retryDelay', () => {
  it('doubles up to a minute, and is shaken by up to a half', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((failures) => retryDelay(failures, 1))).to.deep.equal([
      2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(retryDelay(0, 0)).to.equal(1000);
    const random = seededRandom(1);
    const delays = Array.from({ length: 50 }, () => retryDelay(3, random()));
    expect(Math.min(...delays)).to.be.within(8000, 9000);
    expect(Math.max(...delays)).to.be.within(15_000, 16_000);
  });
});
