/** Base units of the contract; a metric of a portal's own may have any other word as its unit. */
export type Unit = 'requests' | 'seconds' | 'ratio' | 'bytes' | 'replicas' | 'tokens' | (string & {});

/** Units of what is counted one by one. */
export const COUNTED: ReadonlySet<Unit> = new Set<Unit>(['requests', 'replicas', 'tokens']);
