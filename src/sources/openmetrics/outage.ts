/** So many usual distances without a scrape are an outage. */
export const OUTAGE = 2.5;
/** As many distances on either side tell what is usual. */
const NEIGHBOURS = 2;

/** Whether the distance of scrapes `at` is an outage among its neighbours; NaN where there is no such distance, ms. */
export function isOutage(distance: (at: number) => number, at: number): boolean {
  const around = [];
  for (let i = at - NEIGHBOURS; i <= at + NEIGHBOURS; i++) {
    const one = distance(i);
    if (!Number.isNaN(one)) around.push(one);
  }
  around.sort((a, b) => a - b);
  return distance(at) > OUTAGE * (around[(around.length - 1) >> 1] ?? Infinity);
}

/** The usual distance of the last scrapes, ms: their median. */
export function usualDistance(times: readonly number[]): number {
  const last = times.slice(-21);
  const distances = last
    .slice(1)
    .map((time, i) => time - (last[i] ?? time))
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? Infinity;
}
