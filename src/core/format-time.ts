import { DAY, HOUR, MINUTE, SECOND } from './duration.js';
import { dateFormat } from './format.js';
import type { TimeRange } from './range.js';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DATE = { day: 'numeric', month: 'short' } as const;

/** Seconds and their parts show where a step is shorter than a minute. */
function clockOptions(step: number): Intl.DateTimeFormatOptions {
  if (step >= MINUTE) return CLOCK;
  return { ...CLOCK, second: '2-digit', ...(step < SECOND && { fractionalSecondDigits: 3 }) };
}

/** `10:20`; `10:20:30` for steps (ms) under a minute, `10:20:30.250` under a second. */
export const formatClock = (time: number, zone: string, locale: string | undefined, step: number): string =>
  dateFormat(locale, { ...clockOptions(step), timeZone: zone }).format(time);

/** `24 Nov, 10:20:30` in the order of the locale; only the day for steps (ms) of a day and more. */
export const formatTime = (time: number, zone: string, locale: string | undefined, step: number): string =>
  dateFormat(locale, {
    ...DATE,
    ...(step >= DAY ? { year: 'numeric' } : clockOptions(step)),
    timeZone: zone,
  }).format(time);

/** `GMT+1`, `GMT+5:30`: the zone's offset at `time`. */
export function formatOffset(time: number, zone: string, locale?: string): string {
  const parts = dateFormat(locale, { timeZoneName: 'shortOffset', timeZone: zone }).formatToParts(time);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

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

const SPANS: readonly (readonly [size: number, symbol: string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
  [1, 'ms'],
];

/** A length in its two largest units: `1 h 5 min`, `23 min`, `45 s`. */
export function formatSpan(ms: number): string {
  const at = SPANS.findIndex(([size]) => size <= ms);
  if (at < 0) return '0 s';
  const [size, symbol] = SPANS[at] ?? [1, 'ms'];
  const [nextSize, nextSymbol] = SPANS[at + 1] ?? [1, ''];
  const rest = Math.floor((ms % size) / nextSize);
  return `${Math.floor(ms / size)} ${symbol}${rest > 0 ? ` ${rest} ${nextSymbol}` : ''}`;
}

/** How old something is, in one unit and whole seconds: `12 s`, `3 min`. */
export function formatAge(ms: number): string {
  const [size, symbol] = SPANS.find(([size]) => size <= ms && size > 1) ?? [SECOND, 's'];
  return `${Math.max(0, Math.floor(ms / size))} ${symbol}`;
}
