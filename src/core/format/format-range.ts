import { clockOptions, DATE } from './date-options.js';
import { HOUR, MINUTE, SECOND } from '../time/duration.js';
import { formatSpan } from './format-time.js';
import { dateFormat } from './format.js';
import type { TimeRange } from '../time/range.js';

/** `24 Nov, 10:20 – 10:43 (23 min)`; with the year where not all of it is of the one of `now` (ms). */
export function formatRange({ from, to }: TimeRange, zone: string, locale?: string, now = Date.now()): string {
  const whole = from % MINUTE === 0 && to % MINUTE === 0;
  const step = whole || to - from >= HOUR ? MINUTE : SECOND;
  const options = { year: 'numeric', timeZone: zone } as const;
  const years = [from, to, now].map((time) => dateFormat(locale, options).format(time));
  const format = dateFormat(locale, {
    ...DATE,
    ...clockOptions(step),
    ...(new Set(years).size > 1 ? options : { timeZone: zone }),
  });
  return `${format.formatRange(from, to)} (${formatSpan(to - from)})`;
}
