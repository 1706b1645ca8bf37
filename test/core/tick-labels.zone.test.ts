import { CalendarDateTime, fromAbsolute, toZoned } from '@internationalized/date';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  DAY,
  formatClock,
  formatTime,
  formatZoned,
  HOUR,
  localZone,
  MINUTE,
  SECOND,
  tickLabels,
  timeTicks,
  zoneOffset,
  type TimeTicks,
} from '../../src/core/index.js';

// The reader is of another library, which keeps no table of offsets; the browser's own zone differs from run to run.
const own = localZone();
const ZONES = [
  ...new Set([
    own,
    'UTC',
    'Europe/Paris',
    'America/New_York',
    'America/St_Johns',
    'America/Havana',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ]),
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** ms of `GMT+5:30`. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes = '0'] = /^GMT(?:([+-])(\d+)(?::(\d+))?)?$/.exec(text) ?? [];
  const size = Number(hours ?? 0) * HOUR + Number(minutes) * MINUTE;
  return sign === '-' ? -size : size;
}

/** The moments that labels mean, read one after the other: what the second line says holds until it says another. */
function readBack(ticks: TimeTicks, zone: string): number[] {
  let { year, month, day } = fromAbsolute(ticks.times[0] ?? 0, zone);
  let offset: number | undefined;
  return tickLabels(ticks, zone, 'en-GB').map(({ text, context = '' }) => {
    for (const word of context.split(' ')) {
      if (word.startsWith('GMT')) offset = offsetOf(word);
      else if (/^\d{4}$/.test(word)) year = Number(word);
      else if (/^\d{1,2}$/.test(word)) day = Number(word);
      else if (word) month = MONTHS.indexOf(word.slice(0, 3)) + 1;
    }
    if (ticks.unit === 'year') return at(Number(text), 1, 1);
    if (ticks.unit === 'month') return at(year, MONTHS.indexOf(text.slice(0, 3)) + 1, 1);
    if (ticks.unit === 'day') return at(year, month, Number(text));
    const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
    return at(year, month, day, hour, minute, second);
  });

  function at(...[y, mo, d, h = 0, mi = 0, s = 0]: [number, number, number, number?, number?, number?]): number {
    const ms = Math.round((s % 1) * 1000);
    if (offset !== undefined) return Date.UTC(y, mo - 1, d, h, mi, Math.floor(s), ms) - offset;
    return toZoned(new CalendarDateTime(y, mo, d, h, mi, Math.floor(s), ms), zone)
      .toDate()
      .getTime();
  }
}

function expectReadable(range: { from: number; to: number }, count: number, zone: string): void {
  const ticks = timeTicks(range, count, zone);
  const where = `${zone}, ${range.from} to ${range.to}, ${count}`;
  ticks.times.forEach((time, index) => {
    expect(time, where).to.be.within(range.from, range.to - 1);
    expect(time, where).to.be.greaterThan(ticks.times[index - 1] ?? -Infinity);
  });
  expect(readBack(ticks, zone), where).to.deep.equal([...ticks.times]);
}

const ranges = fc
  .tuple(fc.integer({ min: Date.UTC(2008, 0), max: Date.UTC(2032, 0) }), fc.integer({ min: 0, max: 1000 }))
  // From 200 ms to about 12 years.
  .map(([from, size]) => ({ from, to: from + Math.round(200 * 1.0217 ** size) }));
const counts = fc.integer({ min: 2, max: 16 });
const zones = fc.constantFrom(...ZONES);

/** Every moment of three years at which the clock of the zone jumps, found by the other library. */
function changesOf(zone: string): number[] {
  const changes: number[] = [];
  let before = fromAbsolute(Date.UTC(2025, 0), zone).offset;
  for (let time = Date.UTC(2025, 0); time < Date.UTC(2028, 0); time += HOUR / 2) {
    const { offset } = fromAbsolute(time, zone);
    if (offset !== before) changes.push(time);
    before = offset;
  }
  return changes;
}

