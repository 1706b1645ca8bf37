import { MINUTE, type QueryContext } from '../../core/index.js';
import { afterThisTurn } from './after-this-turn.js';
import { PrometheusError } from './failure.js';
import { canBePart, groupsOf, joinedQuery, partsOf, type TimedQuery } from './joined-query.js';
import type { Body } from './read-body.js';
import type { Transport } from './transport.js';

/** A joined query gets no more time than this, ms: the server works at single ones side by side. */
const PATIENCE = 3_000;

/**
 * After one that failed nothing is joined for so long, ms. The server may not take such queries at all; to try at each
 * refresh would cost it one more, and the reader that time.
 */
const REST = 10 * MINUTE;

/** A query with more series in its answer is asked by itself. */
const MOST_SERIES = 100;
/** The same holds for what took longer, ms: the others need not wait for it. */
const SLOW = 1_000;
/** Queries that are remembered to have been answered. */
const REMEMBERED = 500;
/** A joined query of fewer characters fits into any address. */
const SHORT = 1_500;

/** A part that waits for its answer. */
interface Waiting extends TimedQuery {
  readonly context: QueryContext;
  readonly resolve: (body: Body) => void;
  readonly reject: (reason: unknown) => void;
}

const keyOf = ({ query, step }: TimedQuery): string => `${step} ${query}`;

/**
 * Asks what is asked at one time as one query where that is small and sound. A query that is asked for the first time
 * goes by itself: the charts of a page come one by one, and what the server refuses spoils no other's answer.
 */
export class Joiner {
  readonly #transport: Transport;
  readonly #now: () => number;
  readonly #steady: () => number;
  readonly #answered = new Set<string>();
  #waiting: Waiting[] = [];
  #restsUntil: number;

  /** `now` is this machine's clock, `steady` one that nobody sets, ms; without `join` each query goes by itself. */
  constructor(transport: Transport, now: () => number, steady: () => number, join: boolean) {
    this.#transport = transport;
    this.#now = now;
    this.#steady = steady;
    this.#restsUntil = join ? -Infinity : Infinity;
  }

  /** Of a query that is `joinable` it is known that it gives a vector, and with which labels. Rejects as the transport does. */
  ask(query: TimedQuery, joinable: boolean, context: QueryContext): Promise<Body> {
    const joins = joinable && this.#now() >= this.#restsUntil && this.#answered.has(keyOf(query)) && canBePart(query);
    if (!joins) return this.#single(query, context);
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) afterThisTurn(() => this.#send());
      this.#waiting.push({ ...query, context, resolve, reject });
    });
  }

  #send(): void {
    const asked = this.#waiting.splice(0);
    for (const { context, reject } of asked) if (context.signal.aborted) reject(context.signal.reason);
    for (const group of groupsOf(asked.filter(isWanted))) void this.#together(group);
  }

  async #together(parts: readonly Waiting[]): Promise<void> {
    const joined = joinedQuery(parts);
    if (parts.length < 2 || !(this.#transport.takesLong || joined.query.length < SHORT)) return this.#apart(parts);
    const controller = new AbortController();
    const leave = ({ target }: Event): void => {
      for (const { context, reject } of parts) if (context.signal === target) reject(context.signal.reason);
      if (!parts.some(isWanted)) controller.abort();
    };
    for (const { context } of parts) context.signal.addEventListener('abort', leave);
    try {
      const urgent = (): boolean => parts.some(({ context }) => context.urgent?.() ?? true);
      const body = await this.#ask(joined, { signal: controller.signal, urgent }, PATIENCE);
      partsOf(body, parts).forEach((answer, i) => {
        const part = parts[i];
        if (!part) return;
        this.#remember(part, answer);
        part.resolve(answer);
      });
    } catch (reason) {
      if (reason instanceof PrometheusError && reason.forAll) for (const { reject } of parts) reject(reason);
      else if (parts.some(isWanted)) {
        this.#restsUntil = Math.max(this.#restsUntil, this.#now() + REST);
        this.#apart(parts.filter(isWanted));
      }
    } finally {
      for (const { context } of parts) context.signal.removeEventListener('abort', leave);
    }
  }

  #apart(parts: readonly Waiting[]): void {
    for (const part of parts) this.#single(part, part.context).then(part.resolve, part.reject);
  }

  async #single(query: TimedQuery, context: QueryContext): Promise<Body> {
    const asked = this.#steady();
    try {
      const body = await this.#ask(query, context);
      if (this.#steady() - asked <= SLOW) this.#remember(query, body);
      else this.#answered.delete(keyOf(query));
      return body;
    } catch (reason) {
      this.#answered.delete(keyOf(query));
      throw reason;
    }
  }

  #ask({ query, start, end, step }: TimedQuery, context: QueryContext, timeout?: number): Promise<Body> {
    if (step === null) return this.#transport.ask('query', { query, time: seconds(end) }, context, timeout);
    const when = { start: seconds(start), end: seconds(end), step: seconds(step) };
    return this.#transport.ask('query_range', { query, ...when }, context, timeout);
  }

  #remember(query: TimedQuery, { series }: Body): void {
    const key = keyOf(query);
    this.#answered.delete(key);
    if (series.length <= MOST_SERIES) this.#answered.add(key);
    const [oldest] = this.#answered;
    if (this.#answered.size > REMEMBERED && oldest !== undefined) this.#answered.delete(oldest);
  }
}

const seconds = (ms: number): string => String(ms / 1000);
const isWanted = ({ context }: Waiting): boolean => !context.signal.aborted;
