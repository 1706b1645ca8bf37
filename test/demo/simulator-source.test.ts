import { expect } from '@open-wc/testing';
import type { Frame, Shape } from '../../src/core/index.js';
import { METRICS } from '../../src/core/index.js';
import { quantileOfSorted } from '../../demo/simulator/quantile-of-sorted.js';
import { decodeTrace } from '../../demo/simulator/trace.js';
import { answersIn } from '../../demo/simulator/truth.js';
import { ANCHOR, ask, askLanes, askSeries, endpointOf, HOUR, recorded, total, valuesOf } from './endpoints.js';

const DAY = 24 * HOUR;
const signal = new AbortController().signal;
const trace = await recorded;
const morning = { from: ANCHOR - 11 * HOUR, to: ANCHOR };
/** Most tests only read, so they share one that is simulated once. */
const shared = endpointOf(trace);

const asked: readonly (readonly [string, Shape, readonly string[]])[] = [
  ...[...METRICS].map(([metric, { shape }]) => [metric, shape, []] as const),
  ['requests', 'series', ['status', 'replica']],
  ['latency', 'series', ['replica']],
  ['latency', 'histogram', []],
  ['pending', 'series', ['replica']],
  ['gpu-memory', 'series', ['replica']],
  ['scaling', 'events', []],
];

/** Every kind of answer over some ranges, without what says when it was given. */
async function everything(endpoint: typeof shared, ranges: readonly Frame['range'][]): Promise<unknown[]> {
  const frames: unknown[] = [];
  for (const range of ranges) {
    for (const [metric, shape, by] of asked) {
      for (const step of [300_000, null]) {
        frames.push({ metric, ...(await ask(endpoint, metric, { shape, by, range, step })) });
      }
    }
  }
  return frames;
}

describe('the recorded requests', function () {
  // A morning is simulated in a tenth of a second, but not on a busy machine.

  it('are read as they were packed', () => {
    const { length, at, context, generated, period } = decodeTrace(trace);
    expect([length, period, at[0], at[length - 1]]).to.deep.equal([28_185, 3_513_249, 0, 3_513_248]);
    expect([context[0], generated[0], context[length - 1], generated[length - 1]]).to.deep.equal([374, 44, 549, 173]);
  });

  it('are refused where the file is cut off', () => {
    expect(() => decodeTrace(trace.slice(0, 1001))).to.throw('cut off');
    expect(() => decodeTrace(new Uint8Array())).to.throw('cut off');
  });
});

describe('the simulated endpoint', function () {
  it('gives the same for the same seed and anchor, and something else for another seed', async () => {
    const again = await everything(endpointOf(trace), [morning]);
    expect(again).to.deep.equal(await everything(shared, [morning]));
    const other = await askSeries(endpointOf(trace, { seed: 2 }), 'requests', { range: morning });
    expect(other.series).not.to.deep.equal((await askSeries(shared, 'requests', { range: morning })).series);
  });

  it('gives the same in whatever order and pieces it is simulated', async () => {
    const old = { from: ANCHOR - DAY, to: ANCHOR - DAY + 2 * HOUR };
    const recent = { from: ANCHOR - HOUR, to: ANCHOR };
    const backwards = endpointOf(trace, { days: 1 });
    const first = await everything(backwards, [old, recent]);
    const done = endpointOf(trace, { days: 1 });
    await done.history;
    expect(first).to.deep.equal(await everything(done, [old, recent]));
  });

  it('goes on live to what it would have been at once', async () => {
    let now = ANCHOR - HOUR + 123;
    const live = endpointOf(trace, { now: () => now });
    for (; now < ANCHOR; now += 97_531) await ask(live, 'requests', { step: 5000 });
    now = ANCHOR;
    expect(await everything(live, [morning])).to.deep.equal(await everything(shared, [morning]));
  });

  it('lets other work have its turn while it simulates, and stops when nobody waits', async () => {
    const abort = new AbortController();
    const endpoint = endpointOf(trace, { pause: async () => abort.abort() });
    const request = {
      metric: 'requests',
      range: morning,
      step: null,
      by: [],
      replicas: null,
      shape: 'series',
    } as const;
    const error: unknown = await endpoint.query(request, { signal: abort.signal }).catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'AbortError');
  });

  it('refuses what it does not have, in words', async () => {
    const error: unknown = await ask(shared, 'weather').catch((reason: unknown) => reason);
    expect(String(error)).to.contain('has no "weather" as series');
  });

  it('describes its metrics and the state of its replicas', async () => {
    const { metrics, replicas } = await shared.describe({ signal });
    expect(metrics).to.include.members([...METRICS.keys()]);
    expect(replicas?.map(({ name }) => name)).to.deep.equal(shared.replicas);
    expect(replicas?.some(({ state }) => state === 'running')).to.equal(true);
  });

  it('is busy when it is opened and scaled to zero at night', async () => {
    const { values } = (await askSeries(shared, 'requests', { range: morning, step: HOUR })).series[0] ?? {};
    expect([...(values ?? [])].slice(0, 3)).to.deep.equal([0, 0, 0]);
    expect(values?.at(-1)).to.be.above(5000);
    const running = valuesOf(await askSeries(shared, 'replicas', { range: morning, step: HOUR }), 'running');
    expect([...running].slice(0, 3)).to.deep.equal([0, 0, 0]);
  });

  it('knows nothing of the time before it was made, and nothing yet of the time to come', async () => {
    const { createdAt } = shared;
    const before = { from: createdAt - HOUR, to: createdAt + HOUR };
    const frame = await askSeries(shared, 'requests', { range: before, step: HOUR });
    expect([...(frame.series[0]?.values ?? [])]).to.deep.equal([NaN, 0]);
    const after = await askSeries(shared, 'requests', {
      range: { from: ANCHOR - 90_000, to: ANCHOR + HOUR },
      step: 60_000,
    });
    expect(after.times.length).to.equal(2);
    expect(after.completeUntil).to.equal(ANCHOR - 30_000);
  });
});

