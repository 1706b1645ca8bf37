import { expect } from '@open-wc/testing';
import { prometheusSource, type Profile } from '../../../src/sources/index.js';
import { TimeframeStore, type Need } from '../../../src/timeframe/index.js';
import { requestFor } from '../../../src/timeframe/request-for.js';
import { FakeClock } from '../../timeframe/fake-clock.js';
import { callOf, FakeServer, type ScrapedSeries } from './fake-server.js';
import { isDiscovery } from './support.js';

const REFRESH = 10_000;
const HOUR = 3_600_000;
/** One refresh in so many is also asked for in full, to compare. */
const SAMPLED = 30;
const REFRESHES = HOUR / REFRESH;

const PROFILE: Profile = {
  name: 'mine',
  labels: { replica: 'pod', status: 'code' },
  metrics: {
    requests: { type: 'counter', name: 'requests_total' },
    pending: { type: 'gauge', name: 'pending' },
    latency: { type: 'histogram', name: 'seconds' },
    replicas: { type: 'gauge', name: 'pending', across: 'sum', series: 'running' },
    cpu: { type: 'gauge', name: 'cpu_percent', factor: 0.01, across: 'avg' },
    memory: { type: 'gauge', name: 'memory_bytes', across: 'avg' },
    gpu: { type: 'gauge', name: 'gpu_percent', factor: 0.01, across: 'avg' },
    'gpu-memory': { type: 'gauge', name: 'gpu_memory_bytes', across: 'avg' },
    tokens: { type: 'counter', name: 'tokens_total' },
    'kv-cache': { type: 'gauge', name: 'kv_percent', factor: 0.01, across: 'avg' },
    queue: { type: 'gauge', name: 'waiting' },
    batch: { type: 'gauge', name: 'running' },
    'time-to-first-token': { type: 'histogram', name: 'first_token_seconds' },
    'time-per-output-token': { type: 'histogram', name: 'output_token_seconds' },
  },
};

const QUANTILES = [0.99, 0.95, 0.9, 0.5];

/** What the charts of the whole page ask for without those of hardware other than the processor and of language models. */
const SOME: readonly Need[] = [
  { metric: 'requests', by: ['status'], shape: 'series', step: 'bar' },
  { metric: 'requests', by: ['status'], shape: 'series', step: 'range' },
  { metric: 'pending', by: [], shape: 'series', step: 'line' },
  { metric: 'latency', by: ['quantile'], quantiles: QUANTILES, shape: 'series', step: 'line' },
  { metric: 'latency', by: ['quantile'], quantiles: QUANTILES, shape: 'series', step: 'range' },
  { metric: 'replicas', by: ['series'], shape: 'series', step: 'bar' },
  { metric: 'cpu', by: ['replica'], shape: 'series', step: 'line' },
];

/** The same by elements: four boxes with a count and four with a percentile share a need, and the header of a chart. */
const BY_ELEMENTS: readonly Need[] = SOME.flatMap((need) =>
  need.step !== 'range' ? need : Array.from({ length: need.metric === 'latency' ? 5 : 4 }, () => need),
);

/** What a page asks for that has a chart of each metric. */
const ALL: readonly Need[] = [
  ...SOME,
  { metric: 'memory', by: ['replica'], shape: 'series', step: 'line' },
  { metric: 'gpu', by: ['replica'], shape: 'series', step: 'line' },
  { metric: 'gpu-memory', by: ['replica'], shape: 'series', step: 'line' },
  { metric: 'tokens', by: ['direction'], shape: 'series', step: 'line' },
  { metric: 'kv-cache', by: [], shape: 'series', step: 'line' },
  { metric: 'queue', by: [], shape: 'series', step: 'line' },
  { metric: 'batch', by: [], shape: 'series', step: 'line' },
  { metric: 'time-to-first-token', by: ['quantile'], quantiles: QUANTILES, shape: 'series', step: 'line' },
  { metric: 'time-per-output-token', by: ['quantile'], quantiles: QUANTILES, shape: 'series', step: 'line' },
];

const STORED: readonly ScrapedSeries[] = ['a', 'b', 'c'].flatMap((pod, nth) => {
  const counter = (labels: Record<string, string>, rate: number): ScrapedSeries => ({
    labels: { ...labels, pod },
    value: (time) => Math.floor((time / 1000) * rate * (nth + 1)),
  });
  const gauge = (name: string, i: number): ScrapedSeries => ({
    labels: { __name__: name, pod },
    value: (time) => 50 + 40 * Math.sin(time / 200_000 + nth + i),
  });
  return [
    ...['200', '404', '500'].map((code, i) => counter({ __name__: 'requests_total', code }, 3 / (i + 1))),
    ...['input', 'output'].map((direction, i) => counter({ __name__: 'tokens_total', direction }, 300 * (i + 1))),
    ...['seconds', 'first_token_seconds', 'output_token_seconds'].flatMap((name) => [
      ...['0.1', '1', '10', '+Inf'].map((le, i) => counter({ __name__: `${name}_bucket`, le }, 1 + i)),
      counter({ __name__: `${name}_count` }, 4),
    ]),
    ...['cpu_percent', 'memory_bytes', 'gpu_percent', 'gpu_memory_bytes', 'kv_percent'].map(gauge),
    ...['pending', 'waiting', 'running'].map((name) => ({
      labels: { __name__: name, pod },
      value: (time: number) => Math.round(5 + 4 * Math.sin(time / 90_000 + nth)),
    })),
  ];
});

