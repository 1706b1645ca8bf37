import {
  labelSet,
  type Frame,
  type FrameRequest,
  type QueryContext,
  type Source,
  type SourceDescription,
} from '../../src/core/index.js';
import type { Clock } from '../../src/timeframe/index.js';

interface Asked {
  readonly request: FrameRequest;
  readonly signal: AbortSignal;
  answer(frame?: Frame): void;
  fail(reason: unknown): void;
}

/** Counts per replica that grow at a rate of their own, so that a step that is not over has less than it will. */
function countUntil(replica: string, from: number, to: number): number {
  const rate = 1 + (replica.charCodeAt(0) % 7) + Math.abs(Math.sin(from / 7e6));
  return Math.round((Math.max(0, to - from) / 1000) * rate);
}

/** What a source that knows everything answers to `request` at `now`. */
export function fullAnswer(request: FrameRequest, now: number): Frame {
  const { range, replicas, step } = request;
  const names = replicas ?? ['a', 'b', 'c'];
  const width = step ?? range.to - range.from;
  const times = Float64Array.from(
    { length: Math.ceil((range.to - range.from) / width) },
    (_, i) => range.from + i * width,
  );
  const started = times.filter((time) => time < now);
  return {
    kind: 'series',
    range,
    step,
    completeUntil: step === null ? now : range.from + Math.floor((now - range.from) / step) * step,
    now,
    notices: [],
    times: started,
    series: names.map((name) => ({
      name,
      labels: labelSet([['replica', name]]),
      unit: 'requests',
      values: started.map((time) => countUntil(name, time, Math.min(now, time + width))),
    })),
  };
}

/** A deterministic source that remembers what it was asked; answers at once, or when the test says so. */
export class SyntheticSource implements Source {
  readonly asked: Asked[] = [];
  manual = false;
  /** ms until the answer comes; called for each query. */
  latency = (): number => 0;
  description: SourceDescription = {};
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get requests(): FrameRequest[] {
    return this.asked.map(({ request }) => request);
  }

  query(request: FrameRequest, { signal }: QueryContext): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const full = fullAnswer(request, this.#clock.now());
      this.asked.push({ request, signal, answer: (frame = full) => resolve(frame), fail: reject });
      const wait = this.latency();
      if (wait > 0) this.#clock.setTimeout(() => resolve(full), wait);
      else if (!this.manual) resolve(full);
    });
  }

  describe(): Promise<SourceDescription> {
    return Promise.resolve(this.description);
  }
}
