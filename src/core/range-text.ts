import { DAY, formatDuration, parseDuration, SECOND } from './duration.js';
import type { TimeRange } from './range.js';
import { WORDS } from './words.js';
import { fromLocal, startOf } from './zone.js';

/** What a range was asked to be; a relative one follows the clock. */
export type RangeSpec =
  /** The `duration` (ms) before now; `null` is today so far, from the last local midnight. */
  | { readonly kind: 'relative'; readonly duration: number | null }
  | { readonly kind: 'absolute'; readonly from: number; readonly to: number };

/** The shortest range that is shown, ms. */
export const MINIMUM_SPAN = SECOND;
const MAXIMUM_SPAN = 36525 * DAY;

function checkSpan(span: number): void {
  if (span <= 0) throw new RangeError(WORDS.backwards);
  if (span < MINIMUM_SPAN) throw new RangeError(WORDS.tooShort);
  if (!(span <= MAXIMUM_SPAN)) throw new RangeError(WORDS.tooLong);
}

/** A fixed range in whole milliseconds. Throws a RangeError in words where it ends too early or too late. */
export function absoluteRange(range: TimeRange): RangeSpec {
  const from = Math.round(range.from);
  const to = Math.round(range.to);
  checkSpan(to - from);
  return { kind: 'absolute', from, to };
}

function relativeRange(text: string): RangeSpec {
  const duration = parseDuration(text);
  checkSpan(duration);
  return { kind: 'relative', duration };
}

/**
 * A moment in ms: `now`, `now-6h`, or ISO 8601, which is local to `zone` where it carries no offset of its own.
 * Throws a RangeError in words.
 */
export function parseMoment(text: string, now: number, zone: string): number {
  const trimmed = text.trim();
  const back = /^now(?:-(.+))?$/.exec(trimmed);
  if (back) return now - (back[1] === undefined ? 0 : parseDuration(back[1]));
  const iso = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(trimmed);
  const [, date = '', clock = 'T00:00', offset] = iso ?? [];
  const wall = Date.parse(`${date}${clock}Z`);
  // Engines read 30 February as a day in March.
  if (!iso || Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date)) {
    throw new RangeError(WORDS.badMoment(text));
  }
  return offset === undefined ? fromLocal(wall, zone) : Date.parse(`${date}${clock}${offset}`);
}

/**
 * Reads `1h`, `now-6h`, `now-6h/now`, `now/d` (today so far) and `FROM/TO` of two moments. Throws a RangeError in
 * words for anything else, for less than a second, and for an end before the beginning.
 */
export function parseRange(text: string, now: number, zone: string): RangeSpec {
  const trimmed = text.trim();
  if (/^now\/d(?:\/now)?$/.test(trimmed)) return { kind: 'relative', duration: null };
  const [from = '', to, ...rest] = trimmed.split('/');
  if (rest.length > 0 || from === '') throw new RangeError(WORDS.badRange(text));
  const following = from.startsWith('now-') && (to === undefined || to.trim() === 'now');
  if (following) return relativeRange(from.slice(4));
  if (to !== undefined) return absoluteRange({ from: parseMoment(from, now, zone), to: parseMoment(to, now, zone) });
  if (!/^(?:P[T\d]|[\d.]+[a-z])/i.test(from)) throw new RangeError(WORDS.badRange(text));
  return relativeRange(from);
}

/** The shortest text that reads back to the same: `1h`, `now/d`, `2026-01-01T00:00Z/2026-01-02T00:00Z`. */
export function rangeText(spec: RangeSpec): string {
  if (spec.kind === 'relative') return spec.duration === null ? 'now/d' : formatDuration(spec.duration);
  const iso = (time: number): string => new Date(time).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
  return `${iso(spec.from)}/${iso(spec.to)}`;
}

/** The range at this moment. Just after midnight, today is still a second long. */
export function resolveRange(spec: RangeSpec, now: number, zone: string): TimeRange {
  if (spec.kind === 'absolute') return { from: spec.from, to: spec.to };
  const to = Math.round(now);
  if (spec.duration !== null) return { from: to - spec.duration, to };
  const from = startOf(to, 'day', zone);
  return { from, to: Math.max(to, from + MINIMUM_SPAN) };
}
