import { WORDS, type Series, type SeriesFrame } from '../../core/index.js';
import type { Mark, PlotSpec, Role } from '../../plot/index.js';
import { specGround } from '../chart/spec-ground.js';

/** A line for each quantile that the frame has, in the order asked for; for all of them before there is any. */
export function latencySpec(frame: SeriesFrame, quantiles: readonly number[]): PlotSpec {
  return {
    ...specGround(frame),
    marks: quantiles.flatMap((quantile): Mark[] => {
      const values = frame.series.length > 0 ? quantileValues(frame, quantile) : frame.times.map(() => NaN);
      return values
        ? [
            {
              kind: 'line',
              key: `q${quantile}`,
              label: quantileName(quantile),
              role: quantileRole(quantile),
              unit: 'seconds',
              values,
            },
          ]
        : [];
    }),
    y: { unit: 'seconds', min: 0 },
  };
}

/** The series of a quantile; servers write it as they like (`0.5`, `0.50`). */
export function seriesOf(frame: SeriesFrame, quantile: number): readonly Series[] {
  return frame.series.filter((series) => Number(series.labels['quantile'] ?? series.name) === quantile);
}

/** The column of a quantile. Of several the first: percentiles are never joined. */
export const quantileValues = (frame: SeriesFrame, quantile: number): Float64Array | undefined =>
  seriesOf(frame, quantile)[0]?.values;

/** `P99`, `P99.9`, `Median`. */
export function quantileName(quantile: number): string {
  return quantile === 0.5 ? WORDS.median : `P${Number((quantile * 100).toFixed(4))}`;
}

const ROLES = new Map<number, Role>([
  [0.99, 'quantile-99'],
  [0.95, 'quantile-95'],
  [0.9, 'quantile-90'],
  [0.5, 'quantile-50'],
]);

export const quantileRole = (quantile: number): Role => ROLES.get(quantile) ?? 'quantile-other';
