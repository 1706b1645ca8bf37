/** Which of some places have room to be drawn, by their index. */
export interface Thinned {
  /** Those that have no other within so much. */
  readonly apart: ReadonlySet<number>;
  /** Of all, so many that none is nearer to the next than so much. */
  readonly some: ReadonlySet<number>;
}

/** Thins places along a line, in the unit of `least`. */
export function thinned(places: readonly number[], least: number): Thinned {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const at = (nth: number): number => places[order[nth] ?? -1] ?? Infinity;
  const apart = new Set<number>();
  const some = new Set<number>();
  let last = -Infinity;
  order.forEach((index, nth) => {
    const place = at(nth);
    if (place - (nth > 0 ? at(nth - 1) : -Infinity) >= least && at(nth + 1) - place >= least) apart.add(index);
    if (place - last < least) return;
    some.add(index);
    last = place;
  });
  return { apart, some };
}
