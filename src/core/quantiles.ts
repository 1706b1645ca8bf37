/** Counts by bucket, not cumulative; `bounds` are the upper ones, ascending, the last may be `Infinity`. */
export interface Buckets {
  readonly bounds: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

const inRange = (q: number): boolean => q >= 0 && q <= 1;
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN;

/**
 * The quantile `q` (0 to 1) by the rule of Prometheus' `histogram_quantile`: linear within its bucket, whose lower
 * bound is the one before (0 for a first bucket above 0); within the infinite bucket, the last finite bound.
 * `counts` may hold many rows of buckets: `offset` is where this one begins. NaN where nothing was counted.
 */
export function quantileOfBuckets(q: number, { bounds, counts }: Buckets, offset = 0): number {
  let total = 0;
  let highest = 0;
  for (let b = 0; b < bounds.length; b += 1) {
    const count = at(counts, offset + b);
    total += count;
    if (count > 0) highest = b;
  }
  if (!(total > 0) || !inRange(q)) return NaN;
  let rank = q * total;
  let bucket = 0;
  let count = at(counts, offset);
  // Never past the highest filled one, however the fractions of a sum round.
  while (bucket < highest && (rank > count || count === 0)) {
    rank -= count;
    bucket += 1;
    count = at(counts, offset + bucket);
  }
  const upper = at(bounds, bucket);
  if (upper === Infinity) return at(bounds, bucket - 1);
  if (bucket === 0 && upper <= 0) return upper;
  const lower = bucket === 0 ? 0 : at(bounds, bucket - 1);
  return lower + ((upper - lower) * Math.min(rank, count)) / count;
}

/**
 * The counts of several sets of buckets, added up on the bounds that all of them have: nothing is guessed. What lies
 * above the last of these stands in an infinite bucket.
 */
export function mergeBuckets(sets: readonly Buckets[]): { bounds: number[]; counts: number[] } {
  const all = sets.map((set) => new Set(Array.from(set.bounds)));
  const bounds = Array.from(sets[0]?.bounds ?? []).filter((bound) => all.every((one) => one.has(bound)));
  const counts = new Array<number>(bounds.length + 1).fill(0);
  for (const set of sets) {
    let bucket = 0;
    for (let b = 0; b < set.bounds.length; b += 1) {
      while (at(set.bounds, b) > at(bounds, bucket)) bucket += 1;
      counts[bucket] = at(counts, bucket) + at(set.counts, b);
    }
  }
  if (counts.at(-1) === 0) counts.pop();
  else bounds.push(Infinity);
  return { bounds, counts };
}
