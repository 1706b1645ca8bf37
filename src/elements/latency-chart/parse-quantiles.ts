/** The numbers of a list such as `0.99 0.5`; what is no quantile is left out. */
export function parseQuantiles(list: string | readonly number[]): readonly number[] {
  const numbers =
    typeof list === 'string'
      ? list
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number)
      : list;
  return numbers.filter((quantile) => quantile >= 0 && quantile <= 1);
}
