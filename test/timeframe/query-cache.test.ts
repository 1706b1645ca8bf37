import { expect } from '@open-wc/testing';
import type { Frame, FrameRequest } from '../../src/core/index.js';
import { queryCacheOf } from '../../src/timeframe/query-cache.js';
import { FakeClock, settled } from './fake-clock.js';
import { fullAnswer, SyntheticSource } from './synthetic-source.js';

const NOW = 1_000_000;
const request = (from: number, to: number, more: Partial<FrameRequest> = {}): FrameRequest => ({
  metric: 'requests',
  by: [],
  replicas: null,
  shape: 'series',
  step: 1000,
  range: { from, to },
  ...more,
});

function setUp(now = NOW) {
  const source = new SyntheticSource(new FakeClock(now));
  const cache = queryCacheOf(source);
  const ask = (wanted: FrameRequest, signal = new AbortController().signal): Promise<Frame> =>
    cache.ask(wanted, signal, () => true);
  return { source, cache, ask, ranges: () => source.requests.map(({ range }) => [range.from, range.to]) };
}

describe('QueryCache', () => {
  it('is one for each source', () => {
    const { source, cache } = setUp();
    expect(queryCacheOf(source)).to.equal(cache);
    expect(queryCacheOf(new SyntheticSource(new FakeClock()))).not.to.equal(cache);
  });

  it('aborts a shared query only when nobody waits for it any longer', async () => {
    const { source, ask } = setUp();
    source.manual = true;
    const [one, two] = [new AbortController(), new AbortController()];
    const answers = [ask(request(0, 9000), one.signal), ask(request(0, 9000), two.signal)].map((answer) =>
      answer.then(() => 'answered').catch(() => 'aborted'),
    );
    await settled();
    expect(source.asked).to.have.length(1);
    one.abort();
    expect(source.asked[0]?.signal.aborted).to.equal(false);
    two.abort();
    expect(source.asked[0]?.signal.aborted).to.equal(true);
    const again = ask(request(0, 9000));
    expect(await Promise.all(answers)).to.deep.equal(['aborted', 'aborted']);
    await settled();
    source.asked[1]?.answer();
    expect((await again).kind).to.equal('series');
  });

  it('asks nothing of a task that was aborted while it waited for its place', async () => {
    const { source, ask } = setUp();
    source.manual = true;
    const controllers = Array.from({ length: 8 }, () => new AbortController());
    const answers = controllers.map(({ signal }, i) =>
      ask(request(0, 9000, { metric: `m${i}` }), signal).catch(() => null),
    );
    controllers[6]?.abort();
    controllers[0]?.abort();
    await settled();
    expect(source.requests.map(({ metric }) => metric)).to.deep.equal(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm7']);
    for (const { abort } of controllers.map((controller) => ({ abort: () => controller.abort() }))) abort();
    await Promise.all(answers);
  });

  it('keeps what is final apart by all that makes another answer', async () => {
    const { source, ask, cache } = setUp();
    const asked = request(0, 60_000);
    expect(await ask(asked)).to.deep.equal(await ask(asked));
    expect(cache.ready(asked)).to.deep.equal(fullAnswer(asked, NOW));
    const others: Partial<FrameRequest>[] = [
      { metric: 'tokens' },
      { query: 'up' },
      { by: ['replica'] },
      { replicas: ['a'] },
      { quantiles: [0.5] },
      { step: 2000 },
      { step: null },
      { shape: 'events' },
      { range: { from: 500, to: 59_500 } },
      { shift: '1d' },
    ];
    for (const other of others) expect(cache.ready({ ...asked, ...other }), JSON.stringify(other)).to.equal(null);
    expect(source.asked).to.have.length(1);
  });

  it('asks the whole again where an edge came in another step, and draws it as it came', async () => {
    const { source, ask, cache, ranges } = setUp();
    await ask(request(0, 60_000));
    const query = source.query.bind(source);
    source.query = (wanted, context) => query({ ...wanted, step: 5000 }, context);
    const frame = await ask(request(0, 90_000));
    expect(ranges()).to.deep.equal([
      [0, 60_000],
      [58_000, 90_000],
      [0, 90_000],
    ]);
    expect(frame).to.deep.include({ step: 5000, range: { from: 0, to: 90_000 } });
    expect(cache.ready(request(10_000, 20_000))).to.equal(frame);
  });

  it('takes nothing for final that is of later than the source says now, since its clock was set back', async () => {
    let now = NOW;
    const { source, ask, cache } = setUp();
    let asked = 0;
    source.query = async (wanted) => {
      asked++;
      return fullAnswer(wanted, now);
    };
    await ask(request(900_000, NOW));
    now -= 300_000;
    const range = [now - 100_000, now] as const;
    expect(await ask(request(...range))).to.deep.equal(fullAnswer(request(...range), now));
    expect(cache.ready(request(900_000, NOW))).to.equal(null);
    const before = asked;
    now += 10_000;
    await ask(request(range[0] + 10_000, range[1] + 10_000));
    expect(asked).to.equal(before + 1);
    // Somebody else's clock, a little behind.
    now -= 10_000;
    await ask(request(...range));
    expect(cache.ready(request(range[0], range[1] - 5000))).not.to.equal(null);
  });

  it('remembers two stretches of one need that do not touch', async () => {
    const { ask, cache } = setUp();
    await ask(request(0, 60_000));
    await ask(request(500_000, 560_000));
    expect(cache.ready(request(10_000, 20_000))).not.to.equal(null);
    expect(cache.ready(request(510_000, 520_000))).not.to.equal(null);
  });

  it('has what is known of at least half of an answer at hand', async () => {
    const { ask, cache } = setUp();
    expect(cache.atHand(request(30_000, 90_000))).to.equal(null);
    await ask(request(0, 60_000));
    await ask(request(0, 60_000));
    expect(cache.atHand(request(30_000, 90_000))?.range).to.deep.equal({ from: 30_000, to: 60_000 });
    expect(cache.atHand(request(40_000, 100_000))).to.equal(null);
    expect(cache.atHand(request(0, 60_000, { metric: 'tokens' }))).to.equal(null);
  });

  it('keeps the newer answer where an older one comes after it', async () => {
    const { source, ask, cache } = setUp();
    await ask(request(0, 60_000));
    source.manual = true;
    const older = ask(request(0, 70_000));
    const newer = ask(request(0, 90_000));
    await settled();
    source.asked[2]?.answer();
    await newer;
    source.asked[1]?.answer();
    expect((await older).range).to.deep.equal({ from: 0, to: 70_000 });
    expect(cache.ready(request(0, 90_000))).to.deep.equal(fullAnswer(request(0, 90_000), NOW));
  });

  it('forgets the need that was used least lately', async () => {
    const { ask, cache } = setUp();
    for (let count = 0; count < 64; count++) await ask(request(0, 5000, { metric: `m${count}` }));
    expect(cache.ready(request(0, 5000, { metric: 'm0' }))).not.to.equal(null);
    await ask(request(0, 5000, { metric: 'm64' }));
    expect(cache.ready(request(0, 5000, { metric: 'm0' }))).not.to.equal(null);
    expect(cache.ready(request(0, 5000, { metric: 'm1' }))).to.equal(null);
  });

  it('remembers one stretch of a need that is followed for long, however much of it is forgotten', async () => {
    const { source, ask, cache } = setUp(20_000_000);
    const other = request(0, 5000, { by: ['replica'] });
    await ask(other);
    for (let count = 0; count < 200; count++) await ask(request(count * 50_000, count * 50_000 + 100_000));
    expect(cache.ready(other)).not.to.equal(null);
    expect(cache.ready(request(0, 100_000))).to.equal(null);
    expect(source.asked).to.have.length(201);
  });

  it('tells the failure of a query to all who wait, and asks anew after it', async () => {
    const { source, ask } = setUp();
    source.manual = true;
    const answers = [ask(request(0, 9000)), ask(request(0, 9000))].map((answer) => answer.catch(String));
    await settled();
    source.asked[0]?.fail(new Error('down'));
    expect(await Promise.all(answers)).to.deep.equal(['Error: down', 'Error: down']);
    source.manual = false;
    expect((await ask(request(0, 9000))).kind).to.equal('series');
  });
});
