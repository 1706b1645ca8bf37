import { quoted } from './words.js';

/** The words of the panel in which a range is written or chosen by the calendar, loaded with it. */
export const RANGE_WORDS = {
  choose: 'Choose a range',
  presets: 'Presets',
  text: 'Range',
  example: '90 min, yesterday, 10:00 to 11:30',
  from: 'From',
  to: 'To',
  since: (moment: string) => `since ${moment}`,
  goesOn: (range: string) => `${range}, goes on with the clock`,
  apply: 'Apply',
  recent: 'Recently used',
  compare: 'Compare with',
  notCompared: 'Nothing',
  previous: 'The period before',
  dayBefore: 'The day before',
  weekBefore: 'The week before',
  monthBefore: 'Month before',
  nextMonth: 'Next month',
  zone: (zone: string, offset: string) => `Times of ${zone} (${offset})`,

  nothing: 'Write a range, such as 6h, yesterday or 10:00 to 11:30',
  unknown: (text: string) => `${quoted(text)} is not understood; write 6h, last 90 minutes, today or FROM to TO`,
  unknownUnit: (text: string) => `${quoted(text)} is no unit of time; write s, min, h, d or w`,
  noMonth: (text: string) =>
    `${quoted(text)} is a month, which has no length of its own; write 30d or now-1M/M, or min for minutes`,
  noUnit: (count: string) => `${quoted(count)} of what? Write s, min, h, d or w after it`,
  noDay: (text: string) => `There is no day ${quoted(text)}; write 2026-11-24`,
  noClock: (text: string) => `There is no time of day ${quoted(text)}; write 10:20 or 10:20:30`,
  noEnd: (text: string) => `The range has no end; write ${quoted(`${text} to now`)}`,
} as const;
