import type { Buckets } from '../simulator/counters.js';

export type FamilyType = 'counter' | 'gauge' | 'histogram' | 'summary';
export type LabelPair = readonly [name: string, value: string];

/** One line of text: what follows the family's name, and a label beside those of the metric (`le`, `quantile`). */
export interface Point {
  readonly suffix: string;
  readonly label: LabelPair | null;
  readonly value: number;
}

/** The points of one set of labels. */
export interface Metric {
  readonly labels: readonly LabelPair[];
  readonly points: readonly Point[];
}

/** All metrics of one name at a moment. */
export interface Family {
  readonly name: string;
  readonly type: FamilyType;
  readonly help: string;
  readonly metrics: readonly Metric[];
}

export const single = (value: number, labels: readonly LabelPair[] = []): Metric => ({
  labels,
  points: [{ suffix: '', label: null, value }],
});

/** Cumulative counts, as Prometheus has them. */
export function histogram({ bounds, counts, sum, count }: Buckets, labels: readonly LabelPair[]): Metric {
  let below = 0;
  const buckets = [...counts].map((value, i): Point => {
    below += value;
    return { suffix: '_bucket', label: ['le', i < bounds.length ? `${bounds[i]}` : '+Inf'], value: below };
  });
  return {
    labels,
    points: [...buckets, { suffix: '_sum', label: null, value: sum }, { suffix: '_count', label: null, value: count }],
  };
}
