import { MINUTE, sliceFrame, type Frame, type FrameRequest } from '../core/index.js';
import { coverageOf, missingRange, type Coverage } from './coverage.js';
import { extendCoverage, trimCoverage } from './extend-coverage.js';
import { requestKey } from './request-key.js';

/** Needs that are remembered for one source. */
const REMEMBERED = 64;

interface Entry {
  readonly key: string;
  readonly coverage: Coverage;
}

/** What one source has answered so far: a new question asks it only for what is missing. */
export class KnownAnswers {
  /** The last used comes first. */
  readonly #entries: Entry[] = [];

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

  /** All that is known of the same need beside the answer. */
  around(request: FrameRequest): Frame | null {
    return this.#find(request)?.coverage.frame ?? null;
  }

  add(request: FrameRequest, answer: Frame): void {
    this.#put({ key: requestKey(request), coverage: coverageOf(answer, request.range) });
  }

  /** The whole answer, out of what is known and what `query` answers for the rest. */
  async complete(request: FrameRequest, query: (rest: FrameRequest) => Promise<Frame>): Promise<Frame> {
    const base = this.#find(request);
    const missing = missingRange(request.range, request.step, base?.coverage);
    if (base && !missing) return cut(base.coverage, request);
    if (base && missing && missing !== request.range) {
      const edge = await query({ ...request, range: missing });
      const extended = this.#forgetLater(base.key, edge) ? null : extendCoverage(base.coverage, missing, edge);
      if (extended) {
        this.#put({ key: base.key, coverage: trimCoverage(extended, request.range, request.step) }, base);
        return cut(extended, request);
      }
    }
    const answer = await query(request);
    this.#forgetLater(requestKey(request), answer);
    this.add(request, answer);
    return answer;
  }

  /** Forgets answers of much later than this one: the source's clock was set back, and what they call final is not. */
  #forgetLater(key: string, { now }: Frame): boolean {
    const later = this.#entries.filter((entry) => entry.key === key && entry.coverage.frame.now > now + MINUTE);
    for (const entry of later) this.#remove(entry);
    return later.length > 0;
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
    this.#remove(entry);
    this.#entries.unshift(entry);
    if (this.#entries.length > REMEMBERED) this.#entries.pop();
  }

  #remove(entry: Entry): void {
    const at = this.#entries.indexOf(entry);
    if (at >= 0) this.#entries.splice(at, 1);
  }

  /** Replaces the entry whose edge was asked, and what is covered now. */
  #put(entry: Entry, edge?: Entry): void {
    const { from, to } = entry.coverage.range;
    const replaced = ({ key, coverage: { range } }: Entry): boolean =>
      key === entry.key && range.from >= from && range.to <= to;
    for (const other of this.#entries.filter(replaced)) this.#remove(other);
    if (edge) this.#remove(edge);
    this.#use(entry);
  }
}

function cut({ frame }: Coverage, { range, step }: FrameRequest): Frame {
  return frame.step === step ? sliceFrame(frame, range) : frame;
}
