import type { MetricsRule } from './metrics-parse-error.js';
import type { MetricType } from './metric-types.js';
import { ROLE } from './metric-types.js';

/** The rule that a sample's value breaks by itself, or `null`. */
export function brokenByValue(type: MetricType, role: number, value: number): MetricsRule | null {
  switch (role) {
    case ROLE.total:
    case ROLE.bareTotal:
      return value >= 0 ? null : 'counter-value';
    case ROLE.created:
      return Number.isFinite(value) ? null : 'created-value';
    case ROLE.count:
    case ROLE.bucket:
      return value >= 0 && Number.isInteger(value) ? null : 'count-value';
    case ROLE.sum:
      return value >= 0 || (type === 'gaugehistogram' && value < 0) ? null : 'sum-value';
    case ROLE.info:
      return value === 1 ? null : 'info-value';
    case ROLE.state:
      return value === 0 || value === 1 ? null : 'state-value';
    case ROLE.quantile:
      return value < 0 ? 'quantile-value' : null;
    default:
      return null;
  }
}
