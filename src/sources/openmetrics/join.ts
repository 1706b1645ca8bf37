import type { Counter, Gauge, Joined } from '../profiles/profile.js';
import type { Column } from './place.js';
import type { Selected } from './select.js';

/** Values of several series in one step after the other; what is missing is left out, and NaN where all are. */
export function joined(how: Joined, lists: readonly Float64Array[]): Float64Array {
  const [first] = lists;
  if (!first) return new Float64Array();
  if (lists.length === 1 && how !== 'count') return first;
  return first.map((_, i) => {
    let result = NaN;
    let count = 0;
    for (const list of lists) {
      const value = list[i] ?? NaN;
      if (Number.isNaN(value)) continue;
      count++;
      if (count === 1) result = value;
      else if (how === 'max') result = Math.max(result, value);
      else if (how === 'min') result = Math.min(result, value);
      else result += value;
    }
    return how === 'count' ? count || NaN : how === 'avg' ? result / count : result;
  });
}

/** Puts together what has the same key, in the order in which the keys come. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export const keyOf = ({ kept }: Selected): string => JSON.stringify(kept);

/** The share of `whole`, replica by replica; NaN where there is nothing to divide by. */
function shareOf(values: Float64Array, replica: string, whole: ReadonlyMap<string, Float64Array>): Float64Array {
  const divisor = whole.get(replica);
  return values.map((value, i) => value / (divisor?.[i] ?? NaN));
}

export interface Joining {
  /** What each replica's values are divided by, by replica; then they are kept apart by replica alone. */
  readonly whole?: ReadonlyMap<string, Float64Array> | undefined;
  readonly above?: number | undefined;
}

/** Joins the series of each replica, then replicas, apart by the labels that are kept. */
export function joinAll(
  selected: readonly Selected[],
  { within = 'sum', across = within }: Counter | Gauge,
  valuesOf: (one: Selected) => Float64Array,
  { whole, above = -Infinity }: Joining = {},
): readonly Column[] {
  const all = whole
    ? selected.map((one) => ({ ...one, kept: one.kept.filter(([label]) => label === 'replica') }))
    : selected;
  return grouped(all, keyOf).map((group) => {
    const replicas = grouped(group, ({ replica }) => replica).map((own) => {
      const values = joined(within, own.map(valuesOf));
      const shared = whole ? shareOf(values, own[0]?.replica ?? '', whole) : values;
      return above === -Infinity ? shared : shared.map((value) => (value > above ? value : NaN));
    });
    return { labels: group[0]?.kept ?? [], values: joined(across, replicas) };
  });
}
