import type { Answers } from './answers.js';
import { STATUSES } from './answers.js';
import { latency } from './quantiles.js';
import type { Trace } from './trace.js';

/** Counts of values by their upper bound, with their sum; the last count is of those above all bounds. */
export class Buckets {
  readonly counts: Float64Array;
  sum = 0;
  count = 0;

  /** `bounds`: ascending, without infinity. */
  constructor(readonly bounds: readonly number[]) {
    this.counts = new Float64Array(bounds.length + 1);
  }

  /** `NaN` is no value. */
  add(value: number, times = 1): void {
    if (Number.isNaN(value)) return;
    const above = this.bounds.findIndex((bound) => value <= bound);
    const index = above < 0 ? this.bounds.length : above;
    this.counts[index] = (this.counts[index] ?? 0) + times;
    this.sum += value * times;
    this.count += times;
  }
}

/** Seconds, as vLLM has them. */
const LATENCY_BOUNDS = [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680];
const FIRST_TOKEN_BOUNDS = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560,
];
const TOKEN_BOUNDS = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80];

/** What was answered since a moment, as a server counts it. */
export class Counters {
  /** In the order of `STATUSES`. */
  readonly statuses = STATUSES.map(() => 0);
  readonly latency = new Buckets(LATENCY_BOUNDS);
  readonly firstToken = new Buckets(FIRST_TOKEN_BOUNDS);
  /** Of each request its mean, once a request and once for each of its tokens but the first. */
  readonly tokenOfRequest = new Buckets(TOKEN_BOUNDS);
  readonly token = new Buckets(TOKEN_BOUNDS);
  input = 0;
  output = 0;

  /** `since`: ms since the epoch; what was answered before does not count. */
  constructor(readonly since: number) {}

  /** `start`: when the day of the answers begins, ms since the epoch. */
  add(answers: Answers, row: number, start: number, { context, generated }: Trace): void {
    if (start + (answers.at[row] ?? 0) < this.since) return;
    const status = answers.status[row] ?? 0;
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    const seconds = latency(answers, row);
    if (Number.isNaN(seconds)) return;
    const first = answers.firstToken[row] ?? NaN;
    const request = answers.request[row] ?? 0;
    const tokens = generated[request] ?? 1;
    this.latency.add(seconds);
    this.firstToken.add(first);
    this.input += context[request] ?? 0;
    this.output += tokens;
    if (tokens < 2) return;
    const each = (seconds - first) / (tokens - 1);
    this.tokenOfRequest.add(each);
    this.token.add(each, tokens - 1);
  }
}
