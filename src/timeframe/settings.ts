import {
  absoluteRange,
  localZone,
  parseDuration,
  parseMoment,
  parseRange,
  WORDS,
  zoneOffset,
  type RangeSpec,
  type TimeRange,
} from '../core/index.js';

/** What attributes and properties say: text as an attribute has it, or the value itself; `null` for the default. */
export interface Settings {
  readonly range: string | TimeRange | null;
  /** Together they win over `range`. */
  readonly from: string | number | Date | null;
  readonly to: string | number | Date | null;
  /** A duration or ms; `off` and `null` for no automatic refresh. */
  readonly refresh: string | number | null;
  /** Names, in text with commas or spaces between; `all` and `null` for all. */
  readonly replicas: string | readonly string[] | null;
  readonly timezone: string | null;
  readonly locale: string | null;
}

type Setting<Name extends keyof Settings> = Settings[Name] | undefined;

const USUAL_RANGE = '1h';
/** Shortest interval of automatic refresh, ms. */
const SHORTEST_REFRESH = 1_000;

/** ms; `null` for off. Throws a RangeError in words. */
export function readRefresh(value: Setting<'refresh'>): number | null {
  if (value === null || value === undefined || value === '' || value === 'off') return null;
  const interval = typeof value === 'number' ? value : parseDuration(value);
  if (!(interval >= SHORTEST_REFRESH)) throw new RangeError(WORDS.badRefresh(String(value)));
  return interval;
}

export function readReplicas(value: Setting<'replicas'>): readonly string[] | null {
  if (!value || value === 'all') return null;
  const names = typeof value === 'string' ? value.split(/[\s,]+/) : value;
  const unique = [...new Set(names)].filter((name) => name !== '');
  return unique.length > 0 ? unique : null;
}

/** An IANA name; the browser's own for nothing. Throws a RangeError in words. */
export function readZone(value: Setting<'timezone'>): string {
  const zone = value || localZone();
  zoneOffset(0, zone);
  return zone;
}

/** Throws a RangeError in words. */
export function readRange({ range, from, to }: Partial<Settings>, now: number, zone: string): RangeSpec {
  const moment = (value: string | number | Date): number =>
    typeof value === 'string' ? parseMoment(value, now, zone) : Number(value);
  if ((from || from === 0) && (to || to === 0)) return absoluteRange({ from: moment(from), to: moment(to) });
  if (range && typeof range === 'object') return absoluteRange(range);
  return parseRange(range || USUAL_RANGE, now, zone);
}
