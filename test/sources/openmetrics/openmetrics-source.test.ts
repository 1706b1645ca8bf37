import { expect } from '@open-wc/testing';
import type { FrameRequest, SeriesFrame } from '../../../src/core/index.js';
import { openMetricsSource, type OpenMetricsOptions } from '../../../src/sources/index.js';

const START = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;
const { signal } = new AbortController();

const request = (metric: string, more: Partial<FrameRequest> = {}): FrameRequest => ({
  metric,
  range: { from: START, to: START + 20 * MINUTE },
  step: MINUTE,
  by: [],
  replicas: null,
  shape: 'series',
  ...more,
});

/** Servers whose texts the test writes, and a clock that it moves. */
class Servers {
  now = START;
  texts = new Map<string, string | number>();
  asked: RequestInit[] = [];

  options(more: Partial<OpenMetricsOptions> = {}): OpenMetricsOptions {
    return {
      now: () => this.now,
      fetch: async (url, init = {}) => {
        this.asked.push(init);
        const text = this.texts.get(String(url)) ?? 404;
        if (typeof text === 'number') return new Response('', { status: text });
        return new Response(text, { headers: { 'Content-Type': 'text/plain' } });
      },
      ...more,
    };
  }
}

const route = (counts: Record<string, number>, cpu = 50): string =>
  `# TYPE http_requests counter\n${Object.entries(counts)
    .map(([key, value]) => `http_requests{replica_id="${key.slice(0, 1)}",status_code="${key.slice(1)}"} ${value}\n`)
    .join('')}# TYPE latency_distribution summary\nlatency_distribution{quantile="0.5"} 0.25\n` +
  `# TYPE cpu_usage_percent gauge\ncpu_usage_percent{replica_id="a"} ${cpu}\n` +
  `# TYPE gpu_memory_used_bytes gauge\ngpu_memory_used_bytes{replica_id="a"} 1024\n`;

const series = async (source: ReturnType<typeof openMetricsSource>, asked: FrameRequest): Promise<SeriesFrame> => {
  const frame = await source.query(asked, { signal });
  if (frame.kind !== 'series') throw new Error(frame.kind);
  return frame;
};
const lines = (frame: SeriesFrame): Record<string, number[]> =>
  Object.fromEntries(frame.series.map(({ name, values }) => [name, [...values]]));

