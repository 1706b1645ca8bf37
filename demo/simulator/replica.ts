import type { Answers } from './answers.js';
import { BATCH, BUSY, CPU, GAUGES, KV, QUEUE, UP } from './gauges.js';
import type { EndpointParameters } from './parameters.js';
import type { Trace } from './trace.js';

export type ReplicaState =
  'none' | 'pending' | 'downloading' | 'pulling' | 'initializing' | 'running' | 'terminating' | 'failed';

/** A request at a replica: its index in the recording, and times in ms of the day. */
interface Held {
  readonly request: number;
  readonly arrived: number;
  /** When its first token came. */
  first: number;
  /** The replica's count of tokens at which its last one comes. */
  end: number;
}

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
  /** Tokens in GPU memory. */
  kv = 0;
  /** Integrals since the tick began, in the order of the columns of `Gauges`. */
  readonly sums = new Float64Array(GAUGES);
  #queue: Held[] = [];
  #batch: Held[] = [];
  #written = 0;
  #prefillEnd = Infinity;
  /** The least `end` of the batch. */
  #end = Infinity;
  #at = 0;

  constructor(
    readonly index: number,
    private readonly trace: Trace,
    private readonly parameters: EndpointParameters,
    private readonly answers: Answers,
  ) {}

  /** Requests without an answer yet. */
  get load(): number {
    return this.#queue.length + this.#batch.length;
  }

  /** Takes a request in. */
  accept(at: number, request: number): void {
    this.advance(at);
    this.#queue.push({ request, arrived: at, first: 0, end: 0 });
    this.#plan();
  }

  /** Does what was due at `next`. */
  step(at: number): void {
    this.advance(at);
    const held = at === this.#prefillEnd ? this.#queue.shift() : undefined;
    if (held) {
      held.first = at;
      held.end = this.#written + this.#answerTokens(held) - 1;
      this.#batch.push(held);
      this.#prefillEnd = Infinity;
    } else this.#endAnswer();
    this.#plan();
  }

  /** Brings the integrals up to `at`. */
  advance(at: number): void {
    const [tokens, made] = this.#integrate(at, this.sums);
    this.#at = at;
    this.#written += tokens;
    this.kv += made;
  }

  /** What is held at `at`, and the integrals of the tick until then; nothing may have been due in between. */
  peek(at: number): {
    readonly batch: number;
    readonly queue: number;
    readonly kv: number;
    readonly sums: Float64Array;
  } {
    const sums = this.sums.slice();
    const kv = this.kv + this.#integrate(at, sums)[1];
    return { batch: this.#batch.length + this.#reading, queue: this.#queue.length - this.#reading, kv, sums };
  }

  /** All requests here are answered 500. */
  drop(at: number): void {
    for (const { request } of [...this.#batch, ...this.#queue]) this.answers.add(at, 500, this.index, request);
    this.#batch = [];
    this.#queue = [];
    this.kv = 0;
    this.#prefillEnd = Infinity;
  }

  /** Finds `next` anew. */
  schedule(): void {
    this.#end = Infinity;
    for (const { end } of this.#batch) if (end < this.#end) this.#end = end;
    const answered = this.#at + Math.max(0, this.#end - this.#written) * this.#tokenTime();
    this.next = Math.min(this.until, this.#prefillEnd, answered);
  }

  get #reading(): number {
    return this.#prefillEnd < Infinity ? 1 : 0;
  }

  /** Adds up what happens until `at`; gives the tokens made, for each request of the batch and for all. */
  #integrate(at: number, sums: Float64Array): readonly [number, number] {
    if (this.state !== 'running' && this.state !== 'terminating') return [0, 0];
    const { idleCpu, prefillCpu, tokenCpu } = this.parameters;
    const ms = at - this.#at;
    const batch = this.#batch.length;
    const reading = this.#reading;
    const tokens = batch && ms / this.#tokenTime();
    const made = tokens * batch;
    const add = (gauge: number, integral: number): void => {
      sums[gauge] = (sums[gauge] ?? 0) + integral;
    };
    add(UP, ms);
    add(BATCH, ms * (batch + reading));
    add(QUEUE, ms * (this.#queue.length - reading));
    add(KV, ms * (this.kv + made / 2));
    add(BUSY, batch + reading && ms);
    add(CPU, ms * (idleCpu + prefillCpu * reading) + made * tokenCpu);
    return [tokens, made];
  }

  #contextTokens({ request }: Held): number {
    return this.trace.context[request] ?? 0;
  }

  #answerTokens({ request }: Held): number {
    return this.trace.generated[request] ?? 1;
  }

  /** ms between two tokens of each request. */
  #tokenTime(): number {
    return this.parameters.tokenTime + this.parameters.tokenTimeGrowth * (this.#batch.length - 1);
  }

  /** Begins to read the next prompt if it can. */
  #plan(): void {
    const [head] = this.#queue;
    if (head && this.#prefillEnd === Infinity && this.#batch.length < this.parameters.slots) {
      const context = this.#contextTokens(head);
      this.kv += context;
      this.#prefillEnd = this.#at + context / this.parameters.prefillSpeed;
    }
    this.schedule();
  }

  /** The one of the batch that is due has its last token. */
  #endAnswer(): void {
    const due = this.#batch.find(({ end }) => end === this.#end);
    if (!due) return;
    this.#batch.splice(this.#batch.indexOf(due), 1);
    this.kv = this.load && this.kv - this.#contextTokens(due) - this.#answerTokens(due) + 1;
    const { request, arrived, first } = due;
    this.answers.add(this.#at, 200, this.index, request, this.#at - arrived, first - arrived);
  }
}
