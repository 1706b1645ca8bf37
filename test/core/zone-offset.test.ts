import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { TimeUnit } from '../../src/core/index.js';
import { fromLocal, HOUR, localZone, nextChange, startOf, TIME_UNITS, zoneOffset } from '../../src/core/index.js';

const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const moments = fc.integer({ min: Date.UTC(1972, 0), max: Date.UTC(2037, 0) });

/** What `Intl` says, asked in another way than the table asks it. */
function byIntl(time: number, zone: string): number {
  const shown = new Date(time).toLocaleString('sv-SE', { timeZone: zone, hourCycle: 'h23' });
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(time / 1000) * 1000;
}

describe('the offset of a zone', () => {
  it('is what Intl says, at any moment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moments, (zone, time) => zoneOffset(time, zone) === byIntl(time, zone)),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('changes in the very millisecond', () => {
    const changes: [string, number, number, number][] = [
      ['Europe/Paris', Date.UTC(2026, 2, 29, 1), 1, 2],
      ['Europe/Paris', Date.UTC(2026, 9, 25, 1), 2, 1],
      ['America/New_York', Date.UTC(2026, 2, 8, 7), -5, -4],
      ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15), 11, 10.5],
      ['Pacific/Apia', Date.UTC(2011, 11, 30, 10), -10, 14],
    ];
    for (const [zone, at, before, after] of changes) {
      expect(zoneOffset(at - 1, zone), zone).to.equal(before * HOUR);
      expect(zoneOffset(at, zone), zone).to.equal(after * HOUR);
      expect(nextChange(at - 100 * HOUR, at + HOUR, zone), zone).to.equal(at);
      expect(nextChange(at, at + HOUR, zone), zone).to.equal(at + HOUR);
    }
  });

  it('is refused for a zone that does not exist, in words', () => {
    expect(() => zoneOffset(0, 'Mars/Olympus')).to.throw(
      RangeError,
      '"Mars/Olympus" is not a time zone; write an IANA name',
    );
  });

  it('is known for the browser', () => {
    expect(zoneOffset(0, localZone())).to.equal(byIntl(0, localZone()));
  });
});

describe('local time', () => {
  it('reads back to the moment that shows it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moments, (zone, time) => {
        const wall = time + zoneOffset(time, zone);
        const read = fromLocal(wall, zone);
        expect(read + zoneOffset(read, zone)).to.equal(wall);
        expect(read).to.be.at.most(time);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('is the first of two where the clock goes back', () => {
    expect(fromLocal(Date.UTC(2026, 9, 25, 2, 30), 'Europe/Paris')).to.equal(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('goes on by the old offset where the clock jumps', () => {
    expect(fromLocal(Date.UTC(2026, 2, 29, 2, 30), 'Europe/Paris')).to.equal(Date.UTC(2026, 2, 29, 1, 30));
    expect(fromLocal(Date.UTC(2026, 2, 8), 'America/Havana')).to.equal(Date.UTC(2026, 2, 8, 5));
  });
});

describe('the start of a unit', () => {
  const cases: [string, TimeUnit, number, number][] = [
    ['UTC', 's', Date.UTC(2026, 0, 1, 1, 2, 3, 400), Date.UTC(2026, 0, 1, 1, 2, 3)],
    ['Asia/Kathmandu', 'h', Date.UTC(2026, 0, 1, 1, 20), Date.UTC(2026, 0, 1, 1, 15)],
    ['Europe/Paris', 'd', Date.UTC(2026, 2, 29, 12), Date.UTC(2026, 2, 28, 23)],
    ['Europe/Paris', 'w', Date.UTC(2026, 2, 29, 21, 59), Date.UTC(2026, 2, 22, 23)],
    ['Europe/Paris', 'w', Date.UTC(2026, 2, 29, 22), Date.UTC(2026, 2, 29, 22)],
    ['Europe/Paris', 'M', Date.UTC(2026, 2, 31, 23), Date.UTC(2026, 2, 31, 22)],
    ['Europe/Paris', 'y', Date.UTC(2026, 6, 1), Date.UTC(2025, 11, 31, 23)],
    // 1:40 comes twice here; the hour began before the clock went back by 30 minutes.
    ['Australia/Lord_Howe', 'h', Date.UTC(2026, 3, 4, 15, 10), Date.UTC(2026, 3, 4, 14)],
    ['America/Havana', 'd', Date.UTC(2026, 2, 8, 12), Date.UTC(2026, 2, 8, 5)],
  ];
  for (const [zone, unit, time, start] of cases) {
    it(`holds for 1${unit} in ${zone}`, () => {
      expect(startOf(time, unit, zone)).to.equal(start);
    });
  }

  it('is at or before the moment, and starts itself', () => {
    const units = fc.constantFrom(...TIME_UNITS);
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), units, moments, (zone, unit, time) => {
        const start = startOf(time, unit, zone);
        expect(start).to.be.at.most(time);
        expect(startOf(start, unit, zone)).to.equal(start);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});
