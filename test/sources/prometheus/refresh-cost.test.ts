import { expect } from '@open-wc/testing';
import { prometheusSource, type Profile } from '../../../src/sources/index.js';
import { Timeframe, type Need } from '../../../src/timeframe/index.js';
import { requestFor } from '../../../src/timeframe/request-for.js';
import { FakeClock } from '../../timeframe/fake-clock.js';
import { FakeServer, type Call, type ScrapedSeries } from './fake-server.js';

const REFRESH = 10_000;
const HOUR = 3_600_000;
/** One refresh in so many is also asked for in full, to compare. */
const SAMPLED = 30;

const PROFILE: Profile = {
  name: 'mine',
  labels: { replica: 'pod', status: 'code' },
  metrics: {
    requests: { type: 'counter', name: 'requests_total' },
    pending: { type: 'gauge', name: 'pending' },
    latency: { type: 'histogram', name: 'seconds' },
    replicas: { type: 'gauge', name: 'pending', across: 'sum', series: 'running' },
    cpu: { type: 'gauge', name: 'cpu_percent', factor: 0.01, across: 'avg' },
  },
};

/** What the charts of the whole page ask for. */
const NEEDS: readonly Need[] = [
  { metric: 'requests', by: ['status'], shape: 'series', step: 'bar' },
  { metric: 'requests', by: ['status'], shape: 'series', step: 'range' },
  { metric: 'pending', by: [], shape: 'series', step: 'line' },
  { metric: 'latency', by: ['quantile'], quantiles: [0.99, 0.95, 0.9, 0.5], shape: 'series', step: 'line' },
  { metric: 'latency', by: ['quantile'], quantiles: [0.99, 0.95, 0.9, 0.5], shape: 'series', step: 'range' },
  { metric: 'replicas', by: ['series'], shape: 'series', step: 'bar' },
  { metric: 'cpu', by: ['replica'], shape: 'series', step: 'line' },
];

const STORED: readonly ScrapedSeries[] = ['a', 'b', 'c'].flatMap((pod, nth) => {
  const counter = (labels: Record<string, string>, rate: number): ScrapedSeries => ({
    labels: { ...labels, pod },
    value: (time) => Math.floor((time / 1000) * rate * (nth + 1)),
  });
  return [
    ...['200', '404', '500'].map((code, i) => counter({ __name__: 'requests_total', code }, 3 / (i + 1))),
    ...['0.1', '1', '10', '+Inf'].map((le, i) => counter({ __name__: 'seconds_bucket', le }, 1 + i)),
    counter({ __name__: 'seconds_count' }, 4),
    { labels: { __name__: 'pending', pod }, value: (time) => Math.round(5 + 4 * Math.sin(time / 90_000 + nth)) },
    { labels: { __name__: 'cpu_percent', pod }, value: (time) => 50 + 40 * Math.sin(time / 200_000 + nth) },
  ];
});

/** Counts what goes over the wire: the parameters of each question, and the text of each answer. */
class Meter {
  requests = 0;
  bytes = 0;
  readonly #server: FakeServer;

  constructor(server: FakeServer) {
    this.#server = server;
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const response = await this.#server.fetch(input, init);
    const call: Call | undefined = this.#server.calls.at(-1);
    this.requests++;
    this.bytes += String(call?.parameters).length + (await response.text()).length;
    return response;
  };
}

describe('an hour of refreshes of the whole page on a Prometheus', () => {
  it('costs a tenth of the bytes of asking for all each time, at the most', async function () {
    this.timeout(120_000);
    const clock = new FakeClock(Date.UTC(2026, 2, 3, 10, 0, 7));
    const now = (): number => clock.now();
    const metered = (): Meter => new Meter(new FakeServer({ series: STORED, now }));
    const sourceOf = ({ fetch }: Meter) =>
      prometheusSource({ url: '/prometheus', profile: PROFILE, fetch, now, scrapeInterval: '10s' });
    const tails = metered();
    const full = metered();
    const source = sourceOf(tails);
    const fullSource = sourceOf(full);
    const { signal } = new AbortController();

    const timeframe = new Timeframe({ clock, timezone: 'UTC', range: '1h', refresh: REFRESH });
    const frames = NEEDS.map(() => 0);
    const watches = NEEDS.map((need, i) =>
      timeframe.watch(need, ({ frame, error }) => {
        if (error) throw error;
        frames[i] = frame?.range.to ?? 0;
      }),
    );
    for (const watch of watches) watch.setWidth(800);
    timeframe.source = source;
    await clock.advance(1_000);
    await fullSource.query(
      requestFor(NEEDS[0] ?? { metric: '', by: [], shape: 'series', step: 'bar' }, timeframe.state),
      { signal },
    );
    Object.assign(tails, { requests: 0, bytes: 0 });
    Object.assign(full, { requests: 0, bytes: 0 });

    const refreshes = HOUR / REFRESH;
    for (let count = 0; count < refreshes; count++) {
      await clock.advance(REFRESH);
      if (count % SAMPLED > 0) continue;
      for (const need of NEEDS) await fullSource.query(requestFor(need, timeframe.state), { signal });
    }
    expect(Math.min(...frames), 'each chart follows the clock').to.be.at.least(timeframe.state.range.to - 60_000);
    const asked = full.bytes * SAMPLED;
    console.log(
      `Measured: an hour of ${refreshes} refreshes of ${NEEDS.length} needs: ${tails.requests} requests, ${Math.round(tails.bytes / 1000)} kB; in full ` +
        `${full.requests * SAMPLED} requests, ${Math.round(asked / 1000)} kB`,
    );
    expect(tails.requests).to.be.at.most(full.requests * SAMPLED);
    expect(tails.bytes / asked).to.be.at.most(0.1);
    timeframe.dispose();
  });
});
