import { formatCount, formatRate, formatValue, isRateUnit, metricName, STAT_WORDS } from '../../core/index.js';
import { quantileName } from '../latency-chart/latency-spec.js';
import { isDistribution, quantileOf, type StatQuestion, type StatReading } from './read-stat.js';

/** From here on a count is written shorter. */
const LARGE = 10_000_000;

export interface StatText {
  readonly value: string;
  /** `98.4 %`; empty where the number is no part of a whole. */
  readonly share: string;
}

/** A reading in words of a language. */
export function statText({ value, unit, share }: StatReading, locale: string | undefined): StatText {
  const counted = unit === 'requests' && !(value >= LARGE);
  return {
    value: counted
      ? formatCount(value, locale)
      : isRateUnit(unit)
        ? formatRate(value, locale)
        : formatValue(value, unit, { locale }),
    share: share === null ? '' : formatValue(share, 'ratio', { locale, precisionOf: share < 0.1 ? share : 0.1 }),
  };
}

/** `2XX`, `P99`, `CPU`, `TTFT P99`, `Input Tokens`. */
export function statName(question: StatQuestion): string {
  const { metric, of } = question;
  if (isDistribution(question)) {
    const quantile = quantileOf(question);
    const name = quantile === null ? of : quantileName(quantile);
    return metric === 'latency' ? name : `${STAT_WORDS.get(metric) ?? metricName(metric)} ${name}`;
  }
  if (metric === 'requests' && of) return /^[1-5]xx$/i.test(of) ? of.toUpperCase() : of;
  return STAT_WORDS.get(`${metric} ${of}`) ?? (of ? `${metricName(metric)} ${of}` : metricName(metric));
}
