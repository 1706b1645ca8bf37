import { TICK } from './gauges.js';
import type { EndpointParameters } from './parameters.js';

/** How many replicas there should be, and why. */
export interface Decision {
  readonly replicas: number;
  readonly cause: string;
}

/**
 * Told of every tick that ends: its number from 1 on, the mean of pending requests in it, how many replicas there are,
 * and when the last request came (ms of the day). `null`: leave it as it is.
 */
export type Autoscaler = (tick: number, pending: number, count: number, lastRequest: number) => Decision | null;

/** Ticks that the mean is taken over, and those from one look to the next. */
const WINDOW = 20_000 / TICK;
const UP_EVERY = 60_000 / TICK;
const DOWN_EVERY = 2 * UP_EVERY;

/**
 * Scaling by pending requests, as a mean of 20 s: looks every minute whether to go up, and every two minutes whether
 * to go down; down to what five minutes of looks agree on, and then not again for as long; to zero after an hour
 * without requests.
 */
export function autoscaler(parameters: EndpointParameters): Autoscaler {
  const { maxReplicas, pendingPerReplica, idleTimeout, stabilization } = parameters;
  let lastDown = -Infinity;
  // Pending requests of the last ticks; replicas that the last looks wanted, newest first.
  const ticks = new Float64Array(WINDOW);
  let looks: readonly number[] = [];
  return (tick, pending, count, lastRequest) => {
    ticks[tick % WINDOW] = pending;
    if (tick % UP_EVERY || !count) return null;
    const at = tick * TICK;
    if (at - lastRequest >= idleTimeout) return { replicas: 0, cause: 'no request for an hour' };
    const mean = ticks.reduce((sum, value) => sum + value) / WINDOW;
    const wanted = Math.min(maxReplicas, Math.max(1, Math.ceil(mean / pendingPerReplica)));
    looks = [wanted, ...looks].slice(0, stabilization / TICK / UP_EVERY);
    if (wanted > count) {
      const cause = `${(mean / count).toFixed(1)} pending requests a replica in 20 s, over ${pendingPerReplica}`;
      return { replicas: wanted, cause };
    }
    const replicas = Math.max(...looks);
    if (replicas >= count || tick % DOWN_EVERY || at - lastDown < stabilization) return null;
    lastDown = at;
    const minutes = stabilization / 60_000;
    return { replicas, cause: `${replicas} were enough for ${minutes} minutes` };
  };
}
