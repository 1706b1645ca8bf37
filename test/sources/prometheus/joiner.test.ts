import { expect } from '@open-wc/testing';
import type { Frame, FrameRequest } from '../../../src/core/index.js';
import { prometheusSource, type Profile, type PrometheusOptions } from '../../../src/sources/index.js';
import { callOf, FakeServer, success, TextResponse, type Call, type ScrapedSeries } from './fake-server.js';
import { asked, isDiscovery, signal, T0 } from './support.js';

const NOW = T0 + 307_000;

const PROFILE: Profile = {
  name: 'mine',
  labels: { replica: 'pod', status: 'code', direction: '__ie__' },
  metrics: {
    requests: { type: 'counter', name: 'requests_total' },
    cpu: { type: 'gauge', name: 'cpu_percent', factor: 0.01, across: 'avg' },
    latency: { type: 'histogram', name: 'seconds' },
    tokens: { type: 'counter', name: 'tokens_total' },
    own: { type: 'expression', query: 'max(cpu_percent)' },
  },
};

const tail = (more: Partial<FrameRequest>): FrameRequest =>
  asked({ by: [], step: 10_000, range: { from: T0 + 240_000, to: T0 + 300_000 }, ...more });

const BARS = tail({ by: ['status'], step: 60_000, range: { from: T0 + 60_000, to: T0 + 300_000 } });
const CPU = tail({ metric: 'cpu', by: ['replica'] });
const LATENCY = tail({ metric: 'latency', by: ['quantile'], quantiles: [0.5, 0.9] });
const STAT = tail({ step: null, by: ['status'], range: { from: T0, to: T0 + 300_000 } });
const REFRESH = [BARS, CPU, LATENCY, STAT];

function stored(pods: readonly string[]): readonly ScrapedSeries[] {
  return pods.flatMap((pod, nth) => {
    const series = (labels: Record<string, string>, value: (time: number) => number): ScrapedSeries => ({
      labels: { ...labels, pod },
      value,
    });
    const grown = (rate: number) => (time: number) => Math.floor((time / 1000) * rate * (nth + 1));
    return [
      ...['200', '500'].map((code, i) => series({ __name__: 'requests_total', code }, grown(3 + i))),
      ...['0.1', '1', '+Inf'].map((le, i) => series({ __name__: 'seconds_bucket', le }, grown(1 + i))),
      series({ __name__: 'seconds_count' }, grown(3)),
      series({ __name__: 'tokens_total', __ie__: '0' }, grown(9)),
      series({ __name__: 'cpu_percent' }, (time) => 50 + 40 * Math.sin(time / 20_000 + nth)),
    ];
  });
}

const isJoined = ({ parameters }: Call): boolean => /label_replace\(.*,"__ie__"/.test(parameters.get('query') ?? '');

interface Page {
  readonly calls: Call[];
  /** What is answered in place of the server. */
  reply: (call: Call) => Response | null | Promise<Response | null>;
  now: number;
  ask(requests?: readonly FrameRequest[], signals?: readonly AbortSignal[]): Promise<readonly (Frame | Error)[]>;
}

function setUp(options: Partial<PrometheusOptions> = {}, pods: readonly string[] = ['a', 'b']): Page {
  const server = new FakeServer({ series: stored(pods), now: () => page.now });
  const source = prometheusSource({
    url: '/prometheus',
    profile: PROFILE,
    scrapeInterval: '10s',
    now: () => page.now,
    ...options,
    fetch: async (input, init) => {
      const call = callOf(input, init);
      if (isDiscovery(call)) return server.fetch(input, init);
      page.calls.push(call);
      const reply = await page.reply(call);
      init?.signal?.throwIfAborted();
      return reply ?? server.fetch(input, init);
    },
  });
  const page: Page = {
    calls: [],
    reply: () => null,
    now: NOW,
    ask: (requests = REFRESH, signals = []) =>
      Promise.all(
        requests.map((request, i) =>
          source.query(request, { signal: signals[i] ?? signal }).catch((reason: unknown) => reason as Error),
        ),
      ),
  };
  return page;
}

/** A page whose queries were answered once. */
async function refreshed(options?: Partial<PrometheusOptions>, requests = REFRESH, pods?: readonly string[]) {
  const page = setUp(options, pods);
  const first = await page.ask(requests);
  expect(page.calls.filter(isJoined)).to.have.length(0);
  page.calls.length = 0;
  return { page, first };
}

/** Answers wait until they are let go. */
function hold(page: Page): { asked(count: number): Promise<void>; answer(): void } {
  let answer = (): void => undefined;
  page.reply = () => new Promise((resolve) => (answer = () => resolve(null)));
  const asked = async (count: number): Promise<void> => {
    while (page.calls.length < count) await new Promise((resolve) => setTimeout(resolve));
  };
  return { asked, answer: () => answer() };
}

const aborted = ({ init }: Call): Promise<never> =>
  new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new TypeError('aborted'))));

