import { expect } from '@open-wc/testing';
import {
  addMonths,
  dateOf,
  DAY,
  dayAt,
  dayOfWeek,
  firstOfMonth,
  firstWeekday,
  formatDay,
  formatEditable,
  HOUR,
  startOfDay,
  weeksOf,
} from '../../src/core/index.js';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / DAY;
const PARIS = 'Europe/Paris';

describe('a day of the calendar', () => {
  it('is the one that the clock of the zone shows', () => {
    expect(dayAt(Date.UTC(2026, 10, 24, 23), PARIS)).to.equal(day(2026, 11, 25));
    expect(dayAt(Date.UTC(2026, 10, 24, 23), 'America/New_York')).to.equal(day(2026, 11, 24));
    expect(dayAt(-1, 'UTC')).to.equal(-1);
    expect(startOfDay(day(2026, 11, 25), PARIS)).to.equal(Date.UTC(2026, 10, 24, 23));
  });

  it('is its date in the month, also in a shorter one', () => {
    expect(dateOf(day(2026, 11, 25))).to.equal(25);
    expect(firstOfMonth(day(2026, 11, 25))).to.equal(day(2026, 11, 1));
    expect(addMonths(day(2026, 1, 31), 1)).to.equal(day(2026, 2, 28));
    expect(addMonths(day(2026, 1, 31), -2)).to.equal(day(2025, 11, 30));
    expect(addMonths(day(2024, 2, 29), 12)).to.equal(day(2025, 2, 28));
  });

  it('has a week that begins as the language says', () => {
    expect([firstWeekday('en-US'), firstWeekday('de'), firstWeekday('en-US@posix') > 0]).to.deep.equal([7, 1, true]);
    // 25 November 2026 is a Wednesday.
    expect([dayOfWeek(day(2026, 11, 25), 'de'), dayOfWeek(day(2026, 11, 25), 'en-US')]).to.deep.equal([2, 3]);
    expect(dayOfWeek(day(1969, 12, 29), 'de')).to.equal(0);
  });

  it('stands in the whole weeks of its month', () => {
    const weeks = weeksOf(day(2026, 11, 25), 'de');
    expect(weeks.map((week) => week.length)).to.deep.equal([7, 7, 7, 7, 7, 7]);
    expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).to.deep.equal([day(2026, 10, 26), day(2026, 12, 6)]);
    expect(weeksOf(day(2027, 2, 10), 'de')).to.have.length(4);
  });

  it('is written in the language', () => {
    const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
    expect(formatDay(day(2026, 11, 25), 'de', options)).to.equal('Mittwoch, 25. November 2026');
    expect(formatDay(day(2026, 11, 25), 'ja', options)).to.equal('2026年11月25日水曜日');
  });
});

describe('a moment that can be edited', () => {
  it('is the local time, with the parts of a second where there are some', () => {
    expect(formatEditable(Date.UTC(2026, 10, 24, 9, 20), PARIS)).to.equal('2026-11-24 10:20:00');
    expect(formatEditable(Date.UTC(2026, 10, 24, 9, 20, 1, 50), 'Asia/Kolkata')).to.equal('2026-11-24 14:50:01.050');
  });

  it('tells its offset in the second of two equal hours', () => {
    const second = Date.UTC(2026, 9, 25, 1, 30);
    expect(formatEditable(second - HOUR, PARIS)).to.equal('2026-10-25 02:30:00');
    expect(formatEditable(second, PARIS)).to.equal('2026-10-25 02:30:00+01:00');
    expect(formatEditable(Date.UTC(2026, 10, 1, 6, 30), 'America/New_York')).to.equal('2026-11-01 01:30:00-05:00');
  });
});
