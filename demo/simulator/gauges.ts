import { DAY } from './arrivals.js';

/** Width of the steps that gauges are kept in, ms. */
export const TICK = 5000;

/** Columns of integrals over a tick: ms served, requests × ms, tokens × ms, ms of work, ms of the whole CPU. */
export const UP = 0;
export const BATCH = 1;
export const QUEUE = 2;
export const KV = 3;
export const BUSY = 4;
export const CPU = 5;
export const GAUGES = 6;

/** The gauges of a day. */
export class Gauges {
  /** `data[(tick * replicas + replica) * GAUGES + column]` */
  readonly data: Float32Array;
  /** Bit `i`: replica `i` runs at some time in the tick; one entry more than there are ticks. */
  readonly running = new Uint8Array(DAY / TICK + 1);
  /** Replicas that the autoscaler wants at the tick's beginning. */
  readonly desired = new Uint8Array(DAY / TICK + 1);

  constructor(readonly replicas: number) {
    this.data = new Float32Array((DAY / TICK) * replicas * GAUGES);
  }
}
