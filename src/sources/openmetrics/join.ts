import type { Joined } from '../profiles/profile.js';

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
