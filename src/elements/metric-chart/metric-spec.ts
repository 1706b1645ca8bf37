import {
  besideValues,
  formatSpan,
  isRate,
  METRICS,
  metricName,
  perSecond,
  rateUnit,
  seriesKey,
  type Series,
  type SeriesFrame,
  type Unit,
} from '../../core/index.js';
import type { Mark, MarkKind, PlotSpec, Role } from '../../plot/index.js';
import { specGround } from '../chart/spec-ground.js';
import { quantileName, quantileRole } from '../latency-chart/latency-spec.js';

/** How the series are drawn. */
export type MetricType = 'lines' | 'area' | 'bars' | 'stacked';

const KINDS: Readonly<Record<MetricType, MarkKind>> = {
  lines: 'line',
  area: 'area',
  bars: 'bars',
  stacked: 'stacked-bars',
};

export const isMetricType = (text: string): text is MetricType => Object.hasOwn(KINDS, text);

export interface MetricOptions {
  readonly metric: string;
  readonly type: MetricType;
  /** In place of the one that the series have; '' leaves it to them. */
  readonly unit: string;
  /** Places of the replicas in the palette. */
  readonly slots: ReadonlyMap<string, number>;
}

/** More lines than this are named by the legend alone. */
const NAMED = 6;

/** The series of any metric, as the type says; in each of them bounds are dashed lines, and the highest of a step a line. */
export function metricSpec(frame: SeriesFrame, options: MetricOptions): PlotSpec {
  const { metric, type } = options;
  const known = METRICS.get(metric);
  const ground = specGround(frame);
  const counted: Unit = options.unit || frame.series[0]?.unit || known?.unit || '';
  const rate = isRate(metric);
  const unit = rate ? rateUnit(counted) : counted;
  const marks = frame.series.map((series, nth): Mark => {
    // What a query names only its owner knows, but for a limit.
    const beside = known || LIMITS.has(series.labels['series'] ?? '') ? besideValues(series) : null;
    return {
      kind: beside === 'bound' ? 'threshold' : beside === 'peak' ? 'line' : KINDS[type],
      key: seriesKey(series),
      label: labelOf(series, metric),
      role: beside === 'bound' ? 'limit' : roleOf(series, nth, options.slots),
      replica: Object.keys(series.labels).length === 1 ? series.labels['replica'] : undefined,
      unit,
      values: rate ? perSecond(series.values, ground.times, ground.step, frame) : series.values,
    };
  });
  return {
    ...ground,
    marks,
    // A table and CSV say it with each name: the frames have counts.
    ...(rate && { columns: marks.map((mark) => ({ ...mark, label: `${mark.label} (${unit})` })) }),
    y: {
      unit,
      ...(known?.joining === 'sum' && !rate && ground.step > 0 && { per: formatSpan(ground.step) }),
      // The values of a metric that nobody knows may lie far from zero, and below it.
      ...((known || type !== 'lines') && { min: 0 }),
      ...(unit === 'ratio' && { max: 1 }),
    },
    named: marks.length > 1 && marks.length <= NAMED,
  };
}

const LIMITS = new Set(['limit', 'maximum']);

function labelOf({ labels, name }: Series, metric: string): string {
  const quantile = quantileIn(labels);
  if (quantile !== null) return quantileName(quantile);
  const parts = Object.values(labels).filter(Boolean);
  return parts.join(' ') || (name && name !== metric ? name : metricName(metric));
}

function roleOf({ labels }: Series, nth: number, slots: ReadonlyMap<string, number>): Role {
  const quantile = quantileIn(labels);
  if (quantile !== null) return quantileRole(quantile);
  const slot = slots.get(labels['replica'] ?? '');
  return slot === undefined ? `series-${nth}` : `replica-${slot}`;
}

function quantileIn(labels: Series['labels']): number | null {
  const quantile = Number(labels['quantile'] || NaN);
  return quantile >= 0 && quantile <= 1 ? quantile : null;
}
