import { valueTicks, type Frame } from '../../core/index.js';
import { areaMark, type MarkPainters, type PlotSpec } from '../../plot/index.js';
import { seriesFrom, specGround } from '../chart/spec-ground.js';

/** One faint line for each series, without an axis of values. */
export function overviewSpec(frame: Frame | null): PlotSpec {
  const series = seriesFrom(frame);
  return {
    ...specGround(series),
    named: false,
    y: { unit: '', min: 0 },
    marks: series.series.map(({ name, unit, values }, nth) => ({
      kind: 'area',
      key: `${nth}`,
      label: name,
      role: 'class-1xx',
      unit,
      values,
    })),
  };
}

/** The strip has no room for values: the line says where something was, not how much. */
export const OVERVIEW_MARKS: MarkPainters = {
  area: areaMark,
  axis: ({ marks }) => {
    let high = 0;
    for (const { values } of marks) for (const value of values) if (value > high) high = value;
    return { y: { ...valueTicks(0, high), max: high || 1, min: 0, ticks: [] }, yLabels: { labels: [], unitLabel: '' } };
  },
};
