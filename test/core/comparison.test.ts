import { expect } from '@open-wc/testing';
import {
  changeWords,
  comparisonName,
  comparisonShift,
  counterpart,
  DAY,
  earlierRange,
  earlierSpan,
  formatChange,
  HOUR,
  parseDuration,
  shiftMoment,
  type Unit,
} from '../../src/core/index.js';

const PARIS = 'Europe/Paris';
const at = (text: string): number => Date.parse(text);
const range = (from: string, to: string) => ({ from: at(from), to: at(to) });
const before = (compare: string, shown: { from: number; to: number }, zone: string) =>
  earlierRange(shown, comparisonShift(compare, shown, zone), zone);

describe('a comparison', () => {
  it('with a day earlier begins at the same time of day, also after a day of 23 hours', () => {
    // Clocks went forward on 29 March 2026 in Paris.
    const shown = range('2026-03-30T00:00+02:00', '2026-03-31T00:00+02:00');
    expect(before('1d', shown, PARIS)).to.deep.equal(range('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'));
    expect(before('24h', shown, PARIS)).to.deep.equal({ from: shown.from - DAY, to: shown.to - DAY });
  });

  it('with a week earlier keeps the time of day over a change of the clock', () => {
    const shown = range('2026-10-26T09:00+01:00', '2026-10-26T10:00+01:00');
    expect(before('1w', shown, PARIS)).to.deep.equal(range('2026-10-19T09:00+02:00', '2026-10-19T10:00+02:00'));
    expect(before('1w', shown, 'UTC').from).to.equal(shown.from - 7 * DAY);
  });

  it('with hours goes by hours, after days of the calendar where there are both', () => {
    const shown = range('2026-03-30T09:00+02:00', '2026-03-30T10:00+02:00');
    expect(before('6h', shown, PARIS).from).to.equal(shown.from - 6 * HOUR);
    expect(before('1d12h', shown, PARIS).from).to.equal(at('2026-03-29T09:00+02:00') - 12 * HOUR);
    expect(before('P1DT12H', shown, PARIS).from).to.equal(at('2026-03-29T09:00+02:00') - 12 * HOUR);
  });

  it('reads each duration that there is, with the same length where no day is of the calendar', () => {
    const shown = range('2026-06-10T09:00Z', '2026-06-10T10:00Z');
    for (const text of [
      'P0.5DT1H',
      'P1D2DT1H',
      'P1.5W',
      'PT90M',
      'pt1h',
      '1d2w',
      '0.5d12h',
      ' P1W2DT3H4M5S ',
      '1w1w5ms',
    ])
      expect(before(text, shown, 'UTC').from, text).to.equal(shown.from - parseDuration(text));
    expect(comparisonName('P1D2DT1H')).to.equal('3 days 1 h earlier');
    expect(() => comparisonShift('p', shown, 'UTC')).to.throw(RangeError);
  });

  it('with the range before ends where this one begins, by the calendar for whole days', () => {
    const hour = range('2026-06-01T10:00Z', '2026-06-01T11:00Z');
    expect(before('previous', hour, PARIS)).to.deep.equal({ from: hour.from - HOUR, to: hour.from });
    const day = range('2026-03-30T00:00+02:00', '2026-03-31T00:00+02:00');
    expect(before('previous', day, PARIS)).to.deep.equal(range('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'));
  });

  it('of a range with an edge in what the clock jumped over begins or ends at the jump', () => {
    const shown = range('2026-03-30T02:30+02:00', '2026-03-30T03:45+02:00');
    expect(before('1d', shown, PARIS)).to.deep.equal(range('2026-03-29T03:00+02:00', '2026-03-29T03:45+02:00'));
    const until = range('2026-03-30T01:30+02:00', '2026-03-30T02:30+02:00');
    expect(before('1d', until, PARIS)).to.deep.equal(range('2026-03-29T01:30+01:00', '2026-03-29T03:00+02:00'));
    const later = range('2026-04-05T02:30+02:00', '2026-04-05T03:45+02:00');
    expect(before('1w', later, PARIS)).to.deep.equal(range('2026-03-29T03:00+02:00', '2026-03-29T03:45+02:00'));
    expect(before('1d2h', shown, PARIS)).to.deep.equal(range('2026-03-29T00:00+01:00', '2026-03-29T00:45+01:00'));
    // All of 30 December 2011 was left out there.
    const after = range('2011-12-31T12:00+14:00', '2012-01-01T06:00+14:00');
    expect(before('1d', after, 'Pacific/Apia')).to.deep.equal(
      range('2011-12-31T00:00+14:00', '2011-12-31T06:00+14:00'),
    );
  });

  it('is never a range that ends before it begins', () => {
    // Neither 2:20 nor 2:50 exists the day before.
    const shown = range('2026-03-30T02:20+02:00', '2026-03-30T02:50+02:00');
    const shift = { days: 1, ms: 0 };
    const { from, to } = before('1d', shown, PARIS);
    expect(to - from).to.equal(shown.to - shown.from);
    expect(earlierSpan(shown, shift, PARIS)).to.equal(null);
    expect(earlierSpan({ ...shown, to: at('2026-03-30T03:10+02:00') }, shift, PARIS)).to.deep.equal(
      range('2026-03-29T03:00+02:00', '2026-03-29T03:10+02:00'),
    );
  });

  it('has nothing at a time of day that the clock jumped over', () => {
    const shift = { days: 1, ms: 0 };
    expect(counterpart(at('2026-03-30T02:30+02:00'), shift, PARIS)).to.be.NaN;
    expect(counterpart(at('2026-03-30T09:00+02:00'), shift, PARIS)).to.equal(at('2026-03-29T09:00+02:00'));
    expect(shiftMoment(at('2026-03-29T09:00+02:00'), shift, PARIS, true)).to.equal(at('2026-03-30T09:00+02:00'));
  });

  it('has a name', () => {
    expect(['1d', '1w', '7d', '2d', '6h', '1d12h', 'previous'].map(comparisonName)).to.deep.equal([
      'a day earlier',
      'a week earlier',
      'a week earlier',
      '2 days earlier',
      '6 h earlier',
      '1 day 12 h earlier',
      'the period before',
    ]);
  });
});