/** Counts what goes over the wire: the parameters of each question, and the text of each answer. */
class Meter {
  requests = 0;
  /** About the server itself: its clock. */
  others = 0;
  bytes = 0;
  readonly #server: FakeServer;

  constructor(server: FakeServer) {
    this.#server = server;
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const call = callOf(input, init);
    const response = await this.#server.fetch(input, init);
    if (isDiscovery(call)) this.others++;
    else this.requests++;
    const text = await response.text();
    this.bytes += String(call.parameters).length + text.length;
    return response;
  };

  clear(): void {
    this.requests = this.others = this.bytes = 0;
  }
}

interface Cost {
  readonly requests: number;
  readonly bytes: number;
}

/** What an hour of refreshes costs, and what it had cost to ask for all each time. */
async function hourOf(needs: readonly Need[], join: boolean): Promise<{ tails: Cost; full: Cost }> {
  const clock = new FakeClock(Date.UTC(2026, 2, 3, 10, 0, 7));
  const now = (): number => clock.now();
  const metered = (): Meter => new Meter(new FakeServer({ series: STORED, now }));
  const sourceOf = ({ fetch }: Meter) =>
    prometheusSource({ url: '/prometheus', profile: PROFILE, fetch, now, scrapeInterval: '10s', join });
  const tails = metered();
  const full = metered();
  const fullSource = sourceOf(full);
  const { signal } = new AbortController();

  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', range: '1h', refresh: REFRESH });
  const frames = needs.map(() => 0);
  const watches = needs.map((need, i) =>
    timeframe.watch(need, ({ frame, error }) => {
      if (error) throw error;
      frames[i] = frame?.range.to ?? 0;
    }),
  );
  for (const watch of watches) watch.setWidth(800);
  timeframe.source = sourceOf(tails);
  await clock.advance(1_000);
  await fullSource.describe?.({ signal });
  tails.clear();
  full.clear();

  for (let count = 0; count < REFRESHES; count++) {
    await clock.advance(REFRESH);
    if (count % SAMPLED > 0) continue;
    for (const need of needs) await fullSource.query(requestFor(need, timeframe.state), { signal });
  }
  expect(Math.min(...frames), 'each chart follows the clock').to.be.at.least(timeframe.state.range.to - 60_000);
  timeframe.dispose();
  const { others } = tails;
  return {
    tails: { requests: tails.requests + others, bytes: tails.bytes },
    full: { requests: full.requests * SAMPLED + others, bytes: full.bytes * SAMPLED },
  };
}

const share = (a: number, b: number): string => `${((a / b) * 100).toFixed(1)} %`;

function report(what: string, { tails, full }: { tails: Cost; full: Cost }): void {
  const cost = ({ requests, bytes }: Cost): string => `${requests} requests, ${Math.round(bytes / 1000)} kB`;
  console.log(
    `Measured: an hour of ${REFRESHES} refreshes of ${what}: ${cost(tails)}; in full ${cost(full)}: ` +
      `${share(tails.requests, full.requests)} and ${share(tails.bytes, full.bytes)}`,
  );
}

describe('an hour of refreshes of the whole page on a Prometheus', function () {
  this.timeout(120_000);

  it('costs a tenth of the bytes and of the requests of asking for all each time, at the most', async () => {
    const cost = await hourOf(ALL, true);
    report(`a page of everything, ${ALL.length} needs`, cost);
    expect(cost.tails.requests / cost.full.requests).to.be.at.most(0.1);
    expect(cost.tails.bytes / cost.full.bytes).to.be.at.most(0.1);
  });

  it('is one request a refresh on a page of fewer charts, too', async () => {
    const cost = await hourOf(SOME, true);
    report(`a page of ${SOME.length} needs`, cost);
    expect(cost.tails.requests).to.be.at.most(REFRESHES * 1.06);
    expect(cost.tails.bytes / cost.full.bytes).to.be.at.most(0.1);
  });

  it('is a tenth of the requests that the elements of this page had made by themselves', async () => {
    const cost = await hourOf(BY_ELEMENTS, true);
    report(`a page of ${BY_ELEMENTS.length} elements`, cost);
    expect(cost.tails.requests / cost.full.requests).to.be.at.most(0.1);
  });

  it('costs a tenth of the bytes without joined queries, and as many requests', async () => {
    const cost = await hourOf(SOME, false);
    report(`a page of ${SOME.length} needs, query by query`, cost);
    expect(cost.tails.requests).to.be.within(cost.full.requests * 0.95, cost.full.requests * 1.05);
    expect(cost.tails.bytes / cost.full.bytes).to.be.at.most(0.1);
  });
});
