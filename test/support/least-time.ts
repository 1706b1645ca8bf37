/**
 * How long work takes that must not take long, ms: the least of up to three runs, since a pause of the machine is in one
 * of them and a slow way in each. The first run within `enough` ends it.
 */
export async function leastTime(enough: number, measured: () => number | Promise<number>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 3 && least > enough; run++) least = Math.min(least, await measured());
  return least;
}

/** How long one run takes, ms. */
export async function timeOf(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
