import { clockOptions, DATE } from './date-options.js';
import { DAY, HOUR, MINUTE, SECOND } from '../time/duration.js';
import { dateFormat } from './format.js';

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
