import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { DAY, formatDuration, HOUR, MINUTE, parseDuration } from '../../src/core/index.js';

describe('a duration', () => {
  it('is read in every documented form', () => {
    const forms: [string, number][] = [
      ['250ms', 250],
      ['30s', 30_000],
      ['5m', 5 * MINUTE],
      ['1h', HOUR],
      ['1.5h', 90 * MINUTE],
      ['1h30m', 90 * MINUTE],
      [' 7d ', 7 * DAY],
      ['2w', 14 * DAY],
      ['PT1H', HOUR],
      ['P1D', DAY],
      ['P1DT12H', 36 * HOUR],
      ['p1w', 7 * DAY],
      ['PT1H30M15S', 90 * MINUTE + 15_000],
      ['0s', 0],
    ];
    for (const [text, ms] of forms) expect(parseDuration(text), text).to.equal(ms);
  });

  it('is refused in words that name what is understood', () => {
    const nonsense = [
      '',
      ' ',
      'P',
      'PT',
      'P1M',
      'P1Y',
      '1x',
      'h',
      '-1h',
      '1h-',
      '1 h',
      '1..5h',
      '1H',
      `${'9'.repeat(400)}d`,
    ];
    for (const text of nonsense) {
      expect(() => parseDuration(text), text).to.throw(RangeError, /is not a duration; write 30s, 5m, 1h30m/);
    }
  });

  it('quotes only the beginning of a long text', () => {
    expect(() => parseDuration('x'.repeat(1000))).to.throw(/^"x{59}…" is not/);
  });

  it('is written in the largest unit that is exact', () => {
    expect([0, 250, 1500, 90_000, 90 * MINUTE, HOUR, 7 * DAY].map(formatDuration)).to.deep.equal([
      '0s',
      '250ms',
      '1500ms',
      '90s',
      '90m',
      '1h',
      '7d',
    ]);
  });

  it('survives being written and read', () => {
    fc.assert(fc.property(fc.nat(1e12), (ms) => parseDuration(formatDuration(ms)) === ms));
  });
});
