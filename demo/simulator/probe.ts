import { DAY } from './arrivals.js';
import type { Calendar, EndpointOptions } from './calendar.js';
import { calendarOf, SEED } from './calendar.js';
import { Counters } from './counters.js';
import type { Day } from './day.js';
import { simulateDay } from './day.js';
import { BUSY, CPU, GAUGES, TICK, UP } from './gauges.js';
import { latency } from './quantiles.js';
import type { ReplicaState } from './replica.js';

/** What a replica would tell of itself at a moment; all that it counts is good until the next moment is asked for. */
export interface ReplicaInstant {
  readonly name: string;
  readonly state: ReplicaState;
  /** When that state began and when the replica was asked for, ms since the epoch; `NaN` where there is none. */
  readonly since: number;
  readonly createdAt: number;
  /** When the last of that name ended; `-Infinity` where none did, `Infinity` while it is there. */
  readonly endedAt: number;
  /** It holds requests: it runs, or ends. */
  readonly serves: boolean;
  /** Requests that are read or written, and that wait. */
  readonly batch: number;
  readonly queue: number;
  /** Tokens in GPU memory. */
  readonly kv: number;
  /** Means over the last whole tick, of the whole. */
  readonly cpu: number;
  readonly gpu: number;
  /** Seconds of the whole CPU since the server in it began. */
  readonly cpuSeconds: number;
  /** Counted by the proxy in front since the replica was asked for, and by the server in it since that began. */
  readonly proxied: Counters;
  readonly served: Counters;
}

/** What was answered before a moment, and how things are then. */
export interface Instant {
  /** ms since the epoch. */
  readonly at: number;
  readonly desired: number;
  readonly replicas: readonly ReplicaInstant[];
  /** What no replica saw, and what was answered at all. */
  readonly proxy: Counters;
  readonly all: Counters;
  /** Seconds of each request answered 200 in the last minute, ascending. */
  readonly recent: Float64Array;
}

export interface ProbeOptions extends EndpointOptions {
  /** Moments (ms since the epoch, on whole ticks) from which on all of a replica is counted from nothing. */
  readonly restarts?: readonly { readonly at: number; readonly replica: string }[];
}

/** ms that `recent` looks back. */
const RECENT = 60_000;

/** When the last of these began; `-Infinity` where none did. */
function latest<T extends { readonly from: number }>(all: readonly T[], wanted: (one: T) => boolean): number {
  let from = -Infinity;
  for (const one of all) if (one.from > from && wanted(one)) from = one.from;
  return from;
}

interface Account {
  proxied: Counters;
  served: Counters;
  /** Ticks of this day up to here are in `cpu`, ms of the whole CPU. */
  ticks: number;
  cpu: number;
}

/**
 * The simulated endpoint as an exporter sees it: its raw state at moments that go forward, however fine. What is asked
 * of `simulatedEndpoint` with the same options is what really happened.
 */
export class Probe {
  readonly calendar: Calendar;
  #options: ProbeOptions;
  #last: number;
  #index: number;
  #day: Day;
  #accounts: readonly Account[];
  readonly #proxy: Counters;
  readonly #all: Counters;

