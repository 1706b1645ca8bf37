import { Answers } from './answers.js';
import { arrivals, DAY } from './arrivals.js';
import { autoscaler } from './autoscaler.js';
import { BATCH, GAUGES, Gauges, QUEUE, TICK, UP } from './gauges.js';
import type { EndpointParameters } from './parameters.js';
import { randomNumbers } from './random.js';
import type { ReplicaState } from './replica.js';
import { Replica } from './replica.js';
import type { Trace } from './trace.js';

/** A change of the number of replicas, or a death, ms of the day. */
export interface Incident {
  readonly at: number;
  /** `scale-up`, `scale-down` or `incident`. */
  readonly kind: string;
  readonly cause: string;
  readonly label: string;
}

/** What is known of a day; all times are ms of it. */
export interface Day {
  readonly answers: Answers;
  readonly gauges: Gauges;
  /** The states of each replica; `to` of the last is `Infinity` while it lasts. */
  readonly lanes: readonly (readonly { readonly from: number; readonly to: number; readonly state: string }[])[];
  readonly incidents: readonly Incident[];
  /** As they are at the moment up to which the day is simulated. */
  readonly replicas: readonly Pick<Replica, 'state' | 'peek'>[];
  /** Simulates what happens up to `until`, as far as it comes by `deadline` (of `performance.now()`); true at its end. */
  advance(until: number, deadline: number): boolean;
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

const counts = ({ state }: Replica): boolean => state !== 'none' && state !== 'terminating';

/**
 * One day of the endpoint as a discrete-event simulation. It begins and ends scaled to zero without a request under
 * way, so that days need nothing of one another, and it goes on from where it stopped: in whatever pieces it is
 * simulated, the result is the same. `index` counts days of the endpoint's clock, 0 being a Monday.
 */
export function simulateDay(index: number, seed: number, trace: Trace, parameters: EndpointParameters): Day {
  const { maxReplicas, slots, queueLimit, contextLimit, kvCapacity } = parameters;
  const random = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b));
  const share = parameters.peakShare * (0.9 + 0.2 * random());
  const arrival = arrivals(trace, ((index % 7) + 7) % 7, index * DAY, share, random);
  const decide = autoscaler(parameters);
  // A day's mean load is less than half of the busiest hour's.
  const answers = new Answers(Math.ceil((trace.length / trace.period) * DAY * share * 0.6));
  const gauges = new Gauges(maxReplicas);
  const replicas = Array.from({ length: maxReplicas }, (_, i) => new Replica(i, trace, parameters, answers));
  const lanes = replicas.map((): { from: number; to: number; state: string }[] => []);
  const incidents: Incident[] = [];
  let ticks = 0;
  let lastRequest = 0;

  const size = (): number => replicas.filter(counts).length;

  /** It runs within the tick that has begun. */
  function mark(replica: Replica): void {
    gauges.running[ticks] = (gauges.running[ticks] ?? 0) | (1 << replica.index);
  }

  function enter(replica: Replica, at: number, state: ReplicaState): void {
    const lane = lanes[replica.index];
    const last = lane?.at(-1);
    if (last && replica.state !== 'none') last.to = at;
    if (state !== 'none') lane?.push({ from: at, to: Infinity, state });
    replica.advance(at);
    replica.state = state;
    if (state === 'running') mark(replica);
    const [, least, most] = LIFE[state] ?? [state, Infinity, Infinity];
    replica.until = at + 1000 * (least + (least < most ? (most - least) * random() : 0));
    replica.schedule();
  }

  function scale(at: number, wanted: number, cause: string): void {
    const before = size();
    const up = wanted > before;
    for (const replica of up ? replicas : [...replicas].reverse()) {
      if (size() === wanted) break;
      if (up ? replica.state === 'none' : counts(replica)) enter(replica, at, up ? 'pending' : 'terminating');
    }
    if (size() !== before)
      incidents.push({ at, kind: up ? 'scale-up' : 'scale-down', cause, label: `${before} → ${size()}` });
  }

  function endState(replica: Replica, at: number): void {
    if (!replica.load) return enter(replica, at, LIFE[replica.state]?.[0] ?? 'none');
    // It does not end before its last request.
    replica.until += TICK;
    replica.schedule();
  }

  /** Gives the replica that took the request in, if any did. */
  function arrive(at: number, request: number): Replica | undefined {
    lastRequest = at;
    arrival.next();
    if (!replicas.some(counts)) scale(at, 1, 'a request while scaled to zero');
    let chosen: Replica | undefined;
    for (const one of replicas) if (one.state === 'running' && !(chosen && chosen.load <= one.load)) chosen = one;
    if (!chosen) answers.add(at, 503, maxReplicas, request);
    else if ((trace.context[request] ?? 0) > contextLimit) answers.add(at, 400, chosen.index, request);
    else if (chosen.load >= slots + queueLimit) answers.add(at, 429, maxReplicas, request);
    else chosen.accept(at, request);
    return chosen;
  }

  function endTick(at: number): void {
    let pending = 0;
    let count = 0;
    for (const replica of replicas) {
      replica.advance(at);
      if (counts(replica)) count++;
      const { sums } = replica;
      if (!sums[UP]) continue;
      pending += (sums[BATCH] ?? 0) + (sums[QUEUE] ?? 0);
      gauges.data.set(sums, (ticks * maxReplicas + replica.index) * GAUGES);
      sums.fill(0);
    }
    const decision = decide(++ticks, pending / TICK, count, lastRequest);
    if (decision) scale(at, decision.replicas, decision.cause);
    gauges.desired[ticks] = decision ? size() : count;
    for (const replica of replicas) if (replica.state === 'running') mark(replica);
  }

  function advance(until: number, deadline: number): boolean {
    for (let steps = 1; steps & 511 || performance.now() < deadline; steps++) {
      const tick = (ticks + 1) * TICK;
      let at = Math.min(tick, arrival.at);
      let replica: Replica | undefined;
      for (const one of replicas) {
        if (one.next >= at) continue;
        at = one.next;
        replica = one;
      }
      if (at > until) return true;
      if (replica) {
        if (at === replica.until) endState(replica, at);
        else replica.step(at);
      } else if (at === tick) endTick(at);
      else replica = arrive(at, arrival.request);
      if (replica && replica.kv > kvCapacity) {
        replica.drop(at);
        enter(replica, at, 'failed');
        incidents.push({ at, kind: 'incident', cause: 'out of GPU memory', label: 'Replica died' });
      }
    }
    return false;
  }

  return { answers, gauges, lanes, incidents, replicas, advance };
}