describe('counts of the simulated endpoint', function () {
  it('over the whole range are the sums of those of the steps, and what happened', async () => {
    const answers = await answersIn(shared, morning);
    const whole = await askSeries(shared, 'requests', { by: ['status'], range: morning, step: null });
    for (const step of [1000, 30_000, 1_800_000, HOUR]) {
      const steps = await askSeries(shared, 'requests', { by: ['status'], range: morning, step });
      for (const { name, values } of whole.series) {
        expect(total(valuesOf(steps, name))).to.equal(values[0]);
        expect(values[0]).to.equal(answers.filter(({ status }) => String(status) === name).length);
      }
    }
  });

  it('by replica add up to all, with what the proxy answered; of some replicas they are theirs alone', async () => {
    const answers = await answersIn(shared, morning);
    const more = { range: morning, step: null };
    const each = await askSeries(shared, 'requests', { ...more, by: ['replica'] });
    expect(total(each.series.map(({ values }) => values[0] ?? NaN))).to.equal(answers.length);
    const [name = ''] = shared.replicas;
    const one = await askSeries(shared, 'requests', { ...more, replicas: [name] });
    expect(one.series[0]?.values[0]).to.equal(answers.filter(({ replica }) => replica === name).length);
    expect(one.series[0]?.values[0]).to.equal(valuesOf(each, name)[0]);
  });

  it('of tokens are those of the requests that were answered', async () => {
    const { generated } = decodeTrace(trace);
    const answered = (await answersIn(shared, morning)).filter(({ status }) => status === 200);
    const frame = await askSeries(shared, 'tokens', { by: ['direction'], range: morning, step: HOUR });
    expect(total(valuesOf(frame, 'output'))).to.equal(total(answered.map(({ request }) => generated[request] ?? NaN)));
  });
});

describe('quantiles of the simulated endpoint', function () {
  it('are those of the latencies in each step, and missing where nothing was answered', async () => {
    const step = 1_800_000;
    const answers = await answersIn(shared, morning);
    const frame = await askSeries(shared, 'latency', { quantiles: [0.99, 0.5], range: morning, step });
    for (const [q, name] of [
      [0.99, '0.99'],
      [0.5, '0.5'],
    ] as const) {
      frame.times.forEach((time, i) => {
        const latencies = answers.filter(({ at, status }) => status === 200 && at >= time && at < time + step);
        const sorted = latencies.map(({ latency }) => latency).sort((a, b) => a - b);
        expect(valuesOf(frame, name)[i]).to.deep.equal(quantileOfSorted(q, sorted));
      });
    }
    expect(valuesOf(frame, '0.5')[0]).to.be.NaN;
  });

  it('stand beside buckets that count each of these requests once', async () => {
    const frame = await ask(shared, 'latency', { shape: 'histogram', range: morning, step: HOUR });
    const answered = (await answersIn(shared, morning)).filter(({ status }) => status === 200);
    expect(frame.kind === 'histogram' && total(frame.counts)).to.equal(answered.length);
  });
});

