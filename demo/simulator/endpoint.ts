import type { Frame, FrameRequest, QueryContext, Source, SourceDescription, TimeRange } from '../../src/core/index.js';
import { DAY } from './arrivals.js';
import type { EndpointOptions } from './calendar.js';
import { calendarOf, SEED } from './calendar.js';
import { counts } from './counts.js';
import type { Day } from './day.js';
import { simulateDay } from './day.js';
import { TICK } from './gauges.js';
import { quantiles } from './quantiles.js';
import type { View } from './view.js';

export interface SimulatedEndpoint extends Source {
  query(request: FrameRequest, context: QueryContext): Promise<Frame>;
  describe(context: QueryContext): Promise<SourceDescription>;
  /** When the endpoint was made, ms since the epoch. */
  readonly createdAt: number;
  readonly replicas: readonly string[];
  /** Done when all history up to the moment of making is simulated. */
  readonly history: Promise<unknown>;
  /** The simulated days that touch a range, oldest first. */
  days(range: TimeRange): Promise<readonly { readonly start: number; readonly day: Day }[]>;
}

/** Metrics that are counted from the answers, for any step, and those that are kept in ticks. */
const EXACT = ['requests', 'latency', 'time-to-first-token', 'time-per-output-token', 'tokens'];
const KEPT_IN_TICKS = 'pending,queue,batch,cpu,gpu,memory,gpu-memory,kv-cache,replicas,replica-states,scaling'.split(
  ',',
);
/** ms of simulating before other work has its turn. */
const SLICE = 8;

/** A message instead of a timer, which would be held up by 4 ms. */
const nextTask = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });

/** A timer, whose delay leaves room for frames: what nobody waits for gives way to drawing. */
const breath = (): Promise<void> => new Promise((done) => setTimeout(done));

/** An endpoint that serves the recorded hour, over and over, and its metrics. */
export function simulatedEndpoint(options: EndpointOptions): SimulatedEndpoint {
  const { seed = SEED, now = Date.now, delay = 0 } = options;
  const { parameters, trace, startOf, dayOf, createdAt, replicas } = calendarOf(options);
  const names = [...replicas, 'proxy'];
  const simulated = new Map<number, Day>();

  /** The days of a range, simulated up to its end, the newest first; several calls share what is done. */
  async function daysOf(
    { from, to }: TimeRange,
    clock: number,
    signal?: AbortSignal,
    pause = options.pause ?? nextTask,
  ): Promise<View['days']> {
    const end = Math.min(to, clock);
    const days = [];
    for (let index = dayOf(end - 1); index >= dayOf(Math.max(from, createdAt)); index--) {
      const day = simulated.get(index) ?? simulateDay(index, seed, trace, parameters);
      simulated.set(index, day);
      const start = startOf(index);
      while (!day.advance(Math.min(DAY, end - start), performance.now() + SLICE)) {
        await pause();
        signal?.throwIfAborted();
      }
      days.unshift({ start, day });
    }
    return days;
  }

  async function query(request: FrameRequest, { signal }: QueryContext): Promise<Frame> {
    if (delay) await new Promise((done) => setTimeout(done, delay));
    const { metric, shape, range } = request;
    const charted = metric === 'requests' ? counts : metric === 'latency' ? quantiles : null;
    const first = shape === 'series' && request.query === undefined ? charted : null;
    // Gauges are kept in ticks: a finer step than that has nothing to say.
    const tick = EXACT.includes(metric) ? 1 : TICK;
    const step = request.step && Math.max(request.step, tick);
    const clock = now();
    const days = await daysOf(range, clock, signal);
    signal.throwIfAborted();
    const from = Math.floor(range.from / tick) * tick;
    const width = step ?? range.to - from;
    const end = Math.min(range.to, clock);
    const times = Float64Array.from(
      { length: Math.max(0, Math.ceil((end - from) / width)) },
      (_, i) => from + i * width,
    );
    const wanted = (request.replicas ?? names).map((name) => names.indexOf(name)).filter((index) => index >= 0);
    const view = { days, from, end, width, times, createdAt, names, wanted, parameters, trace };
    const facts = {
      range: { from, to: from + times.length * width },
      step,
      completeUntil: step ? from + Math.floor((clock - from) / step) * step : clock,
      now: clock,
      notices: [],
    };
    if (first) return { ...facts, kind: 'series', times, series: first(view, request) };
    const { otherFrame } = await import('./other-frames.js');
    return otherFrame(view, request, facts);
  }

  async function describe({ signal }: QueryContext): Promise<SourceDescription> {
    const clock = now();
    const [today] = await daysOf({ from: clock - 1, to: clock }, clock, signal);
    const state = (i: number): string => today?.day.lanes[i]?.at(-1)?.state ?? 'none';
    return {
      metrics: [...EXACT, ...KEPT_IN_TICKS],
      replicas: replicas.map((name, i) => ({ name, state: state(i) })),
      minStep: TICK,
    };
  }

  return {
    query,
    describe,
    createdAt,
    replicas,
    history: daysOf({ from: createdAt, to: Infinity }, now(), undefined, options.pause ?? breath),
    days: (range) => daysOf(range, now()),
  };
}
