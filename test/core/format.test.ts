import { expect } from '@open-wc/testing';
import {
  axisLabels,
  dateFormat,
  DAY,
  formatAge,
  formatClock,
  formatCount,
  formatOffset,
  formatRange,
  formatSpan,
  formatTime,
  formatValue,
  HOUR,
  MINUTE,
  numberFormat,
  valueParts,
} from '../../src/core/index.js';

const AT = Date.UTC(2026, 10, 24, 9, 20, 30, 250);
const PARIS = 'Europe/Paris';
const values = (unit: string, list: readonly number[]) =>
  list.map((value) => formatValue(value, unit, { locale: 'en' }));
/** Engines differ in which spaces they set around a dash. */
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ').replace(/ ?– ?/g, ' – ');

describe('a value', () => {
  it('is written in three digits and its own unit', () => {
    expect(values('seconds', [0, 1e-9, 0.00085, 0.0123, 0.85, 1.5, 90])).to.deep.equal([
      '0 s',
      '0.001 µs',
      '850 µs',
      '12.3 ms',
      '850 ms',
      '1.5 s',
      '90 s',
    ]);
    expect(values('bytes', [0, 512, 1536, 24 * 1024 ** 3])).to.deep.equal(['0 B', '512 B', '1.5 KiB', '24 GiB']);
    expect(values('ratio', [0, 0.004, 0.37, 1.2])).to.deep.equal(['0 %', '0.4 %', '37 %', '120 %']);
    expect(values('requests', [0.25, 999, 1200, -3400, 1e15])).to.deep.equal([
      '0.25',
      '999',
      '1.2 k',
      '-3.4 k',
      '1,000 T',
    ]);
    expect(values('watts', [300, 1200])).to.deep.equal(['300 watts', '1.2 k watts']);
  });

  it('moves to the next unit when it rounds up to it', () => {
    expect(values('seconds', [0.9996])).to.deep.equal(['1 s']);
    expect(values('requests', [999.6])).to.deep.equal(['1 k']);
  });

  it('is a dash where it is missing', () => {
    expect(formatValue(NaN, 'seconds')).to.equal('–');
    expect(formatCount(NaN)).to.equal('–');
    expect(valueParts(NaN, 'bytes')).to.deep.equal({ text: '–', unit: '' });
  });

  it('shares scale and digits with the one that it stands beside', () => {
    const parts = [0.0123, 1.5].map((value) => valueParts(value, 'seconds', { locale: 'en', precisionOf: 1.5 }));
    expect(parts).to.deep.equal([
      { text: '0.01', unit: 's' },
      { text: '1.5', unit: 's' },
    ]);
  });

  it('follows the locale', () => {
    expect(formatValue(1.5, 'seconds', { locale: 'de' })).to.equal('1,5 s');
    expect(formatCount(9593, 'en')).to.equal('9,593');
    expect(formatCount(0.256, 'en')).to.equal('0.26');
    expect(formatCount(9593.4, 'de')).to.equal('9.593');
  });

  it('falls back to the locale of the browser for a tag that is none', () => {
    expect(formatCount(1, 'en-US@posix')).to.equal(formatCount(1));
    expect(formatCount(1, 'en-US@posix')).to.equal(formatCount(1, 'en-US@posix'));
  });
});

describe('formatters', () => {
  it('are made once for equal options', () => {
    expect(numberFormat('en', { maximumFractionDigits: 2 })).to.equal(numberFormat('en', { maximumFractionDigits: 2 }));
    expect(dateFormat('en', { timeZone: 'UTC' })).to.equal(dateFormat('en', { timeZone: 'UTC' }));
    expect(dateFormat('en', { timeZone: 'UTC' })).not.to.equal(dateFormat('de', { timeZone: 'UTC' }));
  });
});

describe('labels of a value axis', () => {
  const labels = (unit: string, ticks: readonly number[]) => {
    const axis = axisLabels(ticks, unit, 'en');
    return `${axis.labels.join(' ')} | ${axis.unitLabel}`;
  };

  it('have one precision, and their unit once', () => {
    expect(labels('seconds', [0, 0.2, 0.4, 0.6])).to.equal('0 200 400 600 | ms');
    expect(labels('seconds', [0, 0.5, 1, 1.5])).to.equal('0.0 0.5 1.0 1.5 | s');
    expect(labels('ratio', [0, 0.25, 0.5])).to.equal('0 25 50 | %');
    expect(labels('bytes', [0, 8 * 1024 ** 3, 16 * 1024 ** 3])).to.equal('0 8 16 | GiB');
    expect(labels('watts', [0, 100])).to.equal('0 100 | watts');
  });

  it('count in full up to 9,999 and in thousands from there', () => {
    expect(labels('requests', [0, 500, 1000])).to.equal('0 500 1,000 | requests');
    expect(labels('requests', [0, 5000, 10_000])).to.equal('0 5 10 | k requests');
    expect(labels('requests', [0, 2500, 5000, 10_000])).to.equal('0.0 2.5 5.0 10.0 | k requests');
  });

  it('are none for no ticks', () => {
    expect(labels('seconds', [])).to.equal(' | s');
  });

  it('stay finite where the values are no decimals', () => {
    expect(axisLabels([0, 1 / 3], '', 'en').labels[1]).to.equal('0.333333');
  });
});

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

  it('has a zone with an offset', () => {
    expect(formatOffset(AT, PARIS, 'en')).to.equal('GMT+1');
    expect(formatOffset(AT, 'Asia/Kolkata', 'en')).to.equal('GMT+5:30');
  });
});

describe('a range', () => {
  const from = Date.UTC(2026, 10, 24, 9, 20);

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
