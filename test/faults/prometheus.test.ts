import { expect } from '@open-wc/testing';
import { prometheusSource } from '../../src/sources/index.js';
import { success, TextResponse } from '../sources/prometheus/fake-server.js';
import { columns, printed, scripted, signal, T0, asked } from '../sources/prometheus/support.js';

const error = (status: number, errorType: string, message: string): Response =>
  new TextResponse(JSON.stringify({ status: 'error', errorType, error: message }), status);

describe('faults of a Prometheus, in the words that the user reads', () => {
  const cases: Readonly<
    Record<string, readonly [reply: () => Response | Promise<Response>, words: readonly string[]]>
  > = {
    'unreachable, or refused by CORS or the page itself': [
      () => Promise.reject(new TypeError('Failed to fetch')),
      [
        "/prometheus is unreachable, redirected (a login?), or not allowed by CORS or by this page's own policy",
        'Open /prometheus/api/v1/query?query=1',
        "the server in the page's connect-src",
      ],
    ],
    'redirected to a login': [
      () => Object.defineProperty(new TextResponse(''), 'type', { value: 'opaqueredirect' }),
      ['redirects, perhaps to a login', 'sign in'],
    ],
    'the session ran out': [() => new TextResponse('', 401), ['answered 401', 'sign in, or give headers']],
    'no right to it': [() => new TextResponse('no access', 403), ['answered 403: "no access"', 'ask for the right']],
    'another address': [() => new TextResponse('404 page not found', 404), ['answered 404', '/api/v1/query_range']],
    'a query that is refused': [
      () => error(400, 'bad_data', 'parse error: unexpected end of input'),
      ['answered 400: "parse error: unexpected end of input"', 'look at the query'],
    ],
    'more points than it gives': [
      () => error(422, 'execution', 'exceeded maximum resolution of 11,000 points per timeseries.'),
      ['answered 422: "exceeded maximum resolution of 11,000 points', 'ask for a longer step or a shorter range'],
    ],
    'more samples than it reads': [
      () => error(422, 'execution', 'query processing would load too many samples into memory in query execution'),
      ['answered 422', 'narrow the selector'],
    ],
    'too many questions': [() => new TextResponse('', 429), ['answered 429', 'refresh less often']],
    'an error of its own': [() => new TextResponse('boom', 500), ['answered 500: "boom"', 'try again']],
    'starting or overloaded': [
      () => new TextResponse('Service Unavailable', 503),
      ['answered 503: "Service Unavailable"', 'try again in a moment'],
    ],
    'an HTML page': [
      () => new TextResponse('<!doctype html><p>Sign in'),
      ['HTML page where JSON was expected', 'session'],
    ],
    'half of its JSON': [
      () => new TextResponse('{"status":"success","data":{"resultType":"matrix","resu'),
      ['not JSON, or only half of it'],
    ],
    'JSON of something else': [
      () => new TextResponse('{"hello":1}'),
      ['no answer of Prometheus', 'look at the address'],
    ],
    'values of the wrong type': [
      () => success([{ metric: {}, values: [[1, 2]] }]),
      ['values are not pairs of time and text'],
    ],
    'an error under the status of success': [
      () => error(200, 'timeout', 'query timed out in expression evaluation'),
      ['query timed out', 'ask for a shorter range'],
    ],
    'a connection that is reset in the middle': [
      () =>
        Object.defineProperty(new TextResponse(''), 'text', { value: () => Promise.reject(new TypeError('reset')) }),
      ['broke off', 'try again'],
    ],
  };
  for (const [name, [reply, words]] of Object.entries(cases)) {
    it(`says what to do: ${name}`, async () => {
      const message = await scripted(reply).failure();
      for (const part of words) expect(message).to.contain(part);
    });
  }

  it('names the address also where it is the root of the page', async () => {
    const root = { url: '/' };
    expect(await scripted(() => new TextResponse('', 404), root).failure()).to.contain('Prometheus at / answered 404');
    expect(await scripted(() => Promise.reject(new TypeError('Failed to fetch')), root).failure()).to.contain(
      'Open /api/v1/query?query=1',
    );
  });

  it('says that no answer came in time, and aborts the question', async () => {
    let aborted: AbortSignal | null | undefined;
    const { failure } = scripted(
      ({ init }) =>
        new Promise((_, reject) => {
          aborted = init.signal;
          init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
      { timeout: 20 },
    );
    expect(await failure())
      .to.contain('did not answer within 20ms')
      .and.to.contain('shorter range');
    expect(aborted?.aborted).to.equal(true);
  });

  it('never says what a server prints at full length, nor parameters and headers', async () => {
    const secrets = { headers: { Authorization: 'Bearer sesame' }, parameters: { token: 'sesame' } };
    const { failure } = scripted(() => new TextResponse('x'.repeat(5000), 500), {
      ...secrets,
      url: '/prometheus/?key=sesame',
    });
    const message = await failure();
    expect(message).not.to.contain('sesame');
    expect(message.length).to.be.below(400);
  });

  it('tells warnings and infos of the server beside the data', async () => {
    const series = [printed({ status_code: '200' }, [60, '1'])];
    const frame = await scripted(() =>
      success(series, 'matrix', { warnings: ['one store is down'], infos: ['metric might not be a counter'] }),
    ).query();
    expect(frame.notices).to.deep.equal([
      'Prometheus says: one store is down',
      'Prometheus says: metric might not be a counter',
    ]);
  });

  it('shows the first of series that came twice, and says so', async () => {
    const frame = await scripted(() =>
      success([printed({ status_code: '200' }, [60, '1']), printed({ status_code: '200' }, [60, '2'])]),
    ).query();
    expect(columns(frame)).to.deep.equal({ '200': [1, null, null, null, null] });
    expect(frame.notices[0]).to.contain('"requests" came twice');
  });

  it('puts unsorted and repeated values in their places', async () => {
    const frame = await scripted(() =>
      success([printed({ status_code: '200' }, [180, '3'], [60, '1'], [300, '5'], [60, '1'])]),
    ).query();
    expect(columns(frame)).to.deep.equal({ '200': [1, null, 3, null, 5] });
  });

  it('takes NaN and stale markers for missing, and infinite values too, which it says', async () => {
    const frame = await scripted(() =>
      success([printed({ status_code: '200' }, [60, 'NaN'], [120, '2'], [180, '+Inf'], [240, '-Inf'], [300, '0'])]),
    ).query();
    expect(columns(frame)).to.deep.equal({ '200': [null, 2, null, null, 0] });
    expect(frame.notices).to.deep.equal(['"requests" has infinite values, which are left out.']);
    const quiet = await scripted(() => success([printed({ status_code: '200' }, [60, 'NaN'])])).query();
    expect(quiet.notices).to.deep.equal([]);
  });

  it('says of values at other times than asked that they were moved into their step', async () => {
    const frame = await scripted(() => success([printed({ status_code: '200' }, [67, '1'])])).query();
    expect(columns(frame)).to.deep.equal({ '200': [1, null, null, null, null] });
    expect(frame.notices[0]).to.contain('at other times than asked');
  });

  it('shows a thousand of ten thousand series, the same ones each time', async () => {
    const series = Array.from({ length: 10_000 }, (_, i) => printed({ status_code: `s${i}` }, [60, '1']));
    const shown = async (answer: readonly object[]): Promise<{ names: string[]; notices: readonly string[] }> => {
      const frame = await scripted(() => success(answer)).query();
      return { names: Object.keys(columns(frame)), notices: frame.notices };
    };
    const [one, other] = [await shown(series), await shown([...series].reverse())];
    expect(one.names).to.have.length(1000);
    expect(one.names).to.deep.equal(other.names);
    expect(one.notices[0]).to.contain('10000 series of "requests" came, of which 1000 are shown');
  });

  it('goes by the clock of a server that is hours off', async () => {
    const own = T0 + 86_400_000;
    const { source } = scripted(() => success([]), {}, T0 + 150_000);
    expect(await source.query(asked(), { signal })).to.deep.include({ now: T0 + 150_000, completeUntil: T0 + 120_000 });
    const late = scripted(() => success([]), { now: () => own }, T0 + 150_000);
    const frame = await late.query();
    expect(frame.now).to.equal(T0 + 150_000);
    expect(late.calls[0]?.parameters.get('end')).to.equal(String((T0 + 180_000) / 1000));
  });

  it('goes by its own clock where a server says nothing of its time', async () => {
    const source = prometheusSource({ url: '/p', profile: 'vllm', now: () => T0, fetch: async () => success([]) });
    const frame = await source.query(asked({ metric: 'pending', range: { from: T0 - 60_000, to: T0 } }), { signal });
    expect(frame.now).to.equal(T0);
  });
});
