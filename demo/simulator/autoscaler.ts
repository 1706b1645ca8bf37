import { TICK } from './gauges.js';
import type { EndpointParameters } from './parameters.js';

/** How many replicas there should be, and why. */
export interface Decision {
  readonly replicas: number;
  readonly cause: string;
}

const WINDOW = 4;
const UP_EVERY = 60_000 / TICK;
const DOWN_EVERY = 2 * UP_EVERY;

/**
 * Scaling by pending requests: looks every minute whether to go up and every two minutes whether to go down, by the
 * mean of the last 20 s; goes down by one, and then not again for five minutes; to zero after an hour without requests.
 */
export class Autoscaler {
  /** When the last request came, ms of the day. */
  lastRequest = 0;
  #lastDown = -Infinity;
  readonly #recent = new Float64Array(WINDOW);

  constructor(private readonly parameters: EndpointParameters) {}

  /** `pending` is the integral over the tick that ends, requests × ms; `null`: leave it at `count` replicas. */
  decide(tick: number, pending: number, count: number): Decision | null {
    const { maxReplicas, pendingPerReplica, idleTimeout, stabilization } = this.parameters;
    this.#recent[tick % WINDOW] = pending;
    if (tick % UP_EVERY || !count) return null;
    const at = tick * TICK;
    if (at - this.lastRequest >= idleTimeout) return { replicas: 0, cause: 'no request for an hour' };
    const mean = this.#recent.reduce((sum, value) => sum + value) / (WINDOW * TICK);
    const wanted = Math.min(maxReplicas, Math.max(1, Math.ceil(mean / pendingPerReplica)));
    const cause = `${mean.toFixed(1)} pending requests over 20 s`;
    if (wanted > count) return { replicas: wanted, cause };
    if (wanted === count || tick % DOWN_EVERY || at - this.#lastDown < stabilization) return null;
    this.#lastDown = at;
    return { replicas: count - 1, cause };
  }
}
