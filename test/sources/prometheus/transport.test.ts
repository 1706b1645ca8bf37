import { expect } from '@open-wc/testing';
import { success, TextResponse, type Call } from './fake-server.js';
import { asked, scripted, signal } from './support.js';

const good = (): Response => success([]);
const authorization = ({ init }: Call): string | null => new Headers(init.headers).get('Authorization');

describe('how a Prometheus is asked', () => {
  it('asks by POST, and puts its parameters into the body', async () => {
    const { query, calls } = scripted(good, { url: 'https://p.example/prom/?tenant=a', parameters: { dedup: 'true' } });
    await query();
    const [call] = calls;
    expect(call).to.deep.include({ method: 'POST', url: 'https://p.example/prom/api/v1/query_range' });
    expect(Object.fromEntries(call?.parameters ?? [])).to.include({
      tenant: 'a',
      dedup: 'true',
      step: '60',
      nocache: '1',
    });
  });

  it('asks by GET where POST is refused, and goes on so', async () => {
    const { query, calls } = scripted(({ method }) => (method === 'POST' ? new TextResponse('', 405) : good()));
    await query();
    await query();
    expect(calls.map(({ method }) => method)).to.deep.equal(['POST', 'GET', 'GET']);
    expect(calls[1]?.url).to.contain('/prometheus/api/v1/query_range?').and.to.contain('start=');
    expect(calls[1]?.init.body).to.equal(undefined);
  });

  it('tells of a refusal by POST where GET is refused, too', async () => {
    const { failure } = scripted(({ method }) => new TextResponse(method, 403));
    expect(await failure()).to.contain('"POST"');
  });

  it('asks for headers at each request, and once more after a 401', async () => {
    let given = 0;
    const headers = async (): Promise<Record<string, string>> => ({ Authorization: `Bearer ${++given}` });
    const { query, calls } = scripted((call) => (call === calls[0] ? new TextResponse('', 401) : good()), { headers });
    await query();
    const tokens = calls.map((call) => Number(authorization(call)?.slice(7)));
    expect(tokens).to.have.length(2);
    expect(tokens[1]).to.be.above(tokens[0] ?? Infinity);
  });

  it('gives up after the second 401, and after the first where headers are values', async () => {
    const refused = (): Response => new TextResponse('', 401);
    const twice = scripted(refused, { headers: () => ({}) });
    expect(await twice.failure()).to.contain('401');
    expect(twice.calls).to.have.length(2);
    const once = scripted(refused, { headers: { Authorization: 'Bearer old' } });
    await once.failure();
    expect(once.calls.map(authorization)).to.deep.equal(['Bearer old']);
  });

  it('follows no redirect with credentials', async () => {
    const redirect = async (options: Parameters<typeof scripted>[1]): Promise<unknown> => {
      const { query, calls } = scripted(good, options);
      await query();
      return calls[0]?.init.redirect;
    };
    expect(await redirect({})).to.equal('manual');
    expect(await redirect({ credentials: 'include' })).to.equal('manual');
    expect(await redirect({ credentials: 'omit', headers: { Authorization: 'x' } })).to.equal('manual');
    expect(await redirect({ credentials: 'omit' })).to.equal('follow');
  });

  it('passes an abort on to the fetch, and rejects with its reason', async () => {
    const controller = new AbortController();
    const { source, calls } = scripted(
      ({ init }) =>
        new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new TypeError('aborted')))),
    );
    const answer = source.query(asked(), { signal: controller.signal }).catch((error: unknown) => error);
    while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve));
    const reason = new Error('nobody waits');
    controller.abort(reason);
    expect(await answer).to.equal(reason);
    expect(calls[0]?.init.signal?.aborted).to.equal(true);
  });

  it('asks six at a time, in their order, and nothing of those that were aborted meanwhile', async () => {
    const waiting: (() => void)[] = [];
    const { source, calls } = scripted(() => new Promise((resolve) => waiting.push(() => resolve(good()))));
    const controllers = Array.from({ length: 9 }, () => new AbortController());
    const answers = controllers.map(({ signal: own }, i) =>
      source.query(asked({ step: (i + 1) * 1000 }), { signal: own }).catch(() => null),
    );
    while (calls.length < 6) await new Promise((resolve) => setTimeout(resolve));
    expect(calls).to.have.length(6);
    controllers[6]?.abort();
    for (let done = 0; done < 8; done++) {
      while (!waiting[done]) await new Promise((resolve) => setTimeout(resolve));
      waiting[done]?.();
    }
    await Promise.all(answers);
    expect(calls.map(({ parameters }) => parameters.get('step'))).to.deep.equal([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '8',
      '9',
    ]);
  });

  it('takes those first that wait for a chart in sight', async () => {
    const waiting: (() => void)[] = [];
    const { source, calls } = scripted(() => new Promise((resolve) => waiting.push(() => resolve(good()))));
    let inSight = 0;
    const answers = Array.from({ length: 9 }, (_, i) =>
      source.query(asked({ step: (i + 1) * 1000 }), { signal, urgent: () => i === inSight }),
    );
    while (calls.length < 6) await new Promise((resolve) => setTimeout(resolve));
    inSight = 8;
    for (let done = 0; done < 9; done++) {
      while (!waiting[done]) await new Promise((resolve) => setTimeout(resolve));
      waiting[done]?.();
    }
    await Promise.all(answers);
    expect(calls.slice(6).map(({ parameters }) => parameters.get('step'))).to.deep.equal(['9', '7', '8']);
  });

  it('says what is wrong with an address', async () => {
    const wrong = (url: string): Promise<string> => scripted(good, { url }).failure();
    expect(await wrong('')).to.contain('give url');
    expect(await wrong('ftp://p.example')).to.contain('is no address');
    const secret = await wrong('https://me:sesame@p.example');
    expect(secret).to.contain('headers instead').and.not.to.contain('sesame');
  });

  it('takes an address that goes on to the route', async () => {
    const { query, calls } = scripted(good, { url: '/p/api/v1/' });
    await query();
    expect(calls[0]?.url).to.equal('/p/api/v1/query_range');
    await scripted(good).source.query(asked(), { signal });
  });
});