describe(`labels of a time axis, read by another library in a browser of ${own}`, () => {
  it('mean the moments at which they stand: unique, ascending, in range, over any range in any zone', () => {
    fc.assert(
      fc.property(zones, ranges, counts, (zone, range, count) => expectReadable(range, count, zone)),
      { numRuns: 4000, seed: 7 },
    );
  });

  it('mean them around each change of the clock, too, from a tenth of a second to a month', () => {
    const changes = ZONES.flatMap((zone) => changesOf(zone).map((change) => ({ zone, change })));
    expect(changes.length).to.be.greaterThan(25);
    const near = fc.tuple(
      fc.constantFrom(...changes),
      fc.integer({ min: 0, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      counts,
    );
    fc.assert(
      fc.property(near, ([{ zone, change }, size, share, count]) => {
        const span = Math.round(100 * 1.0174 ** size);
        const from = change - Math.round(span * share);
        expectReadable({ from, to: from + span }, count, zone);
      }),
      { numRuns: 3000, seed: 8 },
    );
  });

  it('say the offset where an hour comes the second time, though all of them have the same', () => {
    const change = Date.UTC(2026, 9, 25, 1);
    const ticks = timeTicks({ from: change + 10 * MINUTE, to: change + 50 * MINUTE }, 6, 'Europe/Paris');
    expect(tickLabels(ticks, 'Europe/Paris', 'en-GB')[0]).to.deep.equal({ text: '02:10', context: '25 Oct GMT+1' });
  });

  it('know every hour and half hour of a year, in every zone', () => {
    const wrong: string[] = [];
    for (const zone of ZONES) {
      for (let time = Date.UTC(2026, 0); time < Date.UTC(2027, 0); time += HOUR / 2) {
        const { offset, hour, minute } = fromAbsolute(time, zone);
        const shown = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        if (zoneOffset(time, zone) !== offset || formatClock(time, zone, 'en-GB', MINUTE) !== shown)
          wrong.push(`${zone} ${time}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('show all hours of a day of 23 and one of 25', () => {
    const hoursOf = (month: number, day: number): string[] => {
      const from = toZoned(new CalendarDateTime(2026, month, day), 'Europe/Paris')
        .toDate()
        .getTime();
      const to = toZoned(new CalendarDateTime(2026, month, day + 1), 'Europe/Paris')
        .toDate()
        .getTime();
      const ticks = timeTicks({ from, to }, 30, 'Europe/Paris');
      return tickLabels(ticks, 'Europe/Paris', 'en-GB').map(({ text }) => text);
    };
    const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
    expect(hoursOf(3, 29)).to.deep.equal(hours.filter((hour) => hour !== '02:00'));
    expect(hoursOf(10, 25)).to.deep.equal([...hours.slice(0, 3), '02:00', ...hours.slice(3)]);
  });
});

describe(`times in words in a browser of ${own}`, () => {
  it('are those of the zone that is asked for, and in its language', () => {
    const time = Date.UTC(2026, 10, 24, 18, 45, 30, 250);
    const ticks = timeTicks({ from: time - 4 * HOUR, to: time + 4 * HOUR }, 5, 'Asia/Kolkata');
    const written = (locale: string): string[] =>
      tickLabels(ticks, 'Asia/Kolkata', locale).map(({ text, context }) => `${text} ${context ?? ''}`.trim());
    expect(written('de')).to.deep.equal(['22:00 24. Nov. GMT+5:30', '00:00 25. Nov.', '02:00', '04:00']);
    expect(written('ja')).to.deep.equal(['22:00 11月24日 GMT+5:30', '00:00 11月25日', '02:00', '04:00']);
    expect(formatTime(time, 'Asia/Kolkata', 'de', SECOND)).to.equal('25. Nov., 00:15:30');
    expect(formatZoned(time, 'Asia/Kolkata', 'de', SECOND)).to.equal('25. Nov., 00:15:30 GMT+5:30');
    expect(formatTime(time, 'Asia/Kolkata', 'ja', 1)).to.equal('11月25日 00:15:30.250');
    expect(formatTime(time, 'Asia/Kolkata', 'ja', DAY)).to.equal('2026年11月25日');
  });

  it('do not name a zone whose clock is that of the browser', () => {
    const time = Date.UTC(2026, 10, 24, 18, 45);
    expect(formatZoned(time, own, 'en-GB', MINUTE)).to.equal(formatTime(time, own, 'en-GB', MINUTE));
    const ticks = timeTicks({ from: time - HOUR, to: time + HOUR }, 5, own);
    for (const { context = '' } of tickLabels(ticks, own, 'en-GB')) expect(context).to.not.contain('GMT');
  });
});
