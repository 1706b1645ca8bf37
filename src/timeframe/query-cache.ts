import { checkFrame, sliceFrame, type Frame, type FrameRequest, type Source, type TimeRange } from '../core/index.js';
import { coverageOf, extent, missingRange, trimCoverage, type Coverage } from './coverage.js';
import { QueryJob } from './query-job.js';
import { QueryQueue } from './query-queue.js';
import { requestKey } from './request-key.js';

/** Needs that are remembered for one source. */
const REMEMBERED = 64;

interface Entry {
  readonly key: string;
  readonly coverage: Coverage;
}

/** What one source has answered, and what it is being asked. It belongs to the source: time frames share it. */
export class QueryCache {
  readonly #source: Source;
  readonly #queue = new QueryQueue();
  readonly #jobs = new Set<QueryJob>();
  /** The last used comes first. */
  #entries: readonly Entry[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  /** The whole answer, where it is known and final. */
  ready(request: FrameRequest): Frame | null {
    const entry = this.#find(request);
    if (!entry || missingRange(request.range, request.step, entry.coverage)) return null;
    this.#use(entry);
    return cut(entry.coverage, request);
  }

  /** What is known of the answer, where that is at least half of it. */
  atHand(request: FrameRequest): Frame | null {
    const { from, to } = request.range;
    const known = this.#find(request)?.coverage;
    if (!known || Math.min(to, known.range.to) - Math.max(from, known.range.from) < (to - from) / 2) return null;
    return cut(known, request);
  }

  /** Asks for what is missing, together with all who need the same. `urgent` needs are served first. */
  ask(request: FrameRequest, signal: AbortSignal, urgent: () => boolean): Promise<Frame> {
    const key = requestKey(request);
    for (const job of this.#jobs) if (job.serves(key, request.range)) return job.wait(request.range, signal, urgent);
    return this.#start(key, request).wait(request.range, signal, urgent);
  }

  #start(key: string, request: FrameRequest): QueryJob {
    const base = this.#find(request);
    const missing = missingRange(request.range, request.step, base?.coverage) ?? request.range;
    const edge = base && missing !== request.range ? base : null;
    const range = edge ? extent(edge.coverage.range, missing) : missing;
    const work = async (signal: AbortSignal, urgent: () => boolean): Promise<(wanted: TimeRange) => Frame> => {
      const asked = { ...request, range: missing };
      const coverage = edge
        ? await this.#extend(edge.coverage, asked, request, signal, urgent)
        : coverageOf(await this.#query(asked, signal, urgent), missing);
      this.#put({ key, coverage: trimCoverage(coverage, request.range, request.step) }, edge);
      return (wanted) => cut(coverage, { ...request, range: wanted });
    };
    const job = new QueryJob(key, range, work, (ended) => this.#jobs.delete(ended));
    this.#jobs.add(job);
    return job;
  }

  /** Asks for one edge; for all, where the answer cannot be joined. How to join is loaded after the first paint. */
  async #extend(
    have: Coverage,
    edge: FrameRequest,
    whole: FrameRequest,
    signal: AbortSignal,
    urgent: () => boolean,
  ): Promise<Coverage> {
    const loading = import('./extend-coverage.js').catch(() => null);
    const answer = await this.#query(edge, signal, urgent);
    const joined = (await loading)?.extendCoverage(have, edge.range, answer);
    return joined ?? coverageOf(await this.#query(whole, signal, urgent), whole.range);
  }

  #query(request: FrameRequest, signal: AbortSignal, urgent: () => boolean): Promise<Frame> {
    const task = async (): Promise<Frame> => checkFrame(await this.#source.query(request, { signal }), request);
    return this.#queue.run(task, signal, urgent);
  }

  /** The entry that leaves the least to ask. */
  #find(request: FrameRequest): Entry | undefined {
    const key = requestKey(request);
    let best: Entry | undefined;
    let least = Infinity;
    for (const entry of this.#entries) {
      if (entry.key !== key) continue;
      const missing = missingRange(request.range, request.step, entry.coverage);
      const size = missing ? missing.to - missing.from : 0;
      if (size < least) [best, least] = [entry, size];
    }
    return best;
  }

  #use(entry: Entry): void {
    this.#entries = [entry, ...this.#entries.filter((other) => other !== entry)].slice(0, REMEMBERED);
  }

  /** Replaces the entry whose edge was asked, unless somebody else has renewed that meanwhile. */
  #put(entry: Entry, edge: Entry | null): void {
    if (edge && !this.#entries.includes(edge)) return;
    const { from, to } = entry.coverage.range;
    const replaced = ({ key, coverage: { range } }: Entry): boolean =>
      key === entry.key && range.from >= from && range.to <= to;
    this.#entries = this.#entries.filter((other) => other !== edge && !replaced(other));
    this.#use(entry);
  }
}

function cut(coverage: Coverage, request: FrameRequest): Frame {
  return coverage.frame.step === request.step && request.step !== null
    ? sliceFrame(coverage.frame, request.range)
    : coverage.frame;
}

const caches = new WeakMap<Source, QueryCache>();

export function queryCacheOf(source: Source): QueryCache {
  let cache = caches.get(source);
  if (!cache) caches.set(source, (cache = new QueryCache(source)));
  return cache;
}
