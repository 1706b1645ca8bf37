import { WORDS } from '../words/words.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Lengths of the units of time that have one, ms, by the letters that durations and moments are written with. */
export const UNIT_LENGTHS: Readonly<Record<string, number>> = {
  w: 7 * DAY,
  d: DAY,
  h: HOUR,
  m: MINUTE,
  s: SECOND,
  ms: 1,
};
const ISO = /^P((?:[\d.]+[WD])*)(?:T((?:[\d.]+[HMS])+))?$/i;
const SHORT = /^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/;

/**
 * Milliseconds of `30s`, `5m`, `1h30m`, `7d`, `2w`, `250ms`, or ISO 8601 up to weeks (`PT1H`, `P1DT12H`); a day is
 * 24 hours. Months and years have no length of their own and are refused. Throws a RangeError in words.
 */
export function parseDuration(text: string): number {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  const short = iso ? `${iso[1] ?? ''}${iso[2] ?? ''}`.toLowerCase() : trimmed;
  let sum = SHORT.test(short) ? 0 : NaN;
  for (const [, count, unit] of short.matchAll(/([\d.]+)([a-z]+)/g))
    sum += Number(count) * (UNIT_LENGTHS[unit ?? ''] ?? NaN);
  if (!Number.isFinite(sum)) throw new RangeError(WORDS.badDuration(text));
  return Math.round(sum);
}

/** The shortest exact text in one unit, days at most: `90s`, `1h`, `7d`. Takes whole milliseconds. */
export function formatDuration(ms: number): string {
  const unit = ms === 0 ? 's' : (['d', 'h', 'm', 's'].find((name) => ms % (UNIT_LENGTHS[name] ?? NaN) === 0) ?? 'ms');
  return `${ms / (UNIT_LENGTHS[unit] ?? NaN)}${unit}`;
}
