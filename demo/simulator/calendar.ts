import { DAY } from './arrivals.js';
import type { EndpointParameters } from './parameters.js';
import { PARAMETERS } from './parameters.js';
import { FIRST_HOUR, OPENING_HOUR } from './profile.js';
import { randomNumbers } from './random.js';
import type { Trace } from './trace.js';
import { decodeTrace } from './trace.js';

export interface EndpointOptions {
  /** The file that `demo/data/pack-trace.mjs` makes. */
  readonly trace: ArrayBuffer | Uint8Array;
  /** The same seed and anchor make the same endpoint. */
  readonly seed?: number;
  /** The endpoint's clock, ms since the epoch. */
  readonly now?: () => number;
  /** A moment (ms) that is Wednesday, 10 o'clock, for the endpoint; by default this hour's beginning. */
  readonly anchor?: number;
  /** Whole days of history before the anchor's. */
  readonly days?: number;
  /** ms by which each answer is late. */
  readonly delay?: number;
  readonly parameters?: Partial<EndpointParameters>;
  /** Lets other work have its turn between two slices of simulating. */
  readonly pause?: () => Promise<void>;
}

/** What the options of an endpoint come to: its days, counted from a Monday on, and its replicas. */
export interface Calendar {
  readonly parameters: EndpointParameters;
  readonly trace: Trace;
  /** ms since the epoch. */
  readonly startOf: (index: number) => number;
  readonly dayOf: (time: number) => number;
  readonly createdAt: number;
  readonly replicas: readonly string[];
}

const HOUR = 3_600_000;
export const SEED = 3;

export function calendarOf(options: EndpointOptions): Calendar {
  const { seed = SEED, now = Date.now, days = 7 } = options;
  const parameters = { ...PARAMETERS, ...options.parameters };
  const anchor = Math.floor((options.anchor ?? now()) / HOUR) * HOUR;
  // Day 0 begins on Monday at the first hour.
  const origin = anchor - (2 * DAY + (OPENING_HOUR - FIRST_HOUR) * HOUR);
  const startOf = (index: number): number => origin + index * DAY;
  const dayOf = (time: number): number => Math.floor((time - origin) / DAY);
  const random = randomNumbers(seed);
  return {
    parameters,
    trace: decodeTrace(options.trace),
    startOf,
    dayOf,
    createdAt: startOf(dayOf(anchor) - days),
    replicas: Array.from({ length: parameters.maxReplicas }, () => `llm-${random().toString(36).slice(2, 8)}`),
  };
}
