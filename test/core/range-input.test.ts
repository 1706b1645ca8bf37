import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseRange, rangeText, readRangeInput } from '../../src/core/index.js';

const NOW = Date.UTC(2026, 10, 25, 10, 20);
const PARIS = 'Europe/Paris';
const read = (typed: string) => readRangeInput(typed, NOW, PARIS);

describe('a range that a person types', () => {
  it('is taken as it is where an attribute would take it', () => {
    for (const text of ['6h', 'now-6h', 'now/d', 'yesterday', '2026-01-01T00:00Z/2026-01-02T00:00Z'])
      expect(read(` ${text} `)).to.deep.equal({ text });
  });

  const said: [typed: string, text: string][] = [
    ['90 min', '90m'],
    ['1 hour 30 min', '1h30m'],
    ['now - 6 h', '6h'],
    ['10:00 to 11:30', '2026-11-25T10:00/2026-11-25T11:30'],
    ['9:00-10:00', '2026-11-25T09:00/2026-11-25T10:00'],
    ['between 10:00 and 10:00:30', '2026-11-25T10:00/2026-11-25T10:00:30'],
    ['2026-11-4', '2026-11-04/2026-11-05'],
    ['2026-11-24 10:00 – 11:30', '2026-11-24T10:00/2026-11-24T11:30'],
    ['2026-11-24T10:00+02:00 to 2026-11-25', '2026-11-24T10:00+02:00/2026-11-25'],
    ['2026-11-24 to now', '2026-11-24/now'],
    ['since 9:00', '2026-11-25T09:00/now'],
    ['2 h ago', 'now-2h/now'],
    ['2 h ago to 1 h ago', 'now-2h/now-1h'],
    ['yesterday 10:00 to 11:00', '2026-11-24T10:00/2026-11-24T11:00'],
    ['1 h and 30 min', '1h30m'],
    ['last 1 h and 30 min', '1h30m'],
    ['1 day, 2 hours and 30 minutes ago', 'now-1d2h30m/now'],
    ['2 h and 1 h', 'now-2h/now-1h'],
    ['between 1 h and 30 min', 'now-1h/now-30m'],
    ['1 h ago and 30 min ago', 'now-1h/now-30m'],
    ['now/d to now', 'now/d/now'],
    ['NOW/d to Now', 'now/d/now'],
    ['now-7d/d to now', 'now-7d/d/now'],
    ['now/w - now', 'now/w/now'],
    ['from now-1M/M to now', 'now-1M/M/now'],
    ['now-1d/d to now/d', 'now-1d/d/now/d'],
    ['since now/d', 'now/d/now'],
    ['yesterday to now/d', '2026-11-24/now/d'],
    ['9:00-9:30', '2026-11-25T09:00/2026-11-25T09:30'],
    ['10:00:00-11:30:15', '2026-11-25T10:00:00/2026-11-25T11:30:15'],
    ['10:00-11:30', '2026-11-25T10:00/2026-11-25T11:30'],
    ['2026-11-24 10:00-11:30', '2026-11-24T10:00/2026-11-24T11:30'],
    ['2026-11-24T10:00-05:00 to 2026-11-25', '2026-11-24T10:00-05:00/2026-11-25'],
    ['since 2026-11-24 10:00-05:00', '2026-11-24T10:00-05:00/now'],
    ['2026-11-24 9:00-9:30', '2026-11-24T09:00/2026-11-24T09:30'],
    ['9:00-now', '2026-11-25T09:00/now'],
    ['2026-11-24-2026-11-25', '2026-11-24/2026-11-25'],
    ['5 MIN', '5m'],
    ['yesterday 22:00 to today 2:00', '2026-11-24T22:00/2026-11-25T02:00'],
  ];
  for (const [typed, text] of said) {
    it(`can be ${typed}`, () => {
      expect(read(typed)).to.deep.equal({ text });
      expect(() => parseRange(text, NOW, PARIS)).not.to.throw();
    });
  }

  it('can be said in words', () => {
    const words: [string, string][] = [
      ['last 90 minutes', '90m'],
      ['Last hour', '1h'],
      ['past 1.5 h', '90m'],
      ['last 2 days', '2d'],
      ['last week', '7d'],
      ['last 45 secs', '45s'],
      ['today', 'now/d'],
      ['Yesterday', 'yesterday'],
      ['previous day', 'yesterday'],
      ['this week', 'now/w'],
      ['this month', 'now/M'],
      ['previous year', 'now-1y/y/now-1y/y'],
    ];
    for (const [typed, text] of words) {
      const input = read(typed);
      if (!('text' in input)) throw new Error(input.problem);
      expect(rangeText(parseRange(input.text, NOW, PARIS)), typed).to.equal(text);
    }
  });

  it('is of the day that the zone has', () => {
    const late = Date.UTC(2026, 10, 25, 23, 30);
    expect(readRangeInput('0:05 to 0:10', late, PARIS)).to.deep.equal({ text: '2026-11-26T00:05/2026-11-26T00:10' });
  });

  const refused: [typed: string, part: string, words: RegExp][] = [
    ['', '', /^Write a range, such as/],
    ['foo', 'foo', /^"foo" is not understood/],
    ['6 h of work', 'of', /^"of" is not understood/],
    ['90 fortnights', 'fortnights', /no unit of time; write s, min, h, d or w/],
    ['now-6x', 'x', /^"x" is no unit of time/],
    ['now+6h', '+6h', /^"\+6h" is not understood/],
    ['now-1M', 'M', /^"M" is a month, which has no length of its own; write 30d or now-1M\/M, or min for minutes$/],
    ['1M', 'M', /^"M" is a month/],
    ['now-1M/now', 'M', /^"M" is a month/],
    ['last 5 M', 'M', /^"M" is a month/],
    ['last M', 'M', /^"M" is a month/],
    ['1h to 5M', 'M', /^"M" is a month/],
    ['2 months ago', 'months', /^"months" is a month/],
    ['now/d 10:00 to now', '10:00', /^"10:00" is not understood/],
    ['now-1d/d now/d to now', 'now/d', /^"now\/d" is not understood/],
    ['90', '90', /^"90" of what\?/],
    ['h', 'h', /^"h" is not understood/],
    ['10:00', '10:00', /no end; write "10:00 to now"/],
    ['2026-02-30', '2026-02-30', /^There is no day "2026-02-30"/],
    ['9:00 to 24:30', '24:30', /^There is no time of day "24:30"/],
    ['2026-11-24 2026-11-25', '2026-11-25', /^"2026-11-25" is not understood/],
    ['1h/2h/3h', '/3h', /^"\/3h" is not understood/],
    ['11:00 to 10:00', '11:00 to 10:00', /ends before it begins/],
    ['500 ms', '500 ms', /shorter than a second/],
    ['💥', '💥', /^"💥" is not understood/],
    ['/', '/', /ends before it begins/],
  ];
  for (const [typed, part, words] of refused) {
    it(`is told what is wrong, and where: ${typed || 'nothing'}`, () => {
      const input = read(typed);
      if ('text' in input) throw new Error(`It was read as ${input.text}`);
      expect(input.problem).to.match(words);
      expect(typed.slice(input.at, input.at + input.length)).to.equal(part);
    });
  }

  it('is read or explained, whatever it is', () => {
    const pieces = fc.constantFrom(
      'now',
      '-',
      '6',
      'h',
      ' ',
      '/',
      'to',
      '10:00',
      '2026-11-24',
      'Z',
      'last',
      'x',
      'M',
      '/d',
      ' and ',
      '9:30',
      '+',
      ':',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const typed = parts.join('');
        const input = read(typed);
        if ('text' in input) parseRange(input.text, NOW, PARIS);
        else expect(input.at + input.length, typed).to.be.within(0, typed.length);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});
