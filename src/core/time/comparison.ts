import { COMPARISON_WORDS } from '../words/comparison-words.js';
import { DAY, parseDuration } from './duration.js';
import { formatSpan } from '../format/format-time.js';
import { PREVIOUS } from './previous.js';
import type { TimeRange } from './range.js';
import { MAXIMUM_SPAN } from './range-moves.js';
import { fromLocal, nextChange, zoneOffset } from './zone.js';

/** How much earlier: days by a zone's calendar, then ms. */
export interface CalendarShift {
  readonly days: number;
  readonly ms: number;
}

const LEADING_DAYS = /^(?:\d+[wd])*/;

/**
 * Of `1d`, `1w`, `6h`, `1d12h`, `P1DT12H`: whole weeks and days at its beginning are days of the calendar. Reads what
 * `parseDuration` does, and throws as it does.
 */
function readShift(compare: string): CalendarShift {
  parseDuration(compare);
  const text = compare.trim().toLowerCase().replace(/[pt]/g, '');
  const [lead = ''] = LEADING_DAYS.exec(text) ?? [];
  const rest = text.slice(lead.length);
  const days = lead ? Math.round(parseDuration(lead) / DAY) : 0;
  const ms = rest ? parseDuration(rest) : 0;
  // Calendars know no end, dates do.
  return { days: Math.min(days, MAXIMUM_SPAN / DAY), ms: Math.min(ms, MAXIMUM_SPAN) };
}

/**
 * How much earlier a range is compared with. `previous` is as long as the range: in days of the calendar where it is a
 * whole number of these by the zone's clock. Throws a RangeError in words where `compare` is neither that nor a duration.
 */
export function comparisonShift(compare: string, { from, to }: TimeRange, zone: string): CalendarShift {
  if (compare !== PREVIOUS) return readShift(compare);
  const days = (to + zoneOffset(to, zone) - from - zoneOffset(from, zone)) / DAY;
  return Number.isInteger(days) && days > 0 ? { days, ms: 0 } : { days: 0, ms: to - from };
}

/** The moment (ms) so much earlier, or later for `back`: days keep the time of day, whatever their hours. */
export const shiftMoment = (time: number, { days, ms }: CalendarShift, zone: string, back = false): number => {
  const sign = back ? 1 : -1;
  return (days ? fromLocal(time + zoneOffset(time, zone) + sign * days * DAY, zone) : time) + sign * ms;
};

/** The same, `NaN` for a time of day that the clock jumped over then. */
export function counterpart(time: number, shift: CalendarShift, zone: string): number {
  const { days, ms } = shift;
  const moment = shiftMoment(time, shift, zone);
  if (!days) return moment;
  const wall = (at: number): number => at + zoneOffset(at, zone);
  return wall(moment + ms) === wall(time) - days * DAY ? moment : NaN;
}

/** The counterpart; of a time of day that the clock jumped over then, the jump. */
function shiftEdge(time: number, shift: CalendarShift, zone: string): number {
  const moment = counterpart(time, shift, zone);
  if (!Number.isNaN(moment)) return moment;
  const behind = shiftMoment(time, shift, zone) + shift.ms;
  // No clock jumps further than a day.
  return nextChange(behind - DAY, behind, zone) - shift.ms;
}

/** The range that one is compared with; `null` where the clock jumped over all of it then. */
export function earlierSpan({ from, to }: TimeRange, shift: CalendarShift, zone: string): TimeRange | null {
  const start = shiftEdge(from, shift, zone);
  const end = shiftEdge(to, shift, zone);
  return end > start ? { from: start, to: end } : null;
}

/** The same, and one of the same length behind the jump where there is none. */
export function earlierRange(range: TimeRange, shift: CalendarShift, zone: string): TimeRange {
  const span = earlierSpan(range, shift, zone);
  if (span) return span;
  const start = shiftMoment(range.from, shift, zone);
  return { from: start, to: start + range.to - range.from };
}

/** What a range is compared with, in words: `a day earlier`, `6 h earlier`. */
export function comparisonName(compare: string): string {
  if (compare === PREVIOUS) return COMPARISON_WORDS.previous;
  const { days, ms } = readShift(compare);
  if (ms === 0 && days === 1) return COMPARISON_WORDS.day;
  if (ms === 0 && days === 7) return COMPARISON_WORDS.week;
  const parts = [days > 0 ? COMPARISON_WORDS.days(days) : '', ms > 0 ? formatSpan(ms) : ''];
  return COMPARISON_WORDS.earlier(parts.filter(Boolean).join(' '));
}
