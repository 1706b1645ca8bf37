import { Answers } from './answers.js';
import { Arrivals, DAY } from './arrivals.js';
import { Autoscaler } from './autoscaler.js';
import { BATCH, GAUGES, Gauges, QUEUE, TICK } from './gauges.js';
import type { EndpointParameters } from './parameters.js';
import { randomNumbers } from './random.js';
import type { Leaves, ReplicaState } from './replica.js';
import { Replica } from './replica.js';
import type { Trace } from './trace.js';

/** A change of the number of replicas, or a death, ms of the day. */
export interface Incident {
  readonly at: number;
  readonly cause: string;
  readonly label: string;
}

/** What follows a state by itself, after seconds between two bounds. */
const LIFE: Partial<Record<ReplicaState, readonly [next: ReplicaState, least: number, most: number]>> = {
  pending: ['downloading', 15, 35],
  downloading: ['pulling', 75, 125],
  pulling: ['initializing', 30, 50],
  initializing: ['running', 50, 90],
  terminating: ['none', 10, 30],
  failed: ['initializing', 15, 40],
};

/**
 * One day of the endpoint as a discrete-event simulation. It begins and ends scaled to zero without a request under
 * way, so that days need nothing of one another, and goes on from where it stopped: in whatever pieces it is
 * simulated, the result is the same. All times in here are ms of the day.
 */
export class Day {
  readonly answers: Answers;
  readonly gauges: Gauges;
  readonly lanes: readonly { from: number; to: number; state: string }[][];
  readonly incidents: Incident[] = [];
  /** Everything before this is simulated. */
  until = 0;
  #tick = 0;
  readonly #trace: Trace;
  readonly #parameters: EndpointParameters;
  readonly #random: () => number;
  readonly #replicas: readonly Replica[];
  readonly #arrivals: Arrivals;
  readonly #autoscaler: Autoscaler;

  /** `index` counts days of the endpoint's clock, 0 being the Monday of the week that the clock is set by. */
  constructor(
    readonly index: number,
    seed: number,
    trace: Trace,
    parameters: EndpointParameters,
  ) {
    this.#trace = trace;
    this.#parameters = parameters;
    this.#random = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b));
    const share = parameters.peakShare * (0.9 + 0.2 * this.#random());
    this.#arrivals = new Arrivals(trace, ((index % 7) + 7) % 7, index * DAY, share, this.#random);
    this.#autoscaler = new Autoscaler(parameters);
    this.#replicas = Array.from(
      { length: parameters.maxReplicas },
      (_, i) => new Replica(i, trace, parameters, this.#answer),
    );
    // The load is less than half of the busiest hour's, as the mean of a day.
    this.answers = new Answers(Math.ceil((trace.length / trace.period) * DAY * share * 0.6));
    this.gauges = new Gauges(parameters.maxReplicas);
    this.lanes = this.#replicas.map(() => []);
  }

  /** Simulates what happens before `until`, as far as it comes by `deadline` (of `performance.now()`). */
  advance(until: number, deadline: number): void {
    const end = Math.min(until, DAY);
    for (let steps = 1; this.until < end; steps++) {
      if (!(steps & 511) && performance.now() > deadline) return;
      const tick = (this.#tick + 1) * TICK;
      let at = Math.min(tick, this.#arrivals.at);
      let replica: Replica | undefined;
      for (const one of this.#replicas) {
        if (one.next >= at) continue;
        at = one.next;
        replica = one;
      }
      this.until = Math.min(at, end);
      if (at >= end) return;
      if (replica) this.#step(replica, at);
      else if (at === tick) this.#endTick(at);
      else this.#arrive(at);
    }
  }

  #step(replica: Replica, at: number): void {
    if (at < replica.until) this.#survives(replica, at, replica.step(at));
    else if (replica.load) {
      // It may not end before its last request.
      replica.until += TICK;
      replica.schedule();
    } else this.#enter(replica, at, LIFE[replica.state]?.[0] ?? 'none');
  }

  #arrive(at: number): void {
    const { request } = this.#arrivals;
    this.#arrivals.next();
    this.#autoscaler.lastRequest = at;
    if (!this.#count) this.#scale(at, 1, 'a request while scaled to zero');
    let chosen: Replica | undefined;
    for (const one of this.#replicas) {
      if (one.state === 'running' && !(chosen && chosen.load <= one.load)) chosen = one;
    }
    if (!chosen) this.answers.add(at, 503, this.#parameters.maxReplicas);
    else if ((this.#trace.context[request] ?? 0) > this.#parameters.contextLimit)
      this.answers.add(at, 400, chosen.index);
    else if (chosen.load >= this.#parameters.slots + this.#parameters.queueLimit) this.answers.add(at, 429, this.#parameters.maxReplicas);
    else this.#survives(chosen, at, chosen.accept(at, request));
  }

  #endTick(at: number): void {
    let pending = 0;
    let running = 0;
    for (const replica of this.#replicas) {
      replica.advance(at);
      pending += (replica.sums[BATCH] ?? 0) + (replica.sums[QUEUE] ?? 0);
      this.gauges.data.set(replica.sums, (this.#tick * this.gauges.replicas + replica.index) * GAUGES);
      replica.sums.fill(0);
      if (replica.state === 'running') running |= 1 << replica.index;
    }
    const decision = this.#autoscaler.decide(++this.#tick, pending, this.#count);
    if (decision) this.#scale(at, decision.replicas, decision.cause);
    this.gauges.running[this.#tick] = running;
    this.gauges.desired[this.#tick] = this.#count;
  }

  get #count(): number {
    let count = 0;
    for (const { state } of this.#replicas) if (state !== 'none' && state !== 'terminating') count++;
    return count;
  }

  #scale(at: number, wanted: number, cause: string): void {
    const before = this.#count;
    for (const replica of this.#replicas) {
      if (this.#count < wanted && replica.state === 'none') this.#enter(replica, at, 'pending');
    }
    for (const replica of [...this.#replicas].reverse()) {
      if (this.#count > wanted && replica.state !== 'none' && replica.state !== 'terminating')
        this.#enter(replica, at, 'terminating');
    }
    this.incidents.push({ at, cause, label: `${before} → ${this.#count} replicas` });
  }

  #survives(replica: Replica, at: number, alive: boolean): void {
    if (alive) return;
    replica.drop(at);
    this.#enter(replica, at, 'failed');
    this.incidents.push({ at, cause: 'out of GPU memory', label: 'Replica died' });
  }

  #enter(replica: Replica, at: number, state: ReplicaState): void {
    const lane = this.lanes[replica.index];
    const last = lane?.at(-1);
    if (last && replica.state !== 'none') last.to = at;
    if (state !== 'none') lane?.push({ from: at, to: Infinity, state });
    replica.advance(at);
    replica.state = state;
    const span = LIFE[state];
    replica.until = span ? at + 1000 * (span[1] + (span[2] - span[1]) * this.#random()) : Infinity;
    replica.schedule();
  }

  readonly #answer: Leaves = (at, status, replica, { context, generated, arrived, first }) => {
    if (status === 200) this.answers.add(at, status, replica, context, generated, at - arrived, first - arrived);
    else this.answers.add(at, status, replica);
  };
}
