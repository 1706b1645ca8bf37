import { expect } from '@open-wc/testing';
import type { FrameRequest, Source } from '../../../src/core/index.js';
import { openMetricsSource } from '../../../src/sources/index.js';
import { columns } from '../prometheus/support.js';

const START = Date.UTC(2026, 0, 5, 12);
const STEP = 10_000;
const request = (more: Partial<FrameRequest> = {}): FrameRequest => ({
  metric: 'tokens',
  range: { from: START, to: START + 60_000 },
  step: STEP,
  by: ['direction'],
  replicas: null,
  shape: 'series',
  ...more,
});
const { signal } = new AbortController();
const text = (total: number): string =>
  `# TYPE llamacpp:tokens_predicted_total counter\nllamacpp:tokens_predicted_total ${total}\n`;
const failure = async (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'no failure',
    (reason: unknown) => reason,
  );
const query = (source: Source, more?: Partial<FrameRequest>): Promise<unknown> =>
  Promise.resolve(source.query(request(more), { signal }));

describe('a clock that is set back', () => {
  it('stops no reading, and what was read before stays before it', async () => {
    let now = START + 3_600_000;
    let total = 0;
    let reads = 0;
    const source = openMetricsSource({
      url: '/metrics',
      profile: 'llamacpp',
      now: () => now,
      fetch: async () => {
        reads++;
        return new Response(text((total += 10)));
      },
    });
    for (let i = 0; i < 4; i++, now += STEP) await query(source);
    now = START + 20_000;
    for (let i = 0; i < 4; i++, now += STEP) await query(source);
    expect(reads).to.equal(8);
    now -= STEP;
    const range = { from: START - 60_000, to: now };
    const { output = [] } = columns(await source.query(request({ range }), { signal }));
    const sum = output.reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(sum).to.be.closeTo(70, 0.001);
    expect(output.slice(-3)).to.deep.equal([10, 10, 10]);
  });
});

describe('a question that is taken back', () => {
  it('is over at once, and ends a reading that nobody else waits for; the next one reads anew', async () => {
    let given: AbortSignal | null | undefined;
    let reads = 0;
    const source = openMetricsSource({
      url: '/metrics',
      profile: 'llamacpp',
      fetch: (_, init) => {
        if (reads++ > 0) return Promise.resolve(new Response(text(1)));
        given = init?.signal;
        return new Promise(() => undefined);
      },
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [first, second].map(({ signal }) => failure(Promise.resolve(source.query(request(), { signal }))));
    while (!given) await new Promise((done) => setTimeout(done, 5));
    const reason = new Error('not wanted');
    first.abort(reason);
    expect(await asked[0]).to.equal(reason);
    expect(given.aborted).to.equal(false);
    second.abort(reason);
    expect(await asked[1]).to.equal(reason);
    if (!given.aborted) await new Promise((done) => given?.addEventListener('abort', done));
    await query(source);
    expect(reads).to.equal(2);
  });

  it('stops the reading of a text between two slices, though its body knows no signal', async () => {
    let pulled = 0;
    let cancelled = false;
    const line = new TextEncoder().encode('tgi_queue_size{pod="a"} 1\n'.repeat(4000));
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          pulled++;
          controller.enqueue(line);
        },
        cancel: () => {
          cancelled = true;
        },
      });
    const source = openMetricsSource({
      url: '/metrics',
      profile: 'tgi',
      limits: { bytes: 1e12, series: 1e9 },
      fetch: async () => new Response(endless()),
    });
    const controller = new AbortController();
    const asked = failure(Promise.resolve(source.query(request({ metric: 'queue' }), { signal: controller.signal })));
    while (pulled < 20) await new Promise((done) => setTimeout(done, 5));
    controller.abort();
    expect(await asked).to.equal(controller.signal.reason);
    // Once it is cancelled, a stream is pulled no more.
    while (!cancelled) await new Promise((done) => setTimeout(done, 5));
  });
});

describe('the targets of a function', () => {
  it('are waited for no longer than a server is', async () => {
    let hangs = true;
    let now = START;
    const source = openMetricsSource({
      targets: () => (hangs ? new Promise(() => undefined) : ['/metrics']),
      profile: 'llamacpp',
      timeout: 30,
      now: () => now,
      fetch: async () => new Response(text(1)),
    });
    expect(String(await failure(query(source)))).to.match(/list of servers did not come within 30ms/);
    hangs = false;
    now += STEP;
    expect(await failure(query(source))).to.equal('no failure');
  });

  it('are read in turn where they are many, and all of them', async () => {
    let [open, most, reads] = [0, 0, 0];
    const source = openMetricsSource({
      targets: Array.from({ length: 100 }, (_, i) => ({ url: `/${i}`, replica: `r${i}` })),
      profile: 'llamacpp',
      fetch: async () => {
        reads++;
        most = Math.max(most, ++open);
        await new Promise((done) => setTimeout(done, 1));
        open--;
        return new Response(text(1));
      },
    });
    expect((await source.describe?.({ signal }))?.replicas?.length).to.equal(100);
    expect(reads).to.equal(100);
    expect(most).to.be.within(2, 64);
  });

  it('are read once each, though the list has one twice', async () => {
    let reads = 0;
    const source = openMetricsSource({
      targets: () => ['/metrics', '/metrics', { url: '/metrics' }],
      profile: 'llamacpp',
      fetch: async () => {
        reads++;
        return new Response(text(1));
      },
    });
    await query(source);
    expect(reads).to.equal(1);
  });
});