describe('gauges of the simulated endpoint', function () {
  it('stay within what there is', async () => {
    for (const metric of ['cpu', 'gpu', 'kv-cache', 'memory', 'gpu-memory']) {
      const frame = await askSeries(shared, metric, { by: ['replica'], range: morning, step: 5000 });
      const limit = valuesOf(frame, 'limit')[0] ?? 1;
      const values = frame.series.flatMap((series) => [...series.values]).filter((value) => !Number.isNaN(value));
      expect(Math.min(...values.slice(0, 1e5)), metric).to.be.at.least(0);
      expect(Math.max(...values.slice(0, 1e5)), metric).to.be.at.most(limit * (1 + 1e-6));
    }
  });

  it('of pending requests add up over replicas, and are the queue and the batch together', async () => {
    const more = { range: morning, step: 60_000 };
    const all = valuesOf(await askSeries(shared, 'pending', more), 'pending');
    const each = (await askSeries(shared, 'pending', { ...more, by: ['replica'] })).series;
    const queue = valuesOf(await askSeries(shared, 'queue', more), 'queue');
    const batch = valuesOf(await askSeries(shared, 'batch', more), 'batch');
    all.forEach((value, i) => {
      expect(value).to.be.closeTo(total(each.map(({ values }) => values[i] || 0)), 1e-9);
      expect(value).to.be.closeTo((queue[i] ?? NaN) + (batch[i] ?? NaN), 1e-9);
    });
  });

  it('of pending requests agree with how long the requests took (Little’s law)', async () => {
    const answered = (await answersIn(shared, morning)).filter(({ status }) => status === 200);
    const pending = valuesOf(await askSeries(shared, 'pending', { range: morning, step: null }), 'pending')[0] ?? NaN;
    const seconds = (morning.to - morning.from) / 1000;
    expect(pending).to.be.closeTo(total(answered.map(({ latency }) => latency)) / seconds, pending * 0.01);
  });
});

describe('the life of a simulated replica', function () {
  it('goes through the states in their order, without gap or overlap', async () => {
    const follows = new Map([
      ['pending', ['downloading', 'terminating']],
      ['downloading', ['pulling', 'terminating']],
      ['pulling', ['initializing', 'terminating']],
      ['initializing', ['running', 'terminating']],
      ['running', ['terminating', 'failed']],
      ['failed', ['initializing', 'terminating']],
      ['terminating', []],
    ]);
    const endpoint = endpointOf(trace, { parameters: { kvCapacity: 12_000 } });
    let changes = 0;
    for (const { intervals } of await askLanes(endpoint, morning)) {
      let before: (typeof intervals)[number] | undefined;
      for (const one of intervals) {
        expect(one.to).to.be.above(one.from);
        if (before?.to === one.from) expect(follows.get(before.state), before.state).to.include(one.state);
        else expect([one.state, before?.state ?? 'terminating']).to.deep.equal(['pending', 'terminating']);
        before = one;
        changes++;
      }
    }
    expect(changes).to.be.above(50);
  });

  it('is counted as running where its state is', async () => {
    const range = { from: ANCHOR - HOUR, to: ANCHOR };
    const counted = valuesOf(await askSeries(shared, 'replicas', { range, step: 5000 }), 'running');
    const running = (await askLanes(shared, range)).flatMap((lane) =>
      lane.intervals.filter((i) => i.state === 'running'),
    );
    counted.forEach((value, i) => {
      const from = range.from + i * 5000;
      expect(value).to.equal(running.filter((one) => one.from < from + 5000 && one.to > from).length);
    });
  });

  it('takes three to five minutes from the request that woke the endpoint to running', async () => {
    const [first] = await answersIn(shared, morning);
    const [lane] = await askLanes(shared, morning);
    const start = lane?.intervals.find(({ state }) => state === 'running')?.from ?? NaN;
    expect(start - (first?.at ?? NaN)).to.be.within(170_000, 300_000);
  });
});
