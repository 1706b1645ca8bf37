import { expect } from '@open-wc/testing';
import { nextTurn, refreshInterval } from '../../src/timeframe/index.js';
import { TOGETHER } from '../../src/timeframe/refresh-clock.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('refreshInterval', () => {
  it('is what was said, or as often as a line gets a new point', () => {
    const table: readonly (readonly [text: string, lineStep: number, interval: number | null])[] = [
      ['off', 15 * SECOND, null],
      ['30s', 15 * SECOND, 30 * SECOND],
      ['2m', SECOND, 2 * MINUTE],
      ['auto', 15 * SECOND, 15 * SECOND],
      ['auto', SECOND, 5 * SECOND],
      ['auto', 60 * MINUTE, 5 * MINUTE],
      ['live', SECOND, SECOND],
      ['live', 15 * SECOND, 15 * SECOND],
      ['live', 60 * MINUTE, MINUTE],
    ];
    for (const [text, lineStep, interval] of table) expect(refreshInterval(text, lineStep), text).to.equal(interval);
  });
});

describe('nextTurn', () => {
  it('lies on the grid of all windows, and comes to each in its turn', () => {
    const at = (last: number, nth: number, of: number): number => nextTurn(last, 10_000, { nth, of }, 300, TOGETHER);
    expect(at(60_000, 0, 1)).to.equal(60_300);
    expect(at(60_300, 0, 1)).to.equal(70_300);
    expect(at(69_999, 0, 1)).to.equal(70_300);
    expect([0, 1, 2].map((nth) => at(60_000, nth, 3))).to.deep.equal([60_300, 70_300, 80_300]);
    expect([0, 1, 2].map((nth) => at(80_300, nth, 3))).to.deep.equal([90_300, 100_300, 110_300]);
  });

  it('is not had twice where it was taken a little early', () => {
    expect(nextTurn(60_300 - TOGETHER, 10_000, { nth: 0, of: 1 }, 300, TOGETHER)).to.equal(70_300);
  });
});