describe('a change', () => {
  const change = (value: number, earlier: number, unit: Unit = 'requests'): string =>
    formatChange(value, earlier, unit, 'en');

  it('is told in percent, from tenfold on as a factor, of ratios in points', () => {
    expect(change(112, 100)).to.equal('+12 %');
    expect(change(0.915, 1, 'seconds')).to.equal('-8.5 %');
    expect(change(0, 5)).to.equal('-100 %');
    expect(change(1200, 100)).to.equal('×12');
    expect(change(0.37, 0.3, 'ratio')).to.equal('+7 pp');
    expect(change(100, 100)).to.equal('0 %');
  });

  it('from zero is the difference itself, and from nothing there is none', () => {
    expect(change(5, 0)).to.equal('+5');
    expect(change(0, 0)).to.equal('0 %');
    expect(change(5, NaN)).to.equal('');
    expect(change(NaN, 5)).to.equal('');
  });

  it('is told in words that say neither good nor bad', () => {
    expect(changeWords(112, 100, 'requests', 'a day earlier', 'en')).to.equal(
      '12 % more than a day earlier, which was 100',
    );
    expect(changeWords(90, 100, 'requests', 'a day earlier', 'en')).to.match(/^10 % less than/);
    expect(changeWords(90, 90, 'requests', 'a day earlier', 'en')).to.equal('the same as a day earlier');
    expect(changeWords(NaN, 90, 'requests', 'a day earlier', 'en')).to.equal('');
  });

  it('is told in words in languages of other digits and other signs, too', () => {
    for (const locale of ['fa', 'mr-u-nu-deva', 'bn', 'ar-EG', 'he', 'sv', 'de-CH']) {
      const words = (value: number, earlier: number, unit: Unit = 'requests'): string =>
        changeWords(value, earlier, unit, 'then', locale);
      const percent = new Intl.NumberFormat(locale).format(12);
      expect(words(112, 100), locale).to.match(new RegExp(`^${percent} % more than then`));
      expect(words(88, 100), locale).to.match(new RegExp(`^${percent} % less than then`));
      expect(words(0.4, 0.52, 'ratio'), locale).to.match(new RegExp(`^${percent} pp less than then`));
      expect(words(1200, 100), locale).to.match(new RegExp(`^×${percent} more than then`));
      expect(words(12, 0), locale).to.match(new RegExp(`^${percent} more than then`));
      expect(words(100, 100), locale).to.equal('the same as then');
      expect(words(0, 0), locale).to.equal('the same as then');
      expect(words(100_001, 100_000), locale).to.equal('the same as then');
    }
  });
});