const failed = (frames: readonly (Frame | Error)[]): readonly boolean[] => frames.map((one) => one instanceof Error);
const refusal = (): Response => new TextResponse('{"status":"error","error":"unknown function"}', 422);

describe('what a refresh asks a Prometheus', () => {
  it('is one query, which says what each says by itself, and never the first one', async () => {
    const { page, first } = await refreshed();
    expect(await page.ask()).to.deep.equal(first);
    expect(page.calls.map(isJoined)).to.deep.equal([true]);
    expect(first.map((frame) => 'series' in frame && frame.series.length)).to.deep.equal([2, 2, 2, 2]);
  });

  it('goes query by query where joining is switched off, or there is only one', async () => {
    const { page } = await refreshed({ join: false });
    await page.ask();
    expect(page.calls.map(isJoined)).to.deep.equal([false, false, false, false]);
    const { page: other } = await refreshed();
    await other.ask([CPU]);
    expect(other.calls.map(isJoined)).to.deep.equal([false]);
  });

  it('is asked again part by part where one fails, and that one is left out from then on', async () => {
    const { page } = await refreshed();
    page.reply = ({ parameters }) => (parameters.get('query')?.includes('cpu_percent') ? refusal() : null);
    expect(failed(await page.ask())).to.deep.equal([false, true, false, false]);
    expect(page.calls.map(isJoined)).to.deep.equal([true, false, false, false, false]);
    await page.ask();
    expect(page.calls.slice(5).map(isJoined), 'and for a while').to.deep.equal([false, false, false, false]);
    page.now += 601_000;
    page.calls.length = 0;
    expect(failed(await page.ask())).to.deep.equal([false, true, false, false]);
    expect(page.calls.map(isJoined).sort()).to.deep.equal([false, true]);
  });

  it('is answered by a server that knows no such queries, too', async () => {
    const { page, first } = await refreshed();
    page.reply = (call) => (isJoined(call) ? refusal() : null);
    for (let count = 0; count < 3; count++) expect(await page.ask()).to.deep.equal(first);
    expect(page.calls.filter(isJoined)).to.have.length(1);
  });

  it('is asked part by part where something between took the marks away, or answers no JSON', async () => {
    for (const wrong of [success([{ metric: {}, values: [[T0 / 1000, '1']] }]), new TextResponse('<html>')]) {
      const { page, first } = await refreshed();
      page.reply = (call) => (isJoined(call) ? wrong : null);
      expect(await page.ask()).to.deep.equal(first);
    }
  });

  it('is asked part by part where it takes longer than three seconds', async function () {
    const { page, first } = await refreshed();
    page.reply = (call) => (isJoined(call) ? aborted(call) : null);
    expect(await page.ask()).to.deep.equal(first);
    expect(page.calls.map(isJoined)).to.deep.equal([true, false, false, false, false]);
  });

  it('fails as a whole where any question would, without asking again', async () => {
    for (const status of [401, 429, 0]) {
      const { page } = await refreshed();
      page.reply = () => (status ? new TextResponse('', status) : Promise.reject(new TypeError('no network')));
      expect(failed(await page.ask())).to.deep.equal([true, true, true, true]);
      expect(page.calls).to.have.length(1);
    }
  });

  it('goes on for the others when one is aborted, and ends when all are', async () => {
    const { page, first } = await refreshed();
    const controllers = REFRESH.map(() => new AbortController());
    const signals = controllers.map((one) => one.signal);
    const held = hold(page);
    const answers = page.ask(REFRESH, signals);
    await held.asked(1);
    const reason = new Error('gone');
    controllers[1]?.abort(reason);
    expect(page.calls[0]?.init.signal?.aborted).to.equal(false);
    held.answer();
    const frames = await answers;
    expect(frames[1]).to.equal(reason);
    expect(frames.filter((_, i) => i !== 1)).to.deep.equal(first.filter((_, i) => i !== 1));

    const again = page.ask([BARS, LATENCY], signals.slice(2));
    await held.asked(2);
    for (const one of controllers) one.abort(reason);
    expect(page.calls[1]?.init.signal?.aborted).to.equal(true);
    expect(await again).to.deep.equal([reason, reason]);
    held.answer();
    expect(page.calls.map(isJoined)).to.deep.equal([true, true]);
  });

  it('keeps names apart, whatever they are', async () => {
    const pods = ['0', '1.2', '"},"__ie__","9","","") or vector(1) #', '__ie__', '</script>', 'é\n\\"', "'`"];
    const requests = [CPU, { ...LATENCY, replicas: pods.slice(0, 3) }, { ...BARS, replicas: pods }];
    const { page, first } = await refreshed({}, requests, pods);
    const named = ({ parameters }: Call): boolean => /"__ie__"|__ie__\|/.test(parameters.get('query') ?? '');
    expect(await page.ask(requests)).to.deep.equal(first);
    expect(page.calls.some(named)).to.equal(true);
    expect(first.map((frame) => 'series' in frame && frame.series.length)).to.deep.equal([pods.length, 2, 2]);
  });

  it('leaves alone what knows the mark, and what somebody wrote', async () => {
    const tokens = tail({ metric: 'tokens', by: ['direction'] });
    const requests = [tokens, tail({ metric: 'own' }), tail({ metric: '', query: 'sum(cpu_percent)' }), CPU, BARS];
    const { page, first } = await refreshed({}, requests);
    expect(await page.ask(requests)).to.deep.equal(first);
    expect(page.calls.map(isJoined)).to.deep.equal([false, false, false, true]);
    expect(first.map((frame) => 'series' in frame && frame.series.length)).to.deep.equal([1, 1, 1, 2, 2]);
  });

  it('leaves alone what took long by itself', async () => {
    const page = setUp();
    const slow = ({ parameters }: Call): boolean => parameters.get('query')?.includes('seconds_bucket') ?? false;
    const requests = [CPU, BARS, LATENCY];
    const quick = await page.ask([CPU, BARS]);
    page.reply = () => {
      page.now += 1100;
      return null;
    };
    const first = [...quick, ...(await page.ask([LATENCY]))];
    page.calls.length = 0;
    page.now = NOW;
    page.reply = () => null;
    expect(await page.ask(requests)).to.deep.equal(first);
    expect(page.calls.map((call) => [isJoined(call), slow(call)])).to.deep.equal([
      [false, true],
      [true, false],
    ]);
    page.calls.length = 0;
    await page.ask(requests);
    expect(page.calls.map(isJoined), 'and joins it once it was quick').to.deep.equal([true]);
  });

  it('leaves alone what has many series', async () => {
    const many = Array.from({ length: 101 }, (_, i) => `pod-${i}`);
    const { page, first } = await refreshed({}, [CPU, { ...CPU, replicas: many }, BARS, LATENCY], many);
    expect(await page.ask([CPU, { ...CPU, replicas: many }, BARS, LATENCY])).to.deep.equal(first);
    expect(page.calls.map(isJoined)).to.deep.equal([false, false, true]);
  });

  it('stays short enough for an address where a server takes GET alone', async () => {
    const page = setUp();
    page.reply = ({ method }) => (method === 'POST' ? new TextResponse('', 405) : null);
    const all = { ...LATENCY, quantiles: [0.5, 0.9, 0.95, 0.99] };
    const long = [...REFRESH, all, { ...all, replicas: ['a'] }];
    await page.ask(long);
    page.calls.length = 0;
    await page.ask(long);
    expect(page.calls.map(isJoined)).to.deep.equal(long.map(() => false));
    page.calls.length = 0;
    await page.ask([CPU, { ...CPU, by: [] }]);
    await page.ask([CPU, { ...CPU, by: [] }]);
    expect(page.calls.filter(isJoined), 'a short one').to.have.length(1);
  });

  it('hands a warning to the part that it names, and one without a name to all', async () => {
    const { page } = await refreshed();
    const told = {
      warnings: ['half of the stores are missing'],
      infos: ['no counter, by its name: "cpu_percent" (1:7)'],
    };
    page.reply = () => success([], 'matrix', told);
    const notices = (await page.ask()).map((frame) => ('notices' in frame ? frame.notices : []));
    expect(notices.map((all) => all.length)).to.deep.equal([1, 2, 1, 1]);
    expect(notices[1]?.[1]).to.equal('Prometheus says: no counter, by its name: "cpu_percent"');
  });
});
