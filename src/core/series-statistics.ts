/** What a series comes to over a range; `NaN` where it has no value there. */
export interface SeriesStatistics {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  readonly last: number;
}

/** Of the values from index `first` to `last`, both counted in; missing ones are left out. */
export function seriesStatistics(values: Float64Array, first: number, last: number): SeriesStatistics {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let count = 0;
  let latest = NaN;
  for (let i = Math.max(0, first); i <= last; i++) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    count++;
    latest = value;
  }
  return count === 0 ? { min: NaN, mean: NaN, max: NaN, last: NaN } : { min, mean: sum / count, max, last: latest };
}
