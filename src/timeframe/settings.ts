import {
  absoluteRange,
  formatDuration,
  isTime,
  LAST_TIME,
  localZone,
  parseDuration,
  parseMoment,
  parseRange,
  PREVIOUS,
  WORDS,
  printable,
  zoneOffset,
  type RangeSpec,
  type TimeRange,
} from '../core/index.js';
import { LIVE } from './refresh-plan.js';
import type { ReplicaChoice, TimeframeState } from './state.js';

/** What attributes and properties say: text as an attribute has it, or the value itself; `null` for the default. */
export interface Settings {
  readonly range: string | TimeRange | null;
  /** Together they win over `range`. */
  readonly from: string | number | Date | null;
  readonly to: string | number | Date | null;
  /** A duration or ms, `auto` or `live`; `off` and `null` for no automatic refresh. */
  readonly refresh: string | number | null;
  /** Names, in text with commas or spaces between and with `!` before them for all others; `all` and `null` for all. */
  readonly replicas: string | ReplicaChoice;
  /** Name of the view that is shown; the first one for nothing. */
  readonly view: string | null;
  /** How much earlier the range is that all is compared with, or `previous`; `off` and `null` for nothing. */
  readonly compare: string | null;
  readonly timezone: string | null;
  readonly locale: string | null;
}

type Setting<Name extends keyof Settings> = Settings[Name] | undefined;

const USUAL_RANGE = '1h';
/** Shortest interval of automatic refresh, ms. */
const SHORTEST_REFRESH = 1_000;

/** ms; NaN where it is none. */
function durationOf(value: string): number {
  try {
    return parseDuration(value);
  } catch {
    return NaN;
  }
}

/** `off`, `auto`, `live`, or the shortest text of a duration. Throws a RangeError in words. */
export function readRefresh(value: Setting<'refresh'>): string {
  if (value === null || value === undefined || value === '' || value === 'off') return 'off';
  if (value === 'auto' || value === LIVE) return value;
  const interval = typeof value === 'number' ? value : durationOf(printable(value));
  if (!(interval >= SHORTEST_REFRESH && interval < LAST_TIME)) throw new RangeError(WORDS.badRefresh(printable(value)));
  return formatDuration(Math.round(interval));
}

/** Which are shown, or left out, by name; both are `null` for all. Throws a RangeError in words. */
export function readReplicas(value: Setting<'replicas'>): Pick<TimeframeState, 'replicas' | 'except'> {
  let names: unknown = !value || value === 'all' ? [] : value;
  let but = false;
  if (typeof names === 'string') {
    but = /^\s*!/.test(names);
    names = names.split(but ? /[\s,!]+/ : /[\s,]+/);
  } else if (isExcept(names)) {
    but = true;
    names = names.except;
  }
  if (!Array.isArray(names)) throw new RangeError(WORDS.badReplicas(printable(names)));
  const unique = [...new Set(names.map(printable))].filter(Boolean);
  const chosen = unique.length > 0 ? unique : null;
  return but ? { replicas: null, except: chosen } : { replicas: chosen, except: null };
}

/** The choice of replicas as a page writes it: names, all but some, or `null` for all. */
export const choiceOf = ({ replicas, except }: Pick<TimeframeState, 'replicas' | 'except'>): ReplicaChoice =>
  except ? { except } : replicas;

/** Whether a value has the form of all replicas but some; what `except` holds is yet to be checked. */
export const isExcept = (value: unknown): value is { readonly except: unknown } =>
  typeof value === 'object' && value !== null && 'except' in value;

/** '' for no comparison. Throws a RangeError in words. */
export function readCompare(value: Setting<'compare'>): string {
  const compare = printable(value || 'off').trim();
  if (compare === 'off') return '';
  if (compare !== PREVIOUS) parseDuration(compare);
  return compare;
}

/** An IANA name; the browser's own for nothing. Throws a RangeError in words. */
export function readZone(value: Setting<'timezone'>): string {
  const zone = value || localZone();
  zoneOffset(0, zone);
  return zone;
}

/** A BCP 47 tag; `undefined`, the browser's own, for nothing. Throws a RangeError in words. */
export function readLocale(value: Setting<'locale'>): string | undefined {
  if (!value) return undefined;
  try {
    Intl.getCanonicalLocales(value);
  } catch {
    throw new RangeError(WORDS.badLocale(printable(value)));
  }
  return value;
}

type Moment = TimeRange['from'] | Settings['from'] | undefined;
const isGiven = (value: Moment): boolean => value !== null && value !== undefined && value !== '';

/** Those of the settings that name the range: `from`, until now where `to` is not given, else `range`. */
export const rangeSettings = ({ range = null, from = null, to = null }: Partial<Settings>): Partial<Settings> =>
  isGiven(from) || isGiven(to) ? { from: from ?? '', to: isGiven(to) ? to : 'now' } : { range };

const followsClock = (value: Moment): boolean => typeof value === 'string' && value.trim().startsWith('now');

/** One with an end such as `now-15m` goes on with the clock. Throws a RangeError in words. */
export function readRange(settings: Partial<Settings>, now: number, zone: string): RangeSpec {
  const { range, from, to } = rangeSettings(settings);
  const moment = (value: Moment): number => {
    const time = typeof value === 'string' ? parseMoment(value, now, zone) : Number(value);
    if (!isTime(time)) throw new RangeError(WORDS.badMoment(String(value)));
    return time;
  };
  const textOf = (value: Moment): string =>
    typeof value === 'string' ? printable(value) : new Date(moment(value)).toISOString();
  const absolute = (ends: { readonly from: Moment; readonly to: Moment }): RangeSpec =>
    absoluteRange({ from: moment(ends.from), to: moment(ends.to) });
  if (isGiven(to))
    return [from, to].some(followsClock)
      ? parseRange(`${textOf(from)}/${textOf(to)}`, now, zone)
      : absolute({ from, to });
  return range && typeof range === 'object' ? absolute(range) : parseRange(printable(range || USUAL_RANGE), now, zone);
}
