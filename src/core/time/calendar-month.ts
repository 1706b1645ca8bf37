import { DAY, SECOND } from './duration.js';
import { dateFormat } from '../format/format.js';
import { firstWeekday } from '../format/format-week.js';
import { isoOffset } from '../format/format-iso.js';
import { fromLocal, zoneOffset } from './zone.js';

/** Days are counted from 1 January 1970, as the clock of the zone shows them: no day is longer than another. */
export type CalendarDay = number;

/** The day that the clock of `zone` shows at `time` (ms). */
export const dayAt = (time: number, zone: string): CalendarDay => Math.floor((time + zoneOffset(time, zone)) / DAY);

/** The first moment (ms) of a day in `zone`. */
export const startOfDay = (day: CalendarDay, zone: string): number => fromLocal(day * DAY, zone);

const partsOf = (day: CalendarDay): readonly [year: number, month: number, date: number] => {
  const date = new Date(day * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
};

/** The same day of another month, or the last one where that is shorter. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const [year, month, date] = partsOf(day);
  const last = new Date(Date.UTC(year, month + count + 1, 0)).getUTCDate();
  return Date.UTC(year, month + count, Math.min(date, last)) / DAY;
}

/** Its number within the month. */
export const dateOf = (day: CalendarDay): number => partsOf(day)[2];

/** The first day of its month. */
export const firstOfMonth = (day: CalendarDay): CalendarDay => day - dateOf(day) + 1;

/** How far a day is from the first of its week, 0 to 6. */
export function dayOfWeek(day: CalendarDay, locale: string | undefined): number {
  // Day 0 was a Thursday.
  return (((day + 4 - firstWeekday(locale)) % 7) + 7) % 7;
}

/** The weeks that the month of `day` touches, each of seven days. */
export function weeksOf(day: CalendarDay, locale: string | undefined): readonly (readonly CalendarDay[])[] {
  const first = firstOfMonth(day);
  const last = addMonths(first, 1) - 1;
  const weeks: CalendarDay[][] = [];
  for (let start = first - dayOfWeek(first, locale); start <= last; start += 7)
    weeks.push(Array.from({ length: 7 }, (_, nth) => start + nth));
  return weeks;
}

/** A day, its month or its weekday in the words of a language. */
export const formatDay = (
  day: CalendarDay,
  locale: string | undefined,
  options: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>,
): string => dateFormat(locale, { ...options, timeZone: 'UTC' }).format(day * DAY);

/**
 * A moment as it can be edited: `2026-11-24 10:20:00`, local to `zone`, with the offset where the clock shows that time
 * twice and this is the second.
 */
export function formatEditable(time: number, zone: string): string {
  const offset = zoneOffset(time, zone);
  const wall = time + offset;
  const [date = '', clock = ''] = new Date(wall).toISOString().split('T');
  const text = `${date} ${clock.slice(0, time % SECOND === 0 ? 8 : 12)}`;
  if (fromLocal(wall, zone) === time) return text;
  return text + isoOffset(offset);
}