describe('openMetricsSource', () => {
  it('turns the counters of the reference route into what was counted in each step, over a restart', async () => {
    const servers = new Servers();
    const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'huggingface' }));
    const texts = [{ a200: 100 }, { a200: 110 }, { a200: 4, a500: 2 }, { a200: 9, a500: 2, b200: 7 }];
    for (const counts of texts) {
      servers.texts.set('/metrics', route(counts));
      await source.query(request('requests'), { signal });
      servers.now += MINUTE;
    }
    const frame = await series(
      source,
      request('requests', { by: ['status'], range: { from: START, to: START + 3 * MINUTE } }),
    );
    expect(lines(frame)).to.deep.equal({ '200': [10, 4, 12], '500': [NaN, 2, 0] });
    const total = await series(source, request('requests', { step: null }));
    expect(lines(total)).to.deep.equal({ requests: [28] });
  });

  it('shows an outage as a gap in steps, and counts over it in the whole', async () => {
    const servers = new Servers();
    const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'huggingface' }));
    for (let minute = 0; minute <= 10; minute++) {
      servers.now = START + minute * MINUTE;
      servers.texts.set('/metrics', minute > 3 && minute < 9 ? 503 : route({ a200: minute * 10 }));
      await source.query(request('requests'), { signal }).catch((error: unknown) => error);
    }
    const range = { from: START, to: START + 10 * MINUTE };
    const frame = await series(source, request('requests', { range }));
    expect(lines(frame)).to.deep.equal({ requests: [10, 10, 10, NaN, NaN, NaN, NaN, NaN, NaN, 10] });
    const total = await series(source, request('requests', { range, step: null }));
    expect(lines(total)).to.deep.equal({ requests: [100] });
  });

  it('reads gauges as they are, percentiles of summaries, and finds the memory of a GPU by its name', async () => {
    const servers = new Servers();
    servers.texts.set('/metrics', route({ a200: 1 }, 75));
    const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'huggingface' }));
    servers.now += 1000;
    const range = { from: START, to: START + MINUTE };
    expect(lines(await series(source, request('cpu', { range, by: ['replica'] })))).to.deep.equal({
      a: [0.75],
      limit: [1],
    });
    const latency = await series(source, request('latency', { range, quantiles: [0.5] }));
    expect(lines(latency)).to.deep.equal({ '0.5': [0.25] });
    expect(latency.notices.join('\n')).to.match(/latency_distribution.* is a summary/);
    expect(lines(await series(source, request('gpu-memory', { range })))).to.deep.equal({ 'gpu-memory': [1024] });
    const described = await source.describe?.({ signal });
    expect(described?.replicas).to.deep.equal([{ name: 'a' }]);
    expect(described?.metrics).to.include.members(['requests', 'latency', 'cpu', 'gpu-memory']);
    expect(described?.metrics).to.not.include('kv-cache');
  });

  it('makes percentiles of the histograms of several replicas, and a replica that vanishes ends', async () => {
    const servers = new Servers();
    const buckets = (few: number, all: number): string =>
      `# TYPE vllm:e2e_request_latency_seconds histogram\n` +
      `vllm:e2e_request_latency_seconds_bucket{le="1.0"} ${few}\nvllm:e2e_request_latency_seconds_bucket{le="2.0"} ${all}\n` +
      `vllm:e2e_request_latency_seconds_bucket{le="+Inf"} ${all}\n# TYPE vllm:num_requests_running gauge\nvllm:num_requests_running ${all}\n`;
    let replicas = ['a', 'b'];
    const targets = () => replicas.map((replica) => ({ url: `/${replica}`, replica }));
    const source = openMetricsSource(servers.options({ targets, profile: 'vllm' }));
    for (let minute = 0; minute <= 3; minute++) {
      servers.now = START + minute * MINUTE;
      if (minute === 2) replicas = ['a'];
      for (const replica of replicas) servers.texts.set(`/${replica}`, buckets(minute * 10, minute * 20));
      await source.describe?.({ signal });
    }
    const range = { from: START, to: START + 3 * MINUTE };
    const latency = await series(source, request('latency', { range, quantiles: [0.5, 0.75] }));
    expect(lines(latency)).to.deep.equal({ '0.5': [1, 1, 1], '0.75': [1.5, 1.5, 1.5] });
    const batch = await series(source, request('batch', { range, by: ['replica'] }));
    expect(lines(batch)).to.deep.equal({ a: [0, 20, 40], b: [0, 20, NaN] });
  });

  it('makes percentiles of buckets whose infinite bound is written otherwise, and of none without a bound', async () => {
    for (const infinite of ['+Inf', 'inf', 'Inf', '+inf', '+Infinity']) {
      const servers = new Servers();
      const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'tgi' }));
      for (let minute = 0; minute <= 1; minute++) {
        servers.now = START + minute * MINUTE;
        const buckets = [
          ['x', 7],
          ['1', 10],
          ['2', 20],
          [infinite, 20],
        ] as const;
        servers.texts.set(
          '/metrics',
          `# TYPE tgi_request_duration histogram\n${buckets
            .map(([le, count]) => `tgi_request_duration_bucket{le="${le}"} ${count * minute}\n`)
            .join('')}`,
        );
        await source.describe?.({ signal });
      }
      const range = { from: START, to: START + MINUTE };
      const latency = await series(source, request('latency', { range, quantiles: [0.5, 0.75] }));
      expect(lines(latency), infinite).to.deep.equal({ '0.5': [1], '0.75': [1.5] });
    }
  });

  it('reads a server at most every 5 s, and asks for headers again once after a 401', async () => {
    const servers = new Servers();
    let token = 0;
    const headers = () => ({ Authorization: `Bearer ${++token}` });
    servers.texts.set('/metrics?key=secret', 401);
    const source = openMetricsSource(servers.options({ url: '/metrics?key=secret', profile: 'vllm', headers }));
    const error: unknown = await source.query(request('batch'), { signal }).catch((reason: unknown) => reason);
    expect(String(error)).to.contain('answered 401').and.not.contain('secret').and.not.contain('Bearer');
    expect(servers.asked.map(({ headers }) => new Headers(headers).get('Authorization'))).to.deep.equal([
      'Bearer 1',
      'Bearer 2',
    ]);
    expect(servers.asked[0]?.redirect).to.equal('manual');
    servers.texts.set('/metrics?key=secret', 'vllm:num_requests_running 1\n');
    servers.now += 6000;
    await Promise.all([source.query(request('batch'), { signal }), source.query(request('batch'), { signal })]);
    servers.now += 4000;
    await source.query(request('batch'), { signal });
    expect(servers.asked.length).to.equal(3);
  });

  it('tells everybody who asks within the 5 s that it could not be read, not that it has nothing', async () => {
    const servers = new Servers();
    servers.texts.set('/metrics', 503);
    const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'vllm' }));
    for (let count = 0; count < 3; count++) {
      const error: unknown = await source.query(request('batch'), { signal }).catch((reason: unknown) => reason);
      expect(String(error)).to.contain('503');
      servers.now += 1000;
    }
    expect(servers.asked.length).to.equal(1);
  });

  it('knows nothing of the time before the first reading that it keeps', async () => {
    const servers = new Servers();
    const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'tgi', retention: '10m' }));
    const step = 10_000;
    for (let count = 1; count <= 150; count++) {
      servers.texts.set('/metrics', `# TYPE tgi_queue_size gauge\ntgi_queue_size ${count}\n`);
      await source.query(request('queue'), { signal });
      servers.now += step;
    }
    const range = { from: START - 20 * step, to: START + 150 * step };
    const frame = await series(source, request('queue', { range, step }));
    const values = frame.series[0]?.values ?? [];
    const known = [...frame.times].flatMap((time, i) => (Number.isNaN(values[i]) ? [] : [[time, values[i]]]));
    expect(known.length).to.be.within(60, 149);
    expect(known).to.deep.equal(known.map(([time = 0]) => [time, (time - START) / step + 1]));
  });

  it('takes a counter that was created at another time as a new one, also at an earlier time', async () => {
    const servers = new Servers();
    const source = openMetricsSource(servers.options({ url: '/metrics', profile: 'huggingface' }));
    for (const [total, created] of [
      [10, 1000],
      [20, 1000],
      [30, 900],
      [40, 900],
    ]) {
      servers.texts.set(
        '/metrics',
        `# TYPE http_requests counter\nhttp_requests_total{replica_id="a",status_code="200"} ${total}\n` +
          `http_requests_created{replica_id="a",status_code="200"} ${created}\n# EOF\n`,
      );
      await source.query(request('requests', { by: ['status'] }), { signal });
      servers.now += MINUTE;
    }
    const range = { from: START, to: START + 3 * MINUTE };
    const frame = await series(source, request('requests', { range, by: ['status'] }));
    expect([...(frame.series[0]?.values ?? [])]).to.deep.equal([10, 30, 10]);
  });

  it('tells no password of an address, and nothing behind a question mark', async () => {
    for (const url of [
      'https://user:secret@localhost:1/metrics?key=secret',
      'htp://user:secret@h/metrics?key=secret',
    ]) {
      const source = openMetricsSource(
        new Servers().options({ url, profile: 'vllm', fetch: () => Promise.reject(new TypeError('no')) }),
      );
      const error: unknown = await source.query(request('batch'), { signal }).catch((reason: unknown) => reason);
      expect(String(error)).to.contain('/metrics').and.not.contain('secret');
    }
  });

  it('waits for headers no longer than for the server, and asks for them again', async () => {
    const servers = new Servers();
    servers.texts.set('/metrics', 'vllm:num_requests_running 1\n');
    let given: () => Promise<Record<string, string>> = () => new Promise(() => undefined);
    const source = openMetricsSource(
      servers.options({ url: '/metrics', profile: 'vllm', timeout: 50, headers: () => given() }),
    );
    const error: unknown = await source.query(request('batch'), { signal }).catch((reason: unknown) => reason);
    expect(String(error)).to.contain('50ms');
    given = () => Promise.resolve({});
    servers.now += 6000;
    await source.query(request('batch'), { signal });
    expect(servers.asked.length).to.equal(1);
  });
});
