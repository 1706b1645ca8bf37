import { checkAnswer, type Frame, type FrameRequest, type Source } from '../core/index.js';
import type { KnownAnswers } from './known-answers.js';
import { QueryJob, type JobContext } from './query-job.js';
import { QueryQueue } from './query-queue.js';
import { requestKey } from './request-key.js';

/** What one source has answered, and what it is being asked. It belongs to the source: time frames share it. */
export class QueryCache {
  readonly #source: Source;
  readonly #queue: QueryQueue;
  readonly #jobs = new Map<string, QueryJob>();
  /** Answers that came before there was somebody to remember them. */
  #first: (readonly [FrameRequest, Frame])[] = [];
  #known: KnownAnswers | undefined;

  constructor(source: Source) {
    this.#source = source;
    this.#queue = new QueryQueue(source.concurrency);
  }

  /** The whole answer, where it is known and final. */
  ready(request: FrameRequest): Frame | null {
    return this.#known?.ready(request) ?? null;
  }

  /** What is known of the answer, where that is at least half of it. */
  atHand(request: FrameRequest): Frame | null {
    return this.#known?.atHand(request) ?? null;
  }

  /** All that is known around the answer; `null` before there was a second question. */
  around(request: FrameRequest): Frame | null {
    return this.#known?.around(request) ?? null;
  }

  /** Asks for what is missing, together with all who need the same. `urgent` needs are served first. */
  ask(request: FrameRequest, signal: AbortSignal, urgent: () => boolean): Promise<Frame> {
    const key = JSON.stringify([requestKey(request), request.range]);
    let job = this.#jobs.get(key);
    if (!job || job.signal.aborted) {
      job = new QueryJob((context) => this.#answer(request, context));
      this.#jobs.set(key, job);
    }
    return job.wait(signal, urgent).finally(() => {
      if (this.#jobs.get(key) === job) this.#jobs.delete(key);
    });
  }

  async #answer(request: FrameRequest, context: JobContext): Promise<Frame> {
    const query = (part: FrameRequest): Promise<Frame> => this.#query(part, context);
    const known = this.#known ?? (this.#first.length > 0 ? await this.#remember() : undefined);
    if (known) return known.complete(request, query);
    const answer = await query(request);
    if (this.#known) this.#known.add(request, answer);
    else this.#first.push([request, answer]);
    return answer;
  }

  /** Nothing is known before the first paint, so what remembers is loaded after it; without it all is asked anew. */
  async #remember(): Promise<KnownAnswers | undefined> {
    const loaded = await import('./known-answers.js').catch(() => null);
    if (!loaded) return undefined;
    const known = (this.#known ??= new loaded.KnownAnswers());
    for (const [request, answer] of this.#first.splice(0)) known.add(request, answer);
    return known;
  }

  #query(request: FrameRequest, context: JobContext): Promise<Frame> {
    const { signal, urgent } = context;
    const task = async (): Promise<Frame> =>
      checkAnswer(await this.#source.query(request, { signal, urgent }), request);
    return this.#queue.run(task, context);
  }
}

const caches = new WeakMap<Source, QueryCache>();

export function queryCacheOf(source: Source): QueryCache {
  let cache = caches.get(source);
  if (!cache) caches.set(source, (cache = new QueryCache(source)));
  return cache;
}
