/** Which of some things along a line have room to be drawn. */
export interface Thinned<T> {
  /** Those that have no other within so much. */
  readonly apart: ReadonlySet<T>;
  /** Of all, so many that none is nearer to the next than so much. */
  readonly some: ReadonlySet<T>;
}

/** Thins things by where they are, in the unit of `least`. */
export function thinned<T extends { readonly from: number }>(things: readonly T[], least: number): Thinned<T> {
  const order = [...things].sort((a, b) => a.from - b.from);
  const apart = new Set<T>();
  const some = new Set<T>();
  let last = -Infinity;
  order.forEach((one, nth) => {
    const { from: before } = order[nth - 1] ?? { from: -Infinity };
    const { from: after } = order[nth + 1] ?? { from: Infinity };
    if (one.from - before >= least && after - one.from >= least) apart.add(one);
    if (one.from - last < least) return;
    some.add(one);
    last = one.from;
  });
  return { apart, some };
}
