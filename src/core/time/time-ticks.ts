import { DAY, HOUR, MINUTE, SECOND } from './duration.js';
import { dateFormat } from '../format/format.js';
import { formatClock, formatOffset } from '../format/format-time.js';
import type { TimeRange } from './range.js';
import { fromLocal, isLocalTime, nextChange, zoneOffset } from './zone.js';

export type TickUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

export interface TimeTicks {
  /** Ascending moments (ms) within the range. */
  readonly times: readonly number[];
  readonly unit: TickUnit;
  /** How far they usually are apart, ms. */
  readonly step: number;
}

const LADDER: readonly (readonly [unit: TickUnit, length: number, counts: readonly number[]])[] = [
  ['millisecond', 1, [1, 2, 5, 10, 20, 50, 100, 200, 500]],
  ['second', SECOND, [1, 2, 5, 10, 15, 30]],
  ['minute', MINUTE, [1, 2, 5, 10, 15, 30]],
  ['hour', HOUR, [1, 2, 3, 6, 12]],
  ['day', DAY, [1, 2, 7]],
  ['month', 30 * DAY, [1, 3, 6]],
  ['year', 365 * DAY, [1, 2, 5, 10, 20, 50, 100, 200]],
];

/** Moments whose local clock shows a multiple of `step` since midnight: in a repeated hour, both times. */
function clockTicks({ from, to }: TimeRange, step: number, zone: string): number[] {
  const times: number[] = [];
  for (let start = from; start < to;) {
    const offset = zoneOffset(start, zone);
    const end = nextChange(start, to, zone);
    for (let time = Math.ceil((start + offset) / step) * step - offset; time < end; time += step) {
      const last = times.at(-1);
      // After a repeated hour the next multiple may come too soon for a wide step.
      if (last === undefined || time - last > step / 2) times.push(time);
    }
    start = end;
  }
  return times;
}

/** Local midnights of every `count`th day (of every 7th: Mondays), month or year. */
function calendarTicks({ from, to }: TimeRange, unit: TickUnit, count: number, zone: string): number[] {
  const wall = new Date(from + zoneOffset(from, zone));
  const days = unit === 'day';
  const every = unit === 'year' ? 12 * count : count;
  const phase = days && count === 7 ? 4 : 0;
  // Days since 1970, or months since year 0.
  const first = days ? Math.floor(wall.getTime() / DAY) : wall.getUTCFullYear() * 12 + wall.getUTCMonth();
  const times: number[] = [];
  for (let index = Math.floor((first - phase) / every) * every + phase; ; index += every) {
    const time = fromLocal(days ? index * DAY : Date.UTC(1970, index - 1970 * 12), zone);
    if (!(time < to)) return times;
    // A day that a zone jumps over begins when the next one does.
    if (time >= from && time !== times.at(-1)) times.push(time);
  }
}

/**
 * At most `maxCount` (1 or more) round local times within the range, on the finest step for which that holds; none
 * over more centuries than a range may have.
 */
export function timeTicks(range: TimeRange, maxCount: number, zone: string): TimeTicks {
  for (const [unit, length, counts] of LADDER) {
    for (const count of counts) {
      const step = count * length;
      // A clock change or a short month hides three ticks at most.
      if ((range.to - range.from) / step - 3 > maxCount) continue;
      const times = length < DAY ? clockTicks(range, step, zone) : calendarTicks(range, unit, count, zone);
      if (times.length <= maxCount) return { times, unit, step };
    }
  }
  return { times: [], unit: 'year', step: DAY };
}

export interface TickLabel {
  readonly text: string;
  /** The coarser unit for a second line: at the first tick, and wherever it changes. */
  readonly context?: string;
}

/**
 * The finest unit at each tick, the day (of days the month, of months the year) where it begins to hold. Where the
 * clock changes between two ticks, or shows an hour again, the offset stands there too, so that no label means two times;
 * and at the first where the browser's own clock shows another time.
 */
export function tickLabels(ticks: TimeTicks, zone: string, locale?: string): TickLabel[] {
  const { times, unit, step } = ticks;
  const format = (options: Intl.DateTimeFormatOptions) => (time: number) =>
    dateFormat(locale, { ...options, timeZone: zone }).format(time);
  const yearOf = format({ year: 'numeric' });
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  const offset = zoneOffset(first, zone);
  const clear = times.every((time) => zoneOffset(time, zone) === offset && fromLocal(time + offset, zone) === time);
  const oneYear = yearOf(first) === yearOf(last);

  let text = (time: number): string => formatClock(time, zone, locale, step);
  let contexts = [format({ day: 'numeric', month: 'short', ...(!oneYear && { year: 'numeric' }) })];
  if (unit === 'day') {
    text = format({ day: 'numeric' });
    contexts = [format({ month: 'short', year: 'numeric' })];
  } else if (unit === 'month') {
    text = format({ month: 'short' });
    contexts = [yearOf];
  } else if (unit === 'year') {
    text = yearOf;
    contexts = [];
  } else if (!clear || !isLocalTime(first, zone)) {
    contexts.push((time) => formatOffset(time, zone, locale));
  }

  const before: string[] = [];
  return times.map((time) => {
    const changed = contexts.map((context, index) => {
      const now = context(time);
      if (before[index] === now) return '';
      before[index] = now;
      return now;
    });
    const context = changed.filter(Boolean).join(' ');
    return { text: text(time), ...(context && { context }) };
  });
}
