import { DAY, HOUR, MINUTE, SECOND } from './duration.js';
import type { TimeRange } from './range.js';
import type { Unit } from './unit.js';
import { WORDS } from './words.js';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const locales = new Map<string, string | undefined>();

/** The tag itself, or `undefined` (the browser's) for one that `Intl` would refuse, such as `en-US@posix`. */
function safeLocale(locale: string | undefined): string | undefined {
  if (locale === undefined || locales.has(locale)) return locale && locales.get(locale);
  let safe: string | undefined;
  try {
    safe = Intl.getCanonicalLocales(locale)[0];
  } catch {
    safe = undefined;
  }
  locales.set(locale, safe);
  return safe;
}

function cached<Options, Format>(
  formats: Map<string, Format>,
  make: (locale: string | undefined, options: Options) => Format,
): (locale: string | undefined, options: Options) => Format {
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const format = formats.get(key) ?? make(safeLocale(locale), options);
    formats.set(key, format);
    return format;
  };
}

/** The one place where number formatters are made; equal arguments give the same one. */
export const numberFormat = cached(
  numberFormats,
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** The one place where date formatters are made. Throws a RangeError where `timeZone` is unknown. */
export const dateFormat = cached(
  dateFormats,
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

type Scale = readonly [size: number, symbol: string];
/** Largest first. */
const SI: readonly Scale[] = ['', 'k', 'M', 'G', 'T'].map((symbol, power): Scale => [1000 ** power, symbol]).reverse();
const SCALES: ReadonlyMap<Unit, readonly Scale[]> = new Map<Unit, readonly Scale[]>([
  ['seconds', ['s', 'ms', 'µs'].map((symbol, power): Scale => [1000 ** -power, symbol])],
  ['bytes', ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'].map((symbol, power): Scale => [1024 ** power, symbol]).reverse()],
  ['ratio', [[0.01, '%']]],
]);
/** Units that stand in the title or the axis: `1.2 k`, not `1.2 k requests`. */
const COUNTED = new Set<Unit>(['requests', 'replicas', 'tokens']);

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** The largest scale that `value` reaches; zero takes the plain unit. */
function scaleOf(value: number, unit: Unit): Scale {
  const scales = SCALES.get(unit) ?? SI;
  const size = Math.abs(Number(value.toPrecision(3))) || 1;
  return scales.find((scale) => scale[0] <= size) ?? scales.at(-1) ?? [1, ''];
}

export interface ValueOptions {
  readonly locale?: string | undefined;
  /** Takes scale and digits from this value instead, so that values side by side compare. */
  readonly precisionOf?: number;
}

/** A value in three digits, and its unit: `850` `ms`, `1.2` `k`, `37` `%`. Missing is a dash. */
export function valueParts(value: number, unit: Unit, options: ValueOptions = {}): { text: string; unit: string } {
  if (Number.isNaN(value)) return { text: WORDS.missing, unit: '' };
  const like = options.precisionOf ?? value;
  const [size, symbol] = scaleOf(like, unit);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(like / size) || 1)));
  const format = numberFormat(options.locale, { maximumFractionDigits: Math.min(digits, 20) });
  const plain = SCALES.has(unit) || COUNTED.has(unit);
  return { text: format.format(value / size), unit: plain ? symbol : join(symbol, unit) };
}

/** The same in one text: `850 ms`, `1.5 s`, `24 GiB`, `1.2 k`. */
export function formatValue(value: number, unit: Unit, options: ValueOptions = {}): string {
  const parts = valueParts(value, unit, options);
  return join(parts.text, parts.unit);
}

/** A count in full: `9,593`; means keep two digits while they are small. */
export function formatCount(value: number, locale?: string): string {
  if (Number.isNaN(value)) return WORDS.missing;
  return numberFormat(locale, { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 }).format(value);
}

/** Labels of one axis in one precision, and their unit once: `ms`, `GiB`, `%`, `k requests`. */
export function axisLabels(
  ticks: readonly number[],
  unit: Unit,
  locale?: string,
): { readonly labels: string[]; readonly unitLabel: string } {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  // Counts stay in full up to 9,999: `200 … 1,000` reads better than `0.2 k … 1 k`.
  const [size, symbol] = scaleOf(SCALES.has(unit) ? largest : largest / 10, unit);
  const exact = (digits: number): boolean =>
    ticks.every((tick) => {
      const scaled = (tick / size) * 10 ** digits;
      return Math.abs(scaled - Math.round(scaled)) <= 1e-6 * Math.max(1, Math.abs(scaled));
    });
  let digits = 0;
  while (digits < 15 && !exact(digits)) digits += 1;
  const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    labels: ticks.map((tick) => format.format(tick / size)),
    unitLabel: SCALES.has(unit) ? symbol : join(symbol, unit),
  };
}

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

/** `24 Nov, 10:20 – 10:43 (23 min)`. */
export function formatRange({ from, to }: TimeRange, zone: string, locale?: string): string {
  const whole = from % MINUTE === 0 && to % MINUTE === 0;
  const step = whole || to - from >= HOUR ? MINUTE : SECOND;
  const format = dateFormat(locale, { ...DATE, ...clockOptions(step), timeZone: zone });
  return `${format.formatRange(from, to)} (${formatSpan(to - from)})`;
}

const SPANS: readonly Scale[] = [
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
  return join(`${Math.floor(ms / size)} ${symbol}`, rest > 0 ? `${rest} ${nextSymbol}` : '');
}

/** How old something is, in one unit and whole seconds: `12 s`, `3 min`. */
export function formatAge(ms: number): string {
  const [size, symbol] = SPANS.find(([size]) => size <= ms && size > 1) ?? [SECOND, 's'];
  return `${Math.max(0, Math.floor(ms / size))} ${symbol}`;
}
