import { formatDuration, parseDuration } from './duration.js';
import { parseMoment } from './moment.js';
import { MAXIMUM_SPAN, MINIMUM_SPAN } from './range-moves.js';
import type { TimeRange } from './range.js';
import { WORDS } from '../words/words.js';

/** What a range was asked to be; all but an absolute one follow the clock. */
export type RangeSpec =
  /** The `duration` (ms) before now. */
  | { readonly kind: 'relative'; readonly duration: number }
  /**
   * Between two moments as text, of which one at least goes on with the clock: `now-1d/d` to `now`, `now-2h` to `now-1h`;
   * one that does not is written in UTC.
   */
  | { readonly kind: 'calendar'; readonly from: string; readonly to: string }
  | { readonly kind: 'absolute'; readonly from: number; readonly to: number };

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

const isoText = (time: number): string => new Date(time).toISOString().replace(/(?::00)?\.000Z$/, 'Z');

const YESTERDAY = 'now-1d/d';

/** From a moment, whose last slash may round it, to another one. */
const FROM_TO = /^(now[^/]*(?:\/[smhdwMy](?![^/]))?|[^/]+)(?:\/(.+))?$/;
function calendarRange(from: string, to: string, now: number, zone: string): RangeSpec {
  const span = parseMoment(to, now, zone, true) - parseMoment(from, now, zone);
  // Just after midnight, today is next to nothing, and no error.
  checkSpan(to === 'now' && from.includes('/') ? span + MINIMUM_SPAN : span);
  return { kind: 'calendar', from, to };
}

/**
 * Reads `1h`, `now-6h`, `now/d` (today so far), `now-1d/d/now-1d/d` or `yesterday` (all of it), and `FROM/TO` of two
 * moments, fixed or going on with the clock (`2026-01-01T00:00Z/now`, `now-2h/now-1h`); what people type is read by `readRangeInput`. Throws a RangeError in words for anything else, for less than
 * a second, and for an end before the beginning.
 */
export function parseRange(text: string, now: number, zone: string): RangeSpec {
  const trimmed = text.trim();
  const [, from = '', to] =
    FROM_TO.exec(trimmed === 'yesterday' ? `${YESTERDAY}/${YESTERDAY}` : trimmed)?.map((part: string | undefined) =>
      part?.trim(),
    ) ?? [];
  const goesOn = from.startsWith('now');
  if (/^now-[^/]+$/.test(from) && (to ?? 'now') === 'now') return relativeRange(from.slice(4));
  if (to?.startsWith('now') || (goesOn && `${from}${to}`.includes('/')))
    return calendarRange(goesOn ? from : isoText(parseMoment(from, now, zone)), to ?? 'now', now, zone);
  if (to !== undefined)
    return absoluteRange({ from: parseMoment(from, now, zone), to: parseMoment(to, now, zone, true) });
  if (!/^(?:P[T\d]|[\d.]+[a-z])/i.test(from)) throw new RangeError(WORDS.badRange(text));
  return relativeRange(from);
}

/** The shortest text that reads back to the same: `1h`, `now/d`, `2026-01-01T00:00Z/2026-01-02T00:00Z`. */
export function rangeText(spec: RangeSpec): string {
  if (spec.kind === 'relative') return formatDuration(spec.duration);
  if (spec.kind === 'calendar') {
    const { from, to } = spec;
    return to === 'now' && from.startsWith('now')
      ? from
      : from === YESTERDAY && to === from
        ? 'yesterday'
        : `${from}/${to}`;
  }
  return `${isoText(spec.from)}/${isoText(spec.to)}`;
}

/** The range at this moment, at least a second long, also just after midnight. */
export function resolveRange(spec: RangeSpec, now: number, zone: string): TimeRange {
  if (spec.kind === 'absolute') return { from: spec.from, to: spec.to };
  const time = Math.round(now);
  if (spec.kind === 'relative') return { from: time - spec.duration, to: time };
  const from = parseMoment(spec.from, time, zone);
  const to = parseMoment(spec.to, time, zone, true);
  return { from, to: Math.max(to, from + MINIMUM_SPAN) };
}
