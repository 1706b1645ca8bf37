import { expect } from '@open-wc/testing';
import type { Frame } from '../../../src/core/index.js';
import { prometheusSource, type Profile } from '../../../src/sources/index.js';
import { FakeServer, success, TextResponse } from './fake-server.js';
import { asked, columns, printed, scripted, signal, T0 } from './support.js';

const seconds = (ms: number): string => String(ms / 1000);
const empty = (): Response => success([]);
const MINUTE = 60_000;

describe('a Prometheus as a source', () => {
  it('shifts what is said at the end of a step to its beginning, on the grid that was asked', async () => {
    const { query, calls } = scripted(() =>
      success([printed({ status_code: '200' }, [60, '1'], [120, '2'], [300, '5'])]),
    );
    const frame = await query();
    const { parameters } = calls[0] ?? {};
    expect(Object.fromEntries(parameters ?? [])).to.include({
      query: 'sum by (status_code) (increase(http_requests_total[1m]) or increase(http_requests[1m]))',
      start: seconds(T0 + MINUTE),
      end: seconds(T0 + 5 * MINUTE),
      step: '60',
    });
    expect(frame).to.deep.include({ range: { from: T0, to: T0 + 5 * MINUTE }, step: MINUTE, now: T0 + 10 * MINUTE });
    expect(frame.kind === 'series' && frame.times[0]).to.equal(T0);
    expect(columns(frame)).to.deep.equal({ '200': [1, 2, null, null, 5] });
    expect(frame.kind === 'series' && frame.series[0]).to.deep.include({ unit: 'requests' });
  });

  it('asks for the steps that have begun by the clock of the server, and calls those complete that can change no more', async () => {
    const now = T0 + 2 * MINUTE + 45_000;
    const { query, calls } = scripted(empty, {}, now);
    const frame = await query();
    expect(calls[0]?.parameters.get('end')).to.equal(seconds(T0 + 3 * MINUTE));
    expect(frame).to.deep.include({ now, completeUntil: T0 + 2 * MINUTE });
    expect(await query({ range: { from: now + MINUTE, to: now + 2 * MINUTE } })).to.have.property('notices').that.is
      .empty;
    expect(calls).to.have.length(1);
  });

  it('looks back at least four scrapes for a rate, and counts no more than the step', async () => {
    const { query, calls } = scripted(empty);
    await query({ step: 15_000 });
    expect(calls[0]?.parameters.get('query')).to.contain('[40s]').and.to.contain('* 0.375');
  });

  it('gives one value over the whole range where no step is asked', async () => {
    const { query, calls } = scripted(() =>
      success([{ metric: { status_code: '200' }, value: [T0 / 1000 + 300, '7'] }], 'vector'),
    );
    const frame = await query({ step: null });
    expect(calls[0]).to.deep.include({ path: '/prometheus/api/v1/query' });
    expect(calls[0]?.parameters.get('time')).to.equal(seconds(T0 + 5 * MINUTE));
    expect(calls[0]?.parameters.get('query')).to.contain('[5m]');
    expect(frame.step).to.equal(null);
    expect(columns(frame)).to.deep.equal({ '200': [7] });
  });

  it('takes a longer step where the server would refuse the points, and says so', async () => {
    const { query, calls } = scripted(empty, {}, T0 + 1e9);
    const frame = await query({ range: { from: T0, to: T0 + 86_400_000 }, step: 5000 });
    expect(frame.step).to.equal(10_000);
    expect(calls[0]?.parameters.get('step')).to.equal('10');
    expect(frame.notices[0]).to.contain('steps of 10s are shown');
  });

  it('chooses the endpoint by its selector, and replicas by name, however they are written', async () => {
    const { query, calls } = scripted(empty, { selector: 'job="a",x=~"b|c"' });
    await query({ replicas: ['r.1', 'q"\\'], by: ['status', 'replica'] });
    expect(calls[0]?.parameters.get('query')).to.contain(
      'http_requests_total{job="a",x=~"b|c",replica_id=~"r\\\\.1|q\\"\\\\\\\\"}',
    );
    expect(calls[0]?.parameters.get('query')).to.contain('by (status_code,replica_id)');
    expect(await scripted(empty, { selector: 'job=a' }).failure()).to.contain('"job=a" is no selector');
    expect(await scripted(empty).failure({ by: ['a) (up) or (b'] })).to.contain('is no label of Prometheus');
  });

  it('names series by the first label that was asked, and gives labels of the contract', async () => {
    const frame = await scripted(() =>
      success([printed({ replica_id: 'a', status_code: '200', other: 'x' }, [60, '1'])]),
    ).query({ by: ['status', 'replica'] });
    const [series] = frame.kind === 'series' ? frame.series : [];
    expect(series?.name).to.equal('200');
    expect({ ...series?.labels }).to.deep.equal({ status: '200', replica: 'a' });
  });

  it('shows the highest of a summary, and says that it cannot be joined nor split by replica', async () => {
    const { query, calls } = scripted(() => success([printed({ quantile: '0.990' }, [60, '2'])]));
    const frame = await query({ metric: 'latency', by: ['quantile'], quantiles: [0.99], replicas: ['a'] });
    expect(calls[0]?.parameters.get('query')).to.equal(
      'max by (quantile) (max_over_time(latency_distribution{quantile=~"0?[.]990*"}[1m] offset 1ms))',
    );
    expect(columns(frame)).to.deep.equal({ '0.990': [2, null, null, null, null] });
    expect(frame.notices.join()).to.contain('cannot be joined').and.to.contain('not kept by replica');
  });

  it('asks percentiles of a histogram together, out of the buckets of all replicas', async () => {
    const { query, calls } = scripted(empty, { profile: 'vllm' });
    await query({ metric: 'time-per-output-token', by: ['quantile'], quantiles: [0.5, 0.99], step: null });
    expect(calls).to.have.length(1);
    const part = (q: number): string =>
      `label_replace(histogram_quantile(${q}, sum by (le) (rate(vllm:inter_token_latency_seconds_bucket[5m]) or ` +
      `rate(vllm:time_per_output_token_seconds_bucket[5m]))), "quantile", "${q}", "", "")`;
    expect(calls[0]?.parameters.get('query')).to.equal(`${part(0.5)} or ${part(0.99)}`);
  });

  it('gives buckets that are not cumulative any longer', async () => {
    const bucket = (le: string, ...counts: string[]): object =>
      printed({ le }, ...counts.map((count, i) => [60 * (i + 1), count] as const));
    const frame = await scripted(
      () => success([bucket('+Inf', '7', '3', '4'), bucket('0.5', '1', '3', '2'), bucket('1', '5', '2.9', '4')]),
      { profile: 'vllm' },
    ).query({ metric: 'latency', shape: 'histogram', by: [], range: { from: T0, to: T0 + 3 * MINUTE } });
    if (frame.kind !== 'histogram') throw new Error(frame.kind);
    expect([...frame.bounds]).to.deep.equal([0.5, 1, Infinity]);
    expect([...frame.counts]).to.deep.equal([1, 4, 2, 3, 0, 0, 2, 2, 0]);
    expect(frame.unit).to.equal('seconds');
  });

  it('gives states of replicas as stretches, the last one up to now', async () => {
    const now = T0 + 2 * MINUTE + 30_000;
    const { query, calls } = scripted(
      () => success([printed({ pod: 'a' }, [60, '8'], [120, '4'], [180, '4']), printed({ pod: 'b' }, [60, '0'])]),
      { profile: 'kubernetes' },
      now,
    );
    const frame = await query({ metric: 'replica-states', shape: 'intervals', by: ['replica'] });
    expect(calls[0]?.parameters.get('query')).to.contain('kube_pod_deletion_timestamp').and.to.contain(' or ');
    expect(frame.kind === 'intervals' && frame.lanes.map(({ name, intervals }) => [name, ...intervals])).to.deep.equal([
      ['a', { from: T0, to: T0 + MINUTE, state: 'pending' }, { from: T0 + MINUTE, to: now, state: 'running' }],
      ['b', { from: T0, to: T0 + MINUTE, state: 'terminating' }],
    ]);
  });

  it('shows the rest where one of several queries fails, says what is missing, and has it asked again', async () => {
    const ready = 'kube_pod_status_ready';
    const { query, failure } = scripted(
      ({ parameters }) =>
        parameters.get('query')?.includes(ready) ? success([printed({}, [60, '2'])]) : new TextResponse('busy', 503),
      { profile: 'kubernetes' },
    );
    const frame = await query({ metric: 'replicas', by: [] });
    expect(columns(frame)).to.deep.equal({ running: [2, null, null, null, null] });
    expect(frame.notices[0]).to.contain('"maximum" is missing. Prometheus at /prometheus answered 503');
    expect(frame.partial).to.equal(true);
    expect(await failure({ metric: 'memory', by: [] })).to.contain('answered 503');
  });

  it('adds up what two counters say where it is not asked apart', async () => {
    const { query } = scripted(
      ({ parameters }) => success([printed({}, [60, parameters.get('query')?.includes('prompt') ? '10' : '3'])]),
      { profile: 'vllm' },
    );
    expect(columns(await query({ metric: 'tokens', by: ['direction'] }))).to.have.all.keys('input', 'output');
    expect(columns(await query({ metric: 'tokens', by: [] }))['tokens']?.[0]).to.equal(13);
  });

  it("puts the request into a query of the page's own", async () => {
    const { query, calls } = scripted(() => success([printed({ __name__: 'x', a: '1', b: '2' }, [60, '4'])]), {
      selector: 'job="j"',
    });
    const frame = await query({
      metric: 'own',
      query: 'rate(x{$selector, c="$1"}[$rate]) + y{$selector}[$window]',
      by: [],
    });
    expect(calls[0]?.parameters.get('query')).to.equal('rate(x{job="j", c="$1"}[1m]) + y{job="j"}[1m]');
    expect(columns(frame)).to.deep.equal({ 'a=1, b=2': [4, null, null, null, null] });
    const bare = scripted(empty);
    await bare.query({ query: 'x{$selector,c="d"} or y{c="d",$selector}', by: [] });
    expect(bare.calls[0]?.parameters.get('query')).to.equal('x{c="d"} or y{c="d"}');
  });

  it('says what no profile has, and which shape none can give', async () => {
    expect(await scripted(empty).failure({ metric: 'gpu' })).to.contain('"huggingface" has no metric "gpu"');
    expect(await scripted(empty).failure({ metric: 'latency', shape: 'histogram' })).to.contain('ask for it as series');
    expect(await scripted(empty, { profile: 'vlm' }).failure())
      .to.contain('no profile "vlm"')
      .and.to.contain('vllm');
    expect(await scripted(empty, { profile: '' }).failure()).to.contain('has no profile');
    expect(await scripted(empty, { metrics: ['request', 'cpu'] }).failure())
      .to.contain('answers only "request cpu"')
      .and.to.contain('name "requests" there');
  });
});

