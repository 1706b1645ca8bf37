import { expect } from '@open-wc/testing';
import {
  DAY,
  formatAge,
  formatClock,
  formatOffset,
  formatRange as rangeAt,
  formatSpan,
  formatTime,
  formatZoned,
  HOUR,
  MINUTE,
  type TimeRange,
} from '../../src/core/index.js';

const AT = Date.UTC(2026, 10, 24, 9, 20, 30, 250);
const PARIS = 'Europe/Paris';
/** Engines differ in which spaces they set around a dash. */
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ').replace(/ ?– ?/g, ' – ');

describe('a time', () => {
  it('shows seconds where steps are shorter than a minute, and their parts below one', () => {
    expect(formatClock(AT, PARIS, 'en-US', MINUTE)).to.equal('10:20');
    expect(formatClock(AT, PARIS, 'en-US', 30_000)).to.equal('10:20:30');
    expect(formatClock(AT, PARIS, 'en-US', 250)).to.equal('10:20:30.250');
    expect(formatClock(Date.UTC(2026, 0, 1), 'UTC', 'en-US', HOUR)).to.equal('00:00');
  });

  it('comes with its day, or as the day alone', () => {
    expect(formatTime(AT, PARIS, 'en-GB', MINUTE)).to.match(/^24 Nov,? 10:20$/);
    expect(formatTime(AT, PARIS, 'en-US', 1000)).to.match(/^Nov 24,? 10:20:30$/);
    expect(formatTime(AT, PARIS, 'en-GB', DAY)).to.equal('24 Nov 2026');
  });

  it('says its zone where the browser’s clock shows another time', () => {
    expect(formatZoned(AT, PARIS, 'en-GB', MINUTE)).to.match(/^24 Nov,? 10:20 GMT\+1$/);
    expect(formatZoned(AT, 'UTC', 'en-GB', MINUTE)).to.match(/^24 Nov,? 09:20$/);
    expect(formatZoned(AT, 'Europe/London', 'en-GB', MINUTE)).to.match(/^24 Nov,? 09:20$/);
    expect(formatZoned(AT, 'Europe/London', 'en-GB', DAY)).to.equal('24 Nov 2026');
  });

  it('has a zone with an offset', () => {
    expect(formatOffset(AT, PARIS, 'en')).to.equal('GMT+1');
    expect(formatOffset(AT, 'Asia/Kolkata', 'en')).to.equal('GMT+5:30');
  });
});

describe('a range', () => {
  const from = Date.UTC(2026, 10, 24, 9, 20);

  const formatRange = (range: TimeRange, zone: string, locale: string, now = from): string =>
    rangeAt(range, zone, locale, now);

  it('has the year where it is not that of now, or not of one year alone', () => {
    const hour = { from, to: from + HOUR };
    expect(plain(formatRange(hour, PARIS, 'en-GB', Date.UTC(2027, 0, 1)))).to.match(
      /^24 Nov 2026,? 10:20 – 11:20 \(1 h\)$/,
    );
    // At 0:30 of New Year in Paris it is 2026 for another half hour in London.
    const newYear = Date.UTC(2026, 11, 31, 23, 30);
    expect(plain(formatRange(hour, PARIS, 'en-GB', newYear))).to.contain('24 Nov 2026');
    expect(plain(formatRange(hour, 'Europe/London', 'en-GB', newYear))).not.to.contain('2026');
    const night = { from: newYear - HOUR, to: newYear + HOUR };
    for (const now of [newYear - HOUR, newYear])
      expect(plain(formatRange(night, PARIS, 'en-GB', now))).to.match(
        /^31 Dec 2026,? 23:30 – 1 Jan 2027,? 01:30 \(2 h\)$/,
      );
    // By the years of the language.
    expect(plain(formatRange(hour, PARIS, 'th-TH', Date.UTC(2027, 0, 1)))).to.contain('2569');
    const long = { from: Date.UTC(1999, 5, 1), to: Date.UTC(1999, 5, 1, 1) };
    expect(rangeAt(long, PARIS, 'en-GB')).to.contain('1999');
  });

  it('names a common day once, and its length', () => {
    expect(plain(formatRange({ from, to: from + 23 * MINUTE }, PARIS, 'en-GB'))).to.match(
      /^24 Nov,? 10:20 – 10:43 \(23 min\)$/,
    );
    expect(plain(formatRange({ from, to: from + DAY }, PARIS, 'en-GB'))).to.match(
      /^24 Nov,? 10:20 – 25 Nov,? 10:20 \(1 d\)$/,
    );
  });

  it('shows seconds where it is short and does not stand on minutes', () => {
    expect(plain(formatRange({ from, to: from + 90_000 }, PARIS, 'en-GB'))).to.match(
      /10:20:00 – 10:21:30 \(1 min 30 s\)$/,
    );
    expect(plain(formatRange({ from, to: from + HOUR + 1000 }, PARIS, 'en-GB'))).to.match(/10:20 – 11:20 /);
  });
});

describe('a length of time', () => {
  it('is written in its two largest units', () => {
    const lengths = [0, 0.2, 250, 45_000, 90_000, 23 * MINUTE, 65 * MINUTE, 25 * HOUR, 49 * HOUR + 1];
    expect(lengths.map(formatSpan)).to.deep.equal([
      '0 s',
      '0 s',
      '250 ms',
      '45 s',
      '1 min 30 s',
      '23 min',
      '1 h 5 min',
      '1 d 1 h',
      '2 d 1 h',
    ]);
  });

  it('is an age in one unit', () => {
    expect([-5, 0, 999, 12_345, 3 * MINUTE + 59_000, 5 * HOUR, 3 * DAY].map(formatAge)).to.deep.equal([
      '0 s',
      '0 s',
      '0 s',
      '12 s',
      '3 min',
      '5 h',
      '3 d',
    ]);
  });
});
