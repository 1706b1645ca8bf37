import { expect } from '@open-wc/testing';
import { formatDuration, parseDuration } from '../../src/core/index.js';
import { chooseSteps } from '../../src/timeframe/step-choice.js';

/** Range, width of the plot in CSS pixels, what the source can give, and the steps for lines and bars. */
const TABLE = [
  ['5s', 700, '0s', '1s', '1s'],
  ['1m', 700, '0s', '1s', '1s'],
  ['5m', 700, '0s', '1s', '5s'],
  ['15m', 700, '0s', '5s', '15s'],
  ['30m', 700, '0s', '10s', '30s'],
  ['1h', 320, '0s', '30s', '2m'],
  ['1h', 600, '0s', '15s', '1m'],
  ['1h', 700, '0s', '15s', '1m'],
  ['1h', 1400, '0s', '10s', '30s'],
  ['3h', 700, '0s', '1m', '5m'],
  ['6h', 700, '0s', '1m', '5m'],
  ['6h', 700, '2m', '2m', '10m'],
  ['12h', 700, '0s', '5m', '10m'],
  ['1d', 700, '0s', '5m', '30m'],
  ['2d', 700, '0s', '10m', '1h'],
  ['7d', 700, '0s', '30m', '3h'],
  ['30d', 700, '0s', '3h', '12h'],
  ['1h', 700, '1m', '1m', '1m'],
  ['1h', 700, '20s', '30s', '1m'],
  ['5m', 700, '30s', '30s', '30s'],
  ['3650d', 700, '0s', '12h', '12h'],
] as const;

describe('chooseSteps', () => {
  for (const [span, width, least, line, bar] of TABLE) {
    it(`gives ${span} on ${width} pixels lines of ${line} and bars of ${bar} where the source has ${least}`, () => {
      const { lineStep, barStep } = chooseSteps(parseDuration(span), width, parseDuration(least));
      expect([lineStep, barStep].map(formatDuration)).to.deep.equal([line, bar]);
    });
  }

  it('gives bars that are whole multiples of lines, wide enough to see and few enough to ask', () => {
    for (let span = 5000; span < 200 * 86_400_000; span *= 1.07) {
      for (const width of [200, 480, 600, 900, 1900]) {
        const { lineStep, barStep } = chooseSteps(span, width, 0);
        expect(barStep % lineStep, `${span} ${width}`).to.equal(0);
        if (barStep < 12 * 3_600_000) {
          expect((width * lineStep) / span).to.be.at.least(1.8);
          expect((width * barStep) / span).to.be.at.least(9);
        }
      }
    }
  });
});
