import type { Turns } from '../turns.js';
import type { Counter, Gauge, Joined } from '../profiles/profile.js';
import type { Column } from './place.js';
import type { Selected } from './select.js';

/** Joins values of several series, one after the other, step by step; what is missing is left out, and NaN where all are. */
class Joining {
  readonly #how: Joined;
  #values: Float64Array | null = null;
  #isOwn = false;
  #counts: Float64Array | null = null;

  constructor(how: Joined) {
    this.#how = how;
  }

  add(values: Float64Array): void {
    if (this.#how === 'avg' || this.#how === 'count') {
      const counts = (this.#counts ??= new Float64Array(values.length));
      values.forEach((value, i) => (counts[i] = (counts[i] ?? 0) + (Number.isNaN(value) ? 0 : 1)));
    }
    if (!this.#values) return void (this.#values = values);
    if (!this.#isOwn) this.#values = this.#values.slice();
    this.#isOwn = true;
    const all = this.#values;
    const how = this.#how;
    for (let i = 0; i < all.length; i++) {
      const value = values[i] ?? NaN;
      const before = all[i] ?? NaN;
      if (Number.isNaN(value)) continue;
      if (Number.isNaN(before)) all[i] = value;
      else all[i] = how === 'max' ? Math.max(before, value) : how === 'min' ? Math.min(before, value) : before + value;
    }
  }

  get result(): Float64Array {
    const counts = this.#counts;
    const values = this.#values ?? new Float64Array();
    if (!counts) return values;
    return this.#how === 'count'
      ? counts.map((count) => count || NaN)
      : values.map((value, i) => value / (counts[i] ?? NaN));
  }
}

/** Values of several series in one step after the other. */
export function joined(how: Joined, lists: readonly Float64Array[]): Float64Array {
  const joining = new Joining(how);
  for (const list of lists) joining.add(list);
  return joining.result;
}

/** The same of what may be very many, without keeping the values of each. */
export async function joinedEach<T>(
  how: Joined,
  list: readonly T[],
  valuesOf: (one: T) => Float64Array,
  turns: Turns,
): Promise<Float64Array> {
  const joining = new Joining(how);
  for (const one of list) {
    if (turns.due) await turns.take();
    joining.add(valuesOf(one));
  }
  return joining.result;
}

/** Puts together what has the same key, in the order in which the keys come. */
export async function grouped<T>(
  list: readonly T[],
  keyOf: (one: T) => string,
  turns: Turns,
): Promise<readonly (readonly T[])[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    if (turns.due) await turns.take();
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export const keyOf = ({ kept }: Selected): string => JSON.stringify(kept);
export const replicaOf = ({ replica }: Selected): string => replica;

/** The share of `whole`, replica by replica; NaN where there is nothing to divide by. */
function shareOf(values: Float64Array, replica: string, whole: ReadonlyMap<string, Float64Array>): Float64Array {
  const divisor = whole.get(replica);
  return values.map((value, i) => value / (divisor?.[i] ?? NaN));
}

export interface JoinOptions {
  /** What each replica's values are divided by, by replica; then they are kept apart by replica alone. */
  readonly whole?: ReadonlyMap<string, Float64Array> | undefined;
  readonly above?: number | undefined;
}

/** Joins the series of each replica, then replicas, apart by the labels that are kept. */
export async function joinAll(
  selected: readonly Selected[],
  { within = 'sum', across = within }: Counter | Gauge,
  valuesOf: (one: Selected) => Float64Array,
  turns: Turns,
  { whole, above = -Infinity }: JoinOptions = {},
): Promise<readonly Column[]> {
  const keyOfAll = ({ kept }: Selected): string =>
    JSON.stringify(whole ? kept.filter(([label]) => label === 'replica') : kept);
  const columns: Column[] = [];
  for (const group of await grouped(selected, keyOfAll, turns)) {
    const kept = group[0]?.kept ?? [];
    const joining = new Joining(across);
    for (const own of await grouped(group, replicaOf, turns)) {
      const values = await joinedEach(within, own, valuesOf, turns);
      const shared = whole ? shareOf(values, own[0]?.replica ?? '', whole) : values;
      joining.add(above === -Infinity ? shared : shared.map((value) => (value > above ? value : NaN)));
    }
    columns.push({
      labels: whole ? kept.filter(([label]) => label === 'replica') : kept,
      values: joining.result,
    });
  }
  return columns;
}
