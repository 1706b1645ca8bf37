import type { Status } from './answers.js';
import { BATCH, BUSY, CPU, GAUGES, KV, QUEUE, UP } from './gauges.js';
import type { EndpointParameters } from './parameters.js';
import type { Trace } from './trace.js';

export type ReplicaState =
  | 'none'
  | 'pending'
  | 'downloading'
  | 'pulling'
  | 'initializing'
  | 'running'
  | 'terminating'
  | 'failed';

/** A request at a replica; times are ms of the day. */
export interface Held {
  readonly context: number;
  readonly generated: number;
  readonly arrived: number;
  /** When its first token came. */
  first: number;
  /** The replica's count of tokens at which its last one comes. */
  end: number;
}

/** Told of each request that leaves a replica. */
export type Leaves = (at: number, status: Status, replica: number, held: Held) => void;

/**
 * A queue in front of a batch. The queue's head is read (prefill), one prompt at a time, while the batch is written:
 * all its requests get tokens at one pace, the slower the more they are. `#written` counts the tokens that each of the
 * batch would have got since the start, so that one number says when any of them is done.
 */
export class Replica {
  state: ReplicaState = 'none';
  /** When the state ends by itself, ms of the day. */
  until = Infinity;
  /** When the next thing happens here, ms of the day. */
  next = Infinity;
  /** Integrals since the tick began, in the order of the columns of `Gauges`. */
  readonly sums = new Float64Array(GAUGES);
  #queue: Held[] = [];
  #batch: Held[] = [];
  #written = 0;
  /** Tokens in GPU memory. */
  #kv = 0;
  #prefillEnd = Infinity;
  #at = 0;

  constructor(
    readonly index: number,
    private readonly trace: Trace,
    private readonly parameters: EndpointParameters,
    private readonly leaves: Leaves,
  ) {}

  /** Requests without an answer yet. */
  get load(): number {
    return this.#queue.length + this.#batch.length;
  }

  /** Takes a request in; false where the replica dies of it. */
  accept(at: number, request: number): boolean {
    this.advance(at);
    const context = this.trace.context[request] ?? 0;
    this.#queue.push({ context, generated: this.trace.generated[request] ?? 1, arrived: at, first: NaN, end: NaN });
    return this.#plan();
  }

  /** Does what was due at `next`; false where the replica dies of it. */
  step(at: number): boolean {
    this.advance(at);
    const held = at === this.#prefillEnd ? this.#queue.shift() : undefined;
    if (held) {
      held.first = at;
      held.end = this.#written + held.generated - 1;
      this.#batch.push(held);
      this.#prefillEnd = Infinity;
    } else this.#endAnswer();
    return this.#plan();
  }

  /** Brings the integrals up to `at`. */
  advance(at: number): void {
    const ms = at - this.#at;
    this.#at = at;
    if (this.state !== 'running' && this.state !== 'terminating') return;
    const { idleCpu, prefillCpu, tokenCpu } = this.parameters;
    const batch = this.#batch.length;
    const reading = this.#prefillEnd < Infinity ? 1 : 0;
    const tokens = batch && ms / this.#tokenTime();
    const made = tokens * batch;
    this.#add(UP, ms);
    this.#add(BATCH, ms * (batch + reading));
    this.#add(QUEUE, ms * (this.#queue.length - reading));
    this.#add(KV, ms * (this.#kv + made / 2));
    this.#add(BUSY, batch + reading && ms);
    this.#add(CPU, ms * (idleCpu + prefillCpu * reading) + made * tokenCpu);
    this.#written += tokens;
    this.#kv += made;
  }

  /** All requests here are answered 500. */
  drop(at: number): void {
    for (const held of [...this.#batch, ...this.#queue]) this.leaves(at, 500, this.index, held);
    this.#batch = [];
    this.#queue = [];
    this.#kv = 0;
    this.#prefillEnd = Infinity;
  }

  /** Finds `next` anew. */
  schedule(): void {
    let end = Infinity;
    for (const held of this.#batch) if (held.end < end) end = held.end;
    const answered = this.#at + Math.max(0, end - this.#written) * this.#tokenTime();
    this.next = Math.min(this.until, this.#prefillEnd, answered);
  }

  #add(gauge: number, integral: number): void {
    this.sums[gauge] = (this.sums[gauge] ?? 0) + integral;
  }

  /** ms between two tokens of each request. */
  #tokenTime(): number {
    return this.parameters.tokenTime + this.parameters.tokenTimeGrowth * (this.#batch.length - 1);
  }

  /** Begins to read the next prompt if it can. */
  #plan(): boolean {
    const [head] = this.#queue;
    if (head && this.#prefillEnd === Infinity && this.#batch.length < this.parameters.slots) {
      this.#kv += head.context;
      this.#prefillEnd = this.#at + head.context / this.parameters.prefillSpeed;
    }
    this.schedule();
    return this.#kv <= this.parameters.kvCapacity;
  }

  /** The one of the batch that is due has its last token. */
  #endAnswer(): void {
    const due = this.#batch.reduce((a, b) => (b.end < a.end ? b : a));
    this.#batch.splice(this.#batch.indexOf(due), 1);
    this.#kv = this.load && this.#kv - due.context - due.generated + 1;
    this.leaves(this.#at, 200, this.index, due);
  }
}
