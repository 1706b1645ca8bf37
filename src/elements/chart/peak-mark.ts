import { besideValues, CHART_WORDS, type SeriesFrame, type Unit } from '../../core/index.js';
import type { Mark } from '../../plot/index.js';

/** The highest value within each step, of all that a source tells beside the mean: which hides it. None where it tells none. */
export function peakMarks({ series, times }: SeriesFrame, unit: Unit): readonly Mark[] {
  const peaks = series.filter((one) => besideValues(one) === 'peak');
  if (peaks.length === 0) return [];
  const values = times.map((_, i) =>
    peaks.reduce(
      (most, { values }) => (Number.isNaN(most) || (values[i] ?? NaN) > most ? (values[i] ?? NaN) : most),
      NaN,
    ),
  );
  return [{ kind: 'line', key: 'peak', label: CHART_WORDS.peak, role: 'series-7', unit, values }];
}
