import { numberFormat } from './format.js';
import { COUNTED, type Unit } from './unit.js';
import { WORDS } from '../words/words.js';

type Scale = readonly [size: number, symbol: string];
/** Largest first. */
const SI: readonly Scale[] = ['', 'k', 'M', 'G', 'T'].map((symbol, power): Scale => [1000 ** power, symbol]).reverse();
const SCALES: ReadonlyMap<Unit, readonly Scale[]> = new Map<Unit, readonly Scale[]>([
  ['seconds', ['s', 'ms', 'µs'].map((symbol, power): Scale => [1000 ** -power, symbol])],
  ['bytes', ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'].map((symbol, power): Scale => [1024 ** power, symbol]).reverse()],
  ['ratio', [[0.01, '%']]],
]);

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** The largest scale that `value` reaches; zero takes the plain unit. */
function scaleOf(value: number, unit: Unit): Scale {
  const scales = SCALES.get(unit) ?? SI;
  // Rounded up it may reach the next one; rounded down, as 2^30 is, it must not fall short of its own.
  const size = Math.max(Math.abs(value), Math.abs(Number(value.toPrecision(3)))) || 1;
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
  // What is counted stands in the title or the axis: `1.2 k`, not `1.2 k requests`.
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
