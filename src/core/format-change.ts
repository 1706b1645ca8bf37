import { COMPARISON_WORDS } from './comparison-words.js';
import { numberFormat } from './format.js';
import { formatValue } from './format-value.js';
import type { Unit } from './unit.js';

/** From here on a change is told as a factor. */
const MANIFOLD = 10;

const signed = (value: number, digits: number, locale: string | undefined): string =>
  numberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: digits }).format(value);

/**
 * How a value differs from an earlier one: `+12 %`, `-8.5 %`, from tenfold on `×12`; of ratios in percentage points,
 * `+7 pp`. Where the earlier one is zero it is the difference itself, and '' where one is missing.
 */
export function formatChange(value: number, earlier: number, unit: Unit, locale?: string): string {
  const difference = value - earlier;
  if (!Number.isFinite(difference)) return '';
  if (unit === 'ratio') {
    const points = difference * 100;
    return `${signed(points, Math.abs(points) < 10 ? 1 : 0, locale)} ${COMPARISON_WORDS.points}`;
  }
  if (earlier === 0 && difference !== 0)
    return `${difference > 0 ? '+' : ''}${formatValue(difference, unit, { locale })}`;
  const factor = value / earlier;
  if (factor >= MANIFOLD) return `×${formatValue(factor, '', { locale })}`;
  const percent = earlier === 0 ? 0 : (difference / Math.abs(earlier)) * 100;
  return `${signed(percent, Math.abs(percent) < 10 ? 1 : 0, locale)} %`;
}

/** The same as a sentence: `12 % more than a day earlier, which was 8,530`; '' where there is nothing to compare. */
export function changeWords(value: number, earlier: number, unit: Unit, name: string, locale?: string): string {
  const change = formatChange(value, earlier, unit, locale);
  if (!change) return '';
  if (!/[1-9]|×/.test(change) || value === earlier) return COMPARISON_WORDS.same(name);
  const before = formatValue(earlier, unit, { locale });
  return COMPARISON_WORDS[value > earlier ? 'more' : 'less'](change.replace(/^[+\-−]/, ''), name, before);
}
