/** The quantile `q` (0 to 1) of ascending values, linear between the two nearest; NaN of none. */
export function quantileOfSorted(q: number, sorted: ArrayLike<number>): number {
  if (sorted.length === 0 || !(q >= 0 && q <= 1)) return NaN;
  const at = (index: number): number => sorted[index] ?? NaN;
  const rank = q * (sorted.length - 1);
  const below = at(Math.floor(rank));
  return below + (at(Math.ceil(rank)) - below) * (rank - Math.floor(rank));
}
