import { parseDuration } from './duration.js';
import { WORDS } from '../words/words.js';
import { fromLocal, startOf, TIME_UNITS } from './zone.js';

/** `now`, whole units back or forth, and that unit, in which the moment lies. */
const ROUNDED = /^now(?:([+-]\d+)([smhdwMy])(?=\/\2))?\/([smhdwMy])$/;

/**
 * A moment in ms: `now`, `now-6h`, `now-1d/d` (the start of yesterday; as an `end`, the end of it), or ISO 8601, which
 * is local to `zone` where it carries no offset of its own. Throws a RangeError in words.
 */
export function parseMoment(text: string, now: number, zone: string, end = false): number {
  const trimmed = text.trim();
  const [, shift = 0, , letter = ''] = ROUNDED.exec(trimmed) ?? [];
  const unit = TIME_UNITS.find((one) => one === letter);
  if (unit) return startOf(now, unit, zone, Number(shift) + Number(end));
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
