import { labelSet, type IntervalsFrame, type SeriesFrame } from '../../src/core/index.js';

const FACTS = { range: { from: 0, to: 180_000 }, step: 60_000, completeUntil: 180_000, now: 180_000, notices: [] };

/** Three minutes of series by the value of one label. */
export const seriesFrame = (
  label: string,
  columns: Readonly<Record<string, readonly number[]>>,
  unit = 'replicas',
): SeriesFrame => ({
  ...FACTS,
  kind: 'series',
  times: Float64Array.of(0, 60_000, 120_000),
  series: Object.entries(columns).map(([name, values]) => ({
    name,
    labels: labelSet([[name === 'limit' ? 'series' : label, name]]),
    unit,
    values: Float64Array.from(values),
  })),
});

/** Three minutes of lanes: `[from, to, state]` by replica, seconds. */
export const lanesFrame = (
  lanes: Readonly<Record<string, readonly (readonly [from: number, to: number, state: string])[]>>,
): IntervalsFrame => ({
  ...FACTS,
  kind: 'intervals',
  lanes: Object.entries(lanes).map(([name, intervals]) => ({
    name,
    labels: labelSet([['replica', name]]),
    intervals: intervals.map(([from, to, state]) => ({ from: from * 1000, to: to * 1000, state })),
  })),
});