  constructor(options: ProbeOptions) {
    this.#options = options;
    this.calendar = calendarOf(options);
    this.#last = this.calendar.createdAt;
    this.#index = this.calendar.dayOf(this.#last);
    this.#day = this.#simulate();
    this.#proxy = new Counters(this.#last);
    this.#all = new Counters(this.#last);
    this.#accounts = this.calendar.replicas.map(() => ({
      proxied: new Counters(this.#last),
      served: new Counters(this.#last),
      ticks: 0,
      cpu: 0,
    }));
  }

  /** `at`: ms since the epoch, never before the last one. */
  at(at: number): Instant {
    const { dayOf, startOf, replicas } = this.calendar;
    if (at < this.#last) throw new RangeError(`A probe goes forward: ${at} is before ${this.#last}`);
    while (this.#index < dayOf(at)) {
      this.#advance(startOf(this.#index + 1));
      this.#index++;
      this.#day = this.#simulate();
      for (const account of this.#accounts) account.ticks = 0;
    }
    this.#advance(at);
    const tick = Math.floor((at - startOf(this.#index)) / TICK);
    return {
      at,
      desired: this.#day.gauges.desired[tick] ?? 0,
      replicas: replicas.map((name, i) => this.#replica(name, i, tick)),
      proxy: this.#proxy,
      all: this.#all,
      recent: this.#recent(),
    };
  }

  #simulate(): Day {
    const { trace, parameters } = this.calendar;
    return simulateDay(this.#index, this.#options.seed ?? SEED, trace, parameters);
  }

  #advance(at: number): void {
    const start = this.calendar.startOf(this.#index);
    this.#day.advance(Math.min(DAY, at - start), Infinity);
    this.#accounts.forEach((account, replica) => this.#begin(account, replica, start, at));
    const { answers } = this.#day;
    const last = answers.indexOf(at - start);
    for (let row = answers.indexOf(this.#last - start); row < last; row++) {
      const account = this.#accounts[answers.replica[row] ?? NaN];
      for (const counters of [this.#all, ...(account ? [account.proxied, account.served] : [this.#proxy])])
        counters.add(answers, row, start, this.calendar.trace);
    }
    this.#last = at;
  }

  /** Counts from nothing where a replica, or the server in it, began after the last moment. */
  #begin(account: Account, replica: number, start: number, at: number): void {
    const began = (state: string): number =>
      latest(this.#day.lanes[replica] ?? [], (one) => one.state === state && start + one.from > this.#last) + start;
    const name = this.calendar.replicas[replica];
    const restart = latest(
      (this.#options.restarts ?? []).map((one) => ({ ...one, from: one.at })),
      (one) => one.replica === name && one.at >= this.#last && one.at < at,
    );
    const created = Math.max(began('pending'), restart);
    const served = Math.max(began('running'), restart);
    if (created > -Infinity) account.proxied = new Counters(created);
    if (served === -Infinity) return;
    account.served = new Counters(served);
    account.ticks = Math.floor((served - start) / TICK);
    account.cpu = 0;
  }

  #replica(name: string, index: number, tick: number): ReplicaInstant {
    const { startOf, parameters } = this.calendar;
    const start = startOf(this.#index);
    const { lanes, gauges, replicas } = this.#day;
    const lane = lanes[index] ?? [];
    const state = replicas[index]?.state ?? 'none';
    const value = (at: number, column: number): number =>
      gauges.data[(at * parameters.maxReplicas + index) * GAUGES + column] ?? 0;
    const account = this.#accounts[index];
    if (!account) throw new RangeError(`No replica ${index}`);
    for (; account.ticks < tick; account.ticks++) account.cpu += value(account.ticks, CPU);
    const now = replicas[index]?.peek(this.#last - start);
    const up = value(tick - 1, UP);
    return {
      name,
      state,
      since: state === 'none' ? NaN : start + (lane.at(-1)?.from ?? NaN),
      createdAt: state === 'none' ? NaN : start + latest(lane, (one) => one.state === 'pending'),
      endedAt: lane.length ? start + (lane.at(-1)?.to ?? NaN) : -Infinity,
      serves: state === 'running' || state === 'terminating',
      batch: now?.batch ?? 0,
      queue: now?.queue ?? 0,
      kv: now?.kv ?? 0,
      cpu: up && value(tick - 1, CPU) / up,
      gpu: up && value(tick - 1, BUSY) / up,
      cpuSeconds: (account.cpu + (now?.sums[CPU] ?? 0)) / 1000,
      proxied: account.proxied,
      served: account.served,
    };
  }

  #recent(): Float64Array {
    const { answers } = this.#day;
    const at = this.#last - this.calendar.startOf(this.#index);
    const seconds: number[] = [];
    const last = answers.indexOf(at);
    for (let row = answers.indexOf(at - RECENT); row < last; row++) {
      const value = latency(answers, row);
      if (value >= 0) seconds.push(value);
    }
    return Float64Array.from(seconds).sort();
  }
}
