import { expect } from '@open-wc/testing';
import type { FrameRequest } from '../../src/core/index.js';
import { openMetricsSource, type OpenMetricsOptions } from '../../src/sources/index.js';

const START = Date.UTC(2026, 0, 5, 12);
const request = (more: Partial<FrameRequest> = {}): FrameRequest => ({
  metric: 'requests',
  range: { from: START, to: START + 600_000 },
  step: 60_000,
  by: ['status'],
  replicas: null,
  shape: 'series',
  ...more,
});
const METRICS = '# TYPE http_requests counter\nhttp_requests{replica_id="a",status_code="200"} 1\n';

const sourceOf = (reply: () => Response | Promise<Response>, options: Partial<OpenMetricsOptions> = {}) =>
  openMetricsSource({
    url: '/metrics?token=secret',
    profile: 'huggingface',
    now: () => START + 60_000,
    fetch: async () => reply(),
    ...options,
  });

const query = (source: ReturnType<typeof sourceOf>, more?: Partial<FrameRequest>) =>
  source.query(request(more), { signal: new AbortController().signal });

const failure = async (source: ReturnType<typeof sourceOf>, more?: Partial<FrameRequest>): Promise<string> => {
  const error: unknown = await query(source, more).catch((reason: unknown) => reason);
  return error instanceof Error ? error.message : 'no failure';
};

const metrics = (): Response => new Response(METRICS, { headers: { 'Content-Type': 'text/plain' } });

describe('faults of a server that prints metrics, in the words that the user reads', () => {
  const cases: Readonly<
    Record<string, readonly [() => Response | Promise<Response>, RegExp, Partial<OpenMetricsOptions>?]>
  > = {
    'unreachable, or refused by CORS or the page itself': [
      () => Promise.reject(new TypeError('Failed to fetch')),
      /^The metrics at \/metrics are unreachable.*not allowed by CORS or by this page's own policy.*connect-src/,
    ],
    'redirected to a login': [
      () => Object.defineProperty(new Response(''), 'type', { value: 'opaqueredirect' }),
      /redirect, perhaps to a login/,
    ],
    'the token ran out': [() => new Response('', { status: 401 }), /answered 401; sign in/],
    down: [() => new Response('', { status: 503 }), /answered 503; look at the address/],
    'an HTML page': [
      () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
      /something else than metrics \(a login page\?\)/,
    ],
    'an HTML page that says to be plain text': [
      () => new Response('<!doctype html>\n<p>Sign in</p>\n', { headers: { 'Content-Type': 'text/plain' } }),
      /something else than metrics \(a login page\?\)/,
    ],
    'too slow': [
      () => new Promise<Response>(() => {}),
      /did not come within 20ms|did not come within/,
      {
        timeout: 20,
        fetch: (_, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      },
    ],
    'not to the letter, where that is wanted': [metrics, /cannot be read\. .*/, { mode: 'strict' }],
    'cut off in the middle of a body': [
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => {
              controller.enqueue(new TextEncoder().encode(METRICS));
              controller.error(new Error('reset'));
            },
          }),
        ),
      /unreachable/,
    ],
    'an address of another kind': [
      metrics,
      /"javascript:alert\(1\)" is no address of metrics/,
      { url: 'javascript:alert(1)' },
    ],
  };
  for (const [name, [reply, words, options]] of Object.entries(cases)) {
    it(name, async () => {
      const message = await failure(sourceOf(reply, options));
      expect(message).to.match(words);
      expect(message).not.to.contain('secret');
    });
  }

  it('no address at all', async () => {
    const source = openMetricsSource({ profile: 'huggingface', fetch: async () => metrics() });
    expect(await failure(source)).to.match(/has no address; give url/);
  });

  it('no profile', async () => {
    const source = openMetricsSource({ url: '/metrics', fetch: async () => metrics(), now: () => START + 60_000 });
    expect(await failure(source)).to.match(/The source has no profile; write huggingface, vllm, /);
  });

  it('a metric that is not there, or not in that form', async () => {
    expect(await failure(sourceOf(metrics), { metric: 'kv-cache' })).to.match(/have no "kv-cache" by this profile/);
    expect(await failure(sourceOf(metrics), { shape: 'histogram' })).to.match(/cannot be read as "histogram"/);
  });

  it('lines that cannot be read are told, and the others count', async () => {
    const frame = await query(sourceOf(() => new Response(`${METRICS}broken{ 1\n`)));
    expect(frame.notices.join()).to.match(
      /^1 lines of the metrics at \/metrics cannot be read and are left out, "broken\{ 1"/,
    );
  });

  it('a text past its limit is cut, and says so', async () => {
    const more = '# TYPE a gauge\na{x="1"} 1\na{x="2"} 1\na{x="3"} 1\n';
    const frame = await query(sourceOf(() => new Response(METRICS + more), { limits: { series: 2 } }));
    expect(frame.notices.join()).to.match(/The metrics at \/metrics were cut: .*no more series than the limit/);
  });
});
