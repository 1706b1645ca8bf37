import type { CalendarDate } from '@internationalized/date';
import { CalendarDateTime, fromAbsolute, toCalendarDate, toCalendarDateTime, toZoned } from '@internationalized/date';
import { expect } from '@open-wc/testing';
import {
  comparisonShift,
  counterpart,
  DAY,
  earlierRange,
  HOUR,
  localZone,
  MINUTE,
  parseRange,
  resolveRange,
  type TimeRange,
} from '../../src/core/index.js';

// The reader is of another library, which keeps no table of offsets; the browser's own zone differs from run to run.
const CHANGES: readonly (readonly [zone: string, changes: readonly number[]])[] = [
  ['Europe/Paris', [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)]],
  ['America/New_York', [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)]],
  // By half an hour.
  ['Australia/Lord_Howe', [Date.UTC(2026, 3, 4, 15), Date.UTC(2026, 9, 3, 15, 30)]],
  // It has none, and stands half an hour beside the others.
  ['Asia/Kolkata', [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)]],
];
const STEP = 15 * MINUTE;

const read = (text: string, now: number, zone: string): TimeRange =>
  resolveRange(parseRange(text, now, zone), now, zone);
const dateAt = (time: number, zone: string): CalendarDate => toCalendarDate(fromAbsolute(time, zone));
const midnight = (date: CalendarDate, zone: string): number =>
  toZoned(new CalendarDateTime(date.year, date.month, date.day), zone, 'compatible')
    .toDate()
    .getTime();
const weekday = (time: number, zone: string): number =>
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(
    new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: zone }).format(time),
  );

/** The moment so many days earlier; where the clock jumped over that time of day then, `null`. */
function daysEarlier(time: number, days: number, zone: string): number | null {
  const wall = toCalendarDateTime(fromAbsolute(time, zone)).subtract({ days });
  const moment = toZoned(wall, zone, 'compatible').toDate().getTime();
  return toCalendarDateTime(fromAbsolute(moment, zone)).compare(wall) === 0 ? moment : null;
}

/** Moments from two days before a change to nine days after it, so that a week earlier meets it too. */
function* around(change: number): Generator<number> {
  for (let time = change - 2 * DAY; time <= change + 9 * DAY; time += STEP) {
    yield time;
    // The very edges, too.
    if (Math.abs(time - change) <= HOUR || (time - change) % DAY === 0) yield time - 1;
  }
}

for (const [zone, changes] of CHANGES) {
  describe(`days and weeks in ${zone}, with the browser in ${localZone()}`, () => {
    it('change the clock where the test says', () => {
      for (const change of changes) {
        const [before, after] = [change - 1, change].map((time) => fromAbsolute(time, zone).offset);
        expect(before === after).to.equal(zone === 'Asia/Kolkata');
      }
    });

    for (const [nth, change] of changes.entries()) {
      it(`begin and end at the midnights of the zone, around the ${nth ? 'second' : 'first'} change`, () => {
        const wrong: string[] = [];
        for (const now of around(change)) {
          const today = midnight(dateAt(now, zone), zone);
          const yesterday = midnight(dateAt(now, zone).subtract({ days: 1 }), zone);
          const monday = midnight(dateAt(now, zone).subtract({ days: weekday(now, zone) }), zone);
          const before = midnight(dateAt(now, zone).subtract({ days: weekday(now, zone) + 7 }), zone);
          const said: [string, TimeRange][] = [
            ['now/d', { from: today, to: Math.max(now, today + 1000) }],
            ['yesterday', { from: yesterday, to: today }],
            ['now/w', { from: monday, to: Math.max(now, monday + 1000) }],
            ['now-1w/w/now-1w/w', { from: before, to: monday }],
          ];
          for (const [text, { from, to }] of said) {
            const range = read(text, now, zone);
            if (range.from !== from || range.to !== to)
              wrong.push(`${text} at ${new Date(now).toISOString()}: ${new Date(range.from).toISOString()}`);
          }
        }
        expect(wrong).to.deep.equal([]);
      });

      it(`are compared with the same times of day, around the ${nth ? 'second' : 'first'} change`, () => {
        const wrong: string[] = [];
        for (const now of around(change)) {
          for (const [compare, days] of [
            ['1d', 1],
            ['1w', 7],
          ] as const) {
            for (const text of ['now/d', 'yesterday', 'now/w', '1h', '6h']) {
              const range = read(text, now, zone);
              const shift = comparisonShift(compare, range, zone);
              const { from, to } = earlierRange(range, shift, zone);
              const edges = [range.from, range.to].map((edge) => daysEarlier(edge, days, zone) ?? change);
              const [start = NaN, end = NaN] = edges;
              // Of an hour that comes twice, its end may have come before its begin then.
              const fits = end > start ? from === start && to === end : to - from === range.to - range.from;
              if (!fits) wrong.push(`${text} ${compare} at ${new Date(now).toISOString()}`);
            }
            const other = counterpart(now, { days, ms: 0 }, zone);
            if (other !== (daysEarlier(now, days, zone) ?? NaN) && !Number.isNaN(other))
              wrong.push(`${compare} of ${new Date(now).toISOString()}`);
            if (Number.isNaN(other) !== (daysEarlier(now, days, zone) === null))
              wrong.push(`${compare} of ${new Date(now).toISOString()}, which was left out`);
          }
        }
        expect(wrong.slice(0, 20)).to.deep.equal([]);
      });
    }
  });
}
