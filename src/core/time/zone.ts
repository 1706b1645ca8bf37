import { DAY, HOUR, MINUTE, SECOND, UNIT_LENGTHS } from './duration.js';
import { dateFormat } from '../format/format.js';
import { WORDS } from '../words/words.js';

/** Offsets are looked up by blocks of 2^29 ms (6.2 days): no zone changes its clock twice in one. */
const BLOCK = 2 ** 29;

/** Offset (ms) before and from `edge` on; without a change in the block both are the same. */
interface Block {
  readonly before: number;
  readonly edge: number;
  readonly after: number;
}

const zones = new Map<string, Map<number, Block>>();

function clockOf(zone: string): Intl.DateTimeFormat {
  try {
    return dateFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    throw new RangeError(WORDS.badZone(zone));
  }
}

/** What the zone's clock shows less UTC, asked of `Intl` (`GMT-03:30`, `GMT`): exact, and slow. */
function askOffset(time: number, clock: Intl.DateTimeFormat): number {
  const [, sign, hours, minutes, seconds] = /GMT(.)(\d+):(\d+):?(\d*)/.exec(clock.format(time)) ?? [];
  if (sign === undefined) return 0;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign === '+' ? size : -size;
}

function makeBlock(start: number, zone: string): Block {
  const clock = clockOf(zone);
  const before = askOffset(start, clock);
  const after = askOffset(start + BLOCK, clock);
  if (before === after) return { before, edge: start, after };
  let low = start;
  let edge = start + BLOCK;
  while (edge - low > 1) {
    const middle = (low + edge) / 2;
    if (askOffset(middle, clock) === before) low = middle;
    else edge = middle;
  }
  return { before, edge, after };
}

function blockOf(time: number, zone: string): Block {
  let blocks = zones.get(zone);
  if (!blocks) zones.set(zone, (blocks = new Map<number, Block>()));
  const index = Math.floor(time / BLOCK);
  let block = blocks.get(index);
  if (!block) blocks.set(index, (block = makeBlock(index * BLOCK, zone)));
  return block;
}

/** Local clock less UTC at `time`, both in ms. `zone` is an IANA name or `UTC`; throws a RangeError in words. */
export function zoneOffset(time: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const { before, edge, after } = blockOf(time, zone);
  return time < edge ? before : after;
}

/** True where the browser's own clock shows at `time` what that of a zone shows. */
export const isLocalTime = (time: number, zone: string): boolean =>
  zoneOffset(time, zone) === -new Date(time).getTimezoneOffset() * MINUTE;

/** The first moment after `from`, up to `to`, at which the offset is another than before; `to` where there is none. */
export function nextChange(from: number, to: number, zone: string): number {
  for (let start = from; start < to; start = (Math.floor(start / BLOCK) + 1) * BLOCK) {
    const { before, edge, after } = blockOf(start, zone);
    if (before !== after && edge > from && edge <= to) return edge;
  }
  return to;
}

/** The browser's own zone. */
export const localZone = (): string => dateFormat('en-US', {}).resolvedOptions().timeZone || 'UTC';

/**
 * The moment at which the zone's clock shows `wall` (local time, written as ms of UTC). Of a local time that comes
 * twice, the first; one that the clock jumps over is read with the offset before the jump, as `Temporal` does: 2:30
 * becomes 3:30, and a midnight that does not exist becomes the moment of the jump.
 */
export function fromLocal(wall: number, zone: string): number {
  // No offset is more than 14 hours, so a day to either side is safely before and after.
  const early = wall - zoneOffset(wall - DAY, zone);
  const late = wall - zoneOffset(wall + DAY, zone);
  const shows = (time: number): boolean => time + zoneOffset(time, zone) === wall;
  return shows(early) || !shows(late) ? early : late;
}

/** Second … year, by the letters that moments are written with: a small m is a minute, a capital one a month. */
export const TIME_UNITS = ['s', 'm', 'h', 'd', 'w', 'M', 'y'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** The first Monday of 1970 comes this long after its first day, ms. */
const MONDAY = 4 * DAY;

/**
 * The last start of a local second … year at or before `time`, or that of the unit `shift` units later; weeks begin on
 * Monday (ISO 8601).
 */
export function startOf(time: number, unit: TimeUnit, zone: string, shift = 0): number {
  const offset = zoneOffset(time, zone);
  const wall = time + offset;
  const length = UNIT_LENGTHS[unit];
  if (length === undefined) {
    const date = new Date(wall);
    const months = unit === 'y' ? 12 * shift - date.getUTCMonth() : shift;
    return fromLocal(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months), zone);
  }
  const first = unit === 'w' ? MONDAY : 0;
  const start = Math.floor((wall - first) / length) * length + first;
  if (length >= DAY) return fromLocal(start + shift * length, zone);
  const same = zoneOffset(start - offset, zone) === offset;
  return (same ? start - offset : fromLocal(start, zone)) + shift * length;
}
