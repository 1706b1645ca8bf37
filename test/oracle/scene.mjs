/** ms. */
export const INTERVAL = 10_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Three replicas that run all day and now and then refuse: nothing but the two restarts resets a counter. */
const PARAMETERS = { maxReplicas: 3, pendingPerReplica: 0.01, kvCapacity: 1e9, slots: 3, queueLimit: 2 };

/**
 * What the servers are filled with, around the clock `now` (ms since the epoch): an hour that is asked about, with a
 * restart on either side of an outage in its middle. `seed`, `anchor` and `parameters` are those of the simulated endpoint.
 */
export function sceneAt(now) {
  // All of it was scraped by now.
  const to = Math.floor((now - 2 * MINUTE) / (HOUR / 2)) * (HOUR / 2);
  const from = to - HOUR;
  return {
    seed: 3,
    anchor: Math.floor(now / HOUR) * HOUR,
    parameters: PARAMETERS,
    interval: INTERVAL,
    range: { from, to },
    begin: from - HOUR,
    /** By the number of the replica that starts anew. */
    restarts: [
      { at: from + 20 * MINUTE + 3 * INTERVAL, replica: 0 },
      { at: from + 52 * MINUTE + INTERVAL, replica: 1 },
    ],
    outage: { from: from + 40 * MINUTE, to: from + 45 * MINUTE - INTERVAL },
  };
}
