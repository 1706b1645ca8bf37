import {
  labelKey,
  labelSet,
  METRICS,
  type HistogramFrame,
  type Labels,
  type Series,
  type SeriesFrame,
} from '../../core/index.js';
import type { Part } from '../profiles/profile.js';
import type { bucketsOf } from './distribution-columns.js';
import { joined } from './join.js';
import { columnsOf } from './part-columns.js';
import type { Place } from './place.js';

/** Labels in the order of the request, so that the first one names the series. */
function inOrder(labels: Iterable<readonly [string, string]>, by: readonly string[]): Labels {
  const place = (label: string): number => (by.includes(label) ? by.indexOf(label) : by.length);
  return labelSet([...new Map(labels)].sort(([a], [b]) => place(a) - place(b)));
}

/** The series of all parts; what two of them say of the same series is added up: input and output tokens, say. */
export async function seriesFrom(
  parts: readonly Part[],
  place: Place,
): Promise<Pick<SeriesFrame, 'kind' | 'times' | 'series'>> {
  const { grid, request } = place;
  const { metric, by } = request;
  const unit = METRICS.get(metric)?.unit ?? '';
  const byKey = new Map<string, { readonly labels: Labels; readonly values: Float64Array }>();
  for (const part of parts) {
    const set = Object.entries('set' in part ? (part.set ?? {}) : {}).filter(([label]) => by.includes(label));
    const own = 'series' in part ? [['series', part.series] as const] : [];
    for (const { labels, values } of await columnsOf(part, place)) {
      const all = inOrder([...own, ...set, ...labels], by);
      const before = byKey.get(labelKey(all));
      byKey.set(labelKey(all), { labels: all, values: before ? joined('sum', [before.values, values]) : values });
    }
  }
  const line = (labels: Labels, values: Float64Array): Series => ({
    name: Object.values(labels)[0] ?? metric,
    labels,
    unit,
    values,
  });
  const series = [...byKey.values()].map(({ labels, values }) => line(labels, values));
  const limits = parts.flatMap((part) =>
    part.type === 'constant' && series.length > 0
      ? [
          line(
            labelSet([['series', part.series]]),
            grid.times.map(() => part.value),
          ),
        ]
      : [],
  );
  return { kind: 'series', times: grid.times, series: [...series, ...limits] };
}

/** Buckets of all that is joined, step by step. */
export function histogramFrom(
  groups: Awaited<ReturnType<typeof bucketsOf>>,
  { grid, request }: Place,
): Pick<HistogramFrame, 'kind' | 'times' | 'bounds' | 'counts' | 'unit'> {
  const steps = Array.from(grid.times, (_, step) => groups[0]?.at(step) ?? null);
  const bounds = Float64Array.from(new Set(steps.flatMap((one) => Array.from(one?.bounds ?? [])))).sort();
  const counts = new Float64Array(grid.times.length * bounds.length).fill(NaN);
  const places = new Map(Array.from(bounds, (bound, place) => [bound, place]));
  steps.forEach((one, row) => {
    if (!one) return;
    counts.fill(0, row * bounds.length, (row + 1) * bounds.length);
    Array.from(one.bounds).forEach((bound, i) => {
      counts[row * bounds.length + (places.get(bound) ?? 0)] = one.counts[i] ?? 0;
    });
  });
  return { kind: 'histogram', times: grid.times, bounds, counts, unit: METRICS.get(request.metric)?.unit ?? '' };
}
