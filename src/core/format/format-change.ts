import { COMPARISON_WORDS } from '../words/comparison-words.js';
import { numberFormat } from './format.js';
import { formatValue } from './format-value.js';
import type { Unit } from './unit.js';

/** From here on a change is told as a factor. */
const MANIFOLD = 10;

/** How a number is written: `signed` with its sign, where there is one. */
type Told = (amount: number, signed: boolean) => string;

/** What a change is told by, and how it is written; `null` where a value is missing. */
function measure(
  value: number,
  earlier: number,
  unit: Unit,
  locale: string | undefined,
): { readonly amount: number; readonly told: Told } | null {
  const difference = value - earlier;
  if (!Number.isFinite(difference)) return null;
  const inDigits = (amount: number, after: string): { readonly amount: number; readonly told: Told } => {
    const maximumFractionDigits = Math.abs(amount) < 10 ? 1 : 0;
    const told: Told = (number, signed) => {
      const signDisplay = signed ? 'exceptZero' : 'never';
      return `${numberFormat(locale, { signDisplay, maximumFractionDigits }).format(number)} ${after}`;
    };
    return { amount, told };
  };
  if (unit === 'ratio') return inDigits(difference * 100, COMPARISON_WORDS.points);
  if (earlier === 0 && difference !== 0) {
    const told: Told = (number, signed) => `${signed && number > 0 ? '+' : ''}${formatValue(number, unit, { locale })}`;
    return { amount: difference, told };
  }
  const factor = value / earlier;
  if (factor >= MANIFOLD) return { amount: factor, told: (number) => `×${formatValue(number, '', { locale })}` };
  return inDigits(earlier === 0 ? 0 : (difference / Math.abs(earlier)) * 100, '%');
}

/**
 * How a value differs from an earlier one: `+12 %`, `-8.5 %`, from tenfold on `×12`; of ratios in percentage points,
 * `+7 pp`. Where the earlier one is zero it is the difference itself, and '' where one is missing.
 */
export function formatChange(value: number, earlier: number, unit: Unit, locale?: string): string {
  const change = measure(value, earlier, unit, locale);
  return change ? change.told(change.amount, true) : '';
}

/** The same as a sentence: `12 % more than a day earlier, which was 8,530`; '' where there is nothing to compare. */
export function changeWords(value: number, earlier: number, unit: Unit, name: string, locale?: string): string {
  const change = measure(value, earlier, unit, locale);
  if (!change) return '';
  const size = change.told(Math.abs(change.amount), false);
  // The digits of a language are its own: what is told as zero is told as zero is.
  if (size === change.told(0, false)) return COMPARISON_WORDS.same(name);
  const before = formatValue(earlier, unit, { locale });
  return COMPARISON_WORDS[value > earlier ? 'more' : 'less'](size, name, before);
}