describe('what a Prometheus source finds out', () => {
  const mine: Profile = {
    name: 'mine',
    labels: { replica: ['exported_pod', 'pod'] },
    metrics: {
      queue: { type: 'gauge', name: ['queue_new', 'queue_old'] },
      batch: { type: 'gauge', name: 'batch_size' },
      latency: { type: 'histogram', name: 'seconds' },
    },
  };
  const now = T0 + 600_000;
  const server = (scrape: number): FakeServer =>
    new FakeServer({
      scrape,
      now: () => now,
      series: [
        { labels: { __name__: 'queue_old', pod: 'exporter', exported_pod: 'a' }, value: () => 3 },
        { labels: { __name__: 'queue_old', pod: 'exporter', exported_pod: 'b' }, value: () => 5 },
        { labels: { __name__: 'seconds_count', pod: 'exporter', exported_pod: 'b' }, value: () => 5 },
      ],
    });

  it('describes metrics, replicas and the time between scrapes', async () => {
    const { fetch } = server(15_000);
    const source = prometheusSource({ url: '/p', profile: mine, fetch, now: () => now });
    expect(await source.describe?.({ signal })).to.deep.equal({
      metrics: ['queue', 'latency'],
      replicas: [{ name: 'a' }, { name: 'b' }],
      minStep: 15_000,
    });
    const narrow = prometheusSource({ url: '/p', profile: mine, fetch, metrics: ['queue'], now: () => now });
    expect((await narrow.describe?.({ signal }))?.metrics).to.deep.equal(['queue']);
  });

  it('names replicas by the label that the server has, and looks no further back than it must', async () => {
    const { fetch, calls } = server(30_000);
    const source = prometheusSource({ url: '/p', profile: mine, fetch, now: () => now });
    const frame: Frame = await source.query(asked({ metric: 'queue', by: ['replica'], step: 10_000 }), { signal });
    expect(Object.keys(columns(frame))).to.deep.equal(['a', 'b']);
    expect(calls.at(-1)?.parameters.get('query'))
      .to.contain('sum by (exported_pod)')
      .and.to.contain('[30s] offset 1ms');
  });

  it('finds out the time between scrapes though a replica that it knows has been gone for a while', async () => {
    const { fetch } = new FakeServer({
      scrape: 15_000,
      now: () => now,
      series: ['a', 'b'].map((pod, i) => ({
        labels: { __name__: 'queue_old', pod },
        value: (time) => (i === 0 && time > now - 1_200_000 ? NaN : 3),
      })),
    });
    const source = prometheusSource({ url: '/p', profile: mine, fetch, now: () => now });
    const { replicas, minStep } = (await source.describe?.({ signal })) ?? {};
    expect(replicas).to.deep.equal([{ name: 'a' }, { name: 'b' }]);
    expect(minStep).to.equal(15_000);
  });

  it('takes a metric from the first of several profiles that has it on this server', async () => {
    const other: Profile = { ...mine, name: 'other', metrics: { queue: { type: 'gauge', name: 'absent' } } };
    const { fetch, calls } = server(10_000);
    const source = prometheusSource({
      url: '/p',
      profile: 'other mine',
      profiles: [mine, other],
      fetch,
      now: () => now,
    });
    await source.query(asked({ metric: 'queue', by: [] }), { signal });
    expect(calls.at(-1)?.parameters.get('query')).to.contain('queue_old');
  });

  it('asks what it found out only once, and goes on where it cannot be', async () => {
    const { fetch, calls } = server(10_000);
    const source = prometheusSource({ url: '/p', profile: mine, fetch, now: () => now });
    for (let count = 0; count < 3; count++) await source.query(asked({ metric: 'queue' }), { signal });
    expect(calls).to.have.length(3 + 3);
    const deaf = prometheusSource({
      url: '/p',
      profile: mine,
      now: () => now,
      fetch: async (_, init) =>
        init?.body instanceof URLSearchParams && init.body.has('start') ? success([]) : new TextResponse('', 500),
    });
    expect((await deaf.query(asked({ metric: 'queue' }), { signal })).kind).to.equal('series');
  });
});
