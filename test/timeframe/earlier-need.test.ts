import { expect } from '@open-wc/testing';
import { labelSet, type Frame, type FrameRequest, type QueryContext } from '../../src/core/index.js';
import { EarlierReplicas } from '../../src/timeframe/earlier-replicas.js';
import { TimeframeStore, earlierNeed, type Answer, type Need } from '../../src/timeframe/index.js';
import { requestFor } from '../../src/timeframe/request-for.js';
import { requestKey } from '../../src/timeframe/request-key.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };

async function setUp(settings: ConstructorParameters<typeof TimeframeStore>[0] = {}, compare = '1d') {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', ...settings });
  const answers: Answer[] = [];
  const watch = timeframe.watch(earlierNeed(LINES, compare), (answer) => answers.push(answer));
  timeframe.source = source;
  await clock.advance(100);
  return { clock, source, timeframe, answers, watch };
}

describe('A need for an earlier range', () => {
  it('is asked at the same steps, so much earlier, and is known by its shift', async () => {
    const { source, timeframe } = await setUp();
    const today = requestFor(LINES, timeframe.state);
    const request = source.asked[0]?.request;
    expect(request).to.deep.include({ step: today.step, shift: '1d', replicas: today.replicas });
    expect(request?.range).to.deep.equal({ from: today.range.from - DAY, to: today.range.to - DAY });
    const { shift, ...same } = request ?? today;
    expect(shift).to.equal('1d');
    expect(requestKey({ ...same, shift: '1d' })).not.to.equal(requestKey(same));
    expect(requestKey({ ...same, shift: '1d' })).not.to.equal(requestKey({ ...same, shift: '2d' }));
  });

  it('begins at the same time of day in the zone, beside a day of another length', async () => {
    const { source } = await setUp({
      from: '2026-03-30T00:00:00+02:00',
      to: '2026-03-31T00:00:00+02:00',
      timezone: 'Europe/Paris',
    });
    const { range, step } = source.asked[0]?.request ?? { range: { from: 0, to: 0 }, step: 0 };
    expect(range.from).to.equal(Date.parse('2026-03-29T00:00:00+01:00') - Number(step));
    expect(range.to).to.equal(Date.parse('2026-03-30T00:00:00+02:00'));
  });

  it('asks at a refresh for its new tail alone', async () => {
    const { clock, source, timeframe } = await setUp({ refresh: '1m' });
    await clock.advance(MINUTE);
    await clock.advance(MINUTE);
    const { lineStep } = timeframe.state;
    const lengths = source.asked.map(({ request: { range } }) => range.to - range.from);
    expect(lengths.length).to.be.above(1);
    for (const length of lengths.slice(1)) expect(length).to.be.at.most(MINUTE + 2 * lineStep);
  });

  it('of a range that is over is never asked again, and does not keep the refresh alive', async () => {
    const { clock, source } = await setUp({
      from: '2026-01-14T10:00:00Z',
      to: '2026-01-14T11:00:00Z',
      refresh: '10s',
    });
    await clock.advance(10 * MINUTE);
    expect(source.asked.length).to.equal(1);
  });

  it('lets the refresh end with a range that ends, though its own answer is older', async () => {
    const { clock, timeframe } = await setUp({
      from: '2026-01-15T09:00:00Z',
      to: '2026-01-15T10:05:00Z',
      refresh: '10s',
    });
    await clock.advance(20 * MINUTE);
    let refreshes = 0;
    timeframe.guard = (next) => {
      if (next === null) refreshes++;
      return true;
    };
    await clock.advance(5 * MINUTE);
    expect(refreshes).to.equal(0);
  });

  it('tells the replicas of then to nobody', async () => {
    const { timeframe, answers } = await setUp();
    expect(answers.at(-1)?.frame).not.to.equal(null);
    expect(timeframe.state.knownReplicas).to.deep.equal([]);
  });

  it('of whatever duration a time frame takes is asked, and so are those after it', async () => {
    for (const compare of ['P0.5DT1H', 'P1D2DT1H']) {
      const { clock, source, timeframe } = await setUp({ compare }, compare);
      timeframe.watch(LINES, () => undefined);
      await clock.advance(100);
      expect(source.asked.map(({ request }) => request.shift)).to.deep.equal([compare, undefined]);
    }
  });

  it('follows replicas and zone', async () => {
    const { clock, source, timeframe } = await setUp();
    timeframe.request({ type: 'replicas', replicas: ['a'] });
    await clock.advance(100);
    expect(source.asked.at(-1)?.request).to.deep.include({ replicas: ['a'], shift: '1d' });
  });
});

/** Of now there are `b` and `c`, of a day before `a` and `b`, of two days before `z`. */
class RenamedSource extends SyntheticSource {
  states: 'told' | 'held' | 'none' = 'told';
  readonly held: { readonly request: FrameRequest; readonly signal: AbortSignal; answer(): void }[] = [];
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    super(clock);
    this.#clock = clock;
  }

  override async query(request: FrameRequest, context: QueryContext): Promise<Frame> {
    const frame = await super.query(request, context);
    if (request.shape !== 'intervals') return frame;
    if (this.states === 'none') throw new Error('no states');
    if (this.states === 'held')
      await new Promise<void>((answer) => this.held.push({ request, signal: context.signal, answer }));
    const { range, step, completeUntil, now, notices } = frame;
    const age = Math.round((this.#clock.now() - range.to) / DAY);
    const lanes = (age === 0 ? ['b', 'c'] : age === 1 ? ['a', 'b'] : ['z']).map((name) => ({
      name,
      labels: labelSet([['replica', name]]),
      intervals: [{ ...range, state: 'running' }],
    }));
    return { kind: 'intervals', range, step, completeUntil, now, notices, lanes };
  }
}

/** Waits until a needed choice is there, and asks by it, as charts do. */
async function renamed(replicas = '!b', states: RenamedSource['states'] = 'told') {
  const clock = new FakeClock();
  const source = new RenamedSource(clock);
  source.states = states;
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', compare: '1d', refresh: '1m', replicas });
  timeframe.watch(LINES, () => undefined).setWidth(600);
  const then = new EarlierReplicas(timeframe, clock);
  let told = 0;
  const stop = then.subscribe(() => {
    told++;
    then.choice();
  });
  timeframe.subscribe(() => then.choice());
  timeframe.source = source;
  then.choice();
  await clock.advance(50);
  await clock.advance(50);
  const ofThen = (): readonly FrameRequest[] =>
    source.requests.filter(({ metric, shift }) => shift !== undefined && metric === 'replica-states');
  return { clock, source, timeframe, then, stop, ofThen, told: () => told };
}

describe('The replicas of an earlier range, while some are left out', () => {
  it('are sought in that range, and asked for but for those', async () => {
    const { clock, source, timeframe, then, ofThen, told } = await renamed();
    expect([timeframe.state.replicas, then.choice(), told()]).to.deep.equal([['c'], { replicas: ['a'] }, 1]);
    const { range } = ofThen()[0] ?? { range: { from: NaN, to: NaN } };
    expect(Math.round((timeframe.state.range.to - range.to) / DAY)).to.equal(1);
    timeframe.watch(earlierNeed(LINES, '1d', then.choice() ?? {}), () => undefined);
    await clock.advance(100);
    expect(source.requests.at(-1)).to.deep.include({ metric: 'requests', shift: '1d', replicas: ['a'] });
  });

  it('are all of then where none would be left, and those of now where these have names', async () => {
    const { timeframe, then, ofThen } = await renamed();
    const asked = ofThen().length;
    timeframe.request({ type: 'replicas', replicas: { except: ['a', 'b'] } });
    expect(then.choice()).to.deep.equal({ replicas: null });
    // Who is left out changes nothing of who was there.
    expect(ofThen().length).to.equal(asked);
    timeframe.request({ type: 'replicas', replicas: ['c'] });
    expect([then.choice(), then.seeking]).to.deep.equal([{}, false]);
    const states = { ...LINES, everyReplica: true } as const;
    expect(requestFor(earlierNeed(states, '1d', { replicas: ['a'] }), timeframe.state).replicas).to.equal(null);
  });

  it('are those of now where nobody tells them', async () => {
    for (const replicas of ['!b', '!x']) {
      const { then } = await renamed(replicas, 'none');
      expect([then.choice(), then.seeking]).to.deep.equal([{}, false]);
    }
  });

  it('are unknown until they come, and not those of the comparison or the source before', async () => {
    const { clock, source, timeframe, then } = await renamed('!b', 'held');
    await clock.advance(100);
    expect([then.choice(), then.seeking]).to.deep.equal([null, true]);
    const before = [...source.held];
    source.states = 'told';
    timeframe.configure({ compare: '2d' });
    await clock.advance(100);
    expect(before.some(({ signal }) => signal.aborted)).to.equal(true);
    for (const { answer } of before) answer();
    await clock.advance(100);
    expect(then.choice()).to.deep.equal({ replicas: ['z'] });
    timeframe.source = new RenamedSource(clock);
    expect(then.choice()).to.equal(null);
    await clock.advance(100);
    expect(then.choice()).to.deep.equal({ replicas: ['z'] });
    timeframe.configure({ compare: null });
    expect([then.choice(), then.seeking]).to.deep.equal([{}, false]);
  });

  it('stay while the range goes on, and are sought before another one is asked for', async () => {
    const { clock, source, timeframe, then, ofThen } = await renamed();
    const asked = ofThen().length;
    let sought = 0;
    timeframe.subscribe(() => (sought += Number(then.seeking)));
    await clock.advance(5 * MINUTE);
    expect([sought, then.choice()]).to.deep.equal([0, { replicas: ['a'] }]);
    expect(ofThen().length).to.be.above(asked);
    source.states = 'held';
    const { from, to } = timeframe.state.range;
    timeframe.request({ type: 'zoom', range: { from: from - DAY, to: to - DAY } });
    await clock.advance(100);
    expect(then.seeking).to.equal(true);
    for (const { answer } of source.held) answer();
    await clock.advance(100);
    expect([then.seeking, then.choice()]).to.deep.equal([false, { replicas: ['a', 'z'] }]);
  });

  it('are those of now where they do not come soon, and come all the same, also while the range goes on', async () => {
    const { clock, source, then, ofThen } = await renamed('!b', 'held');
    const asked = ofThen().length;
    await clock.advance(2_800);
    expect([then.choice(), then.seeking]).to.deep.equal([null, true]);
    await clock.advance(200);
    expect([then.choice(), then.seeking]).to.deep.equal([{}, false]);
    await clock.advance(5 * MINUTE);
    expect(ofThen().length).to.equal(asked);
    expect(source.held.filter(({ request, signal }) => request.shift && signal.aborted)).to.deep.equal([]);
    for (const { answer } of source.held) answer();
    await clock.advance(100);
    expect(then.choice()).to.deep.equal({ replicas: ['a'] });
  });

  it('are sought no more when the last chart has left', async () => {
    const { clock, source, then, stop } = await renamed('!b', 'held');
    await clock.advance(100);
    stop();
    expect(source.held.some(({ signal }) => signal.aborted)).to.equal(true);
    for (const { answer } of source.held) answer();
    await clock.advance(100);
    expect(then.seeking).to.equal(true);
  });
});

describe('What a time frame compares with', () => {
  it('is in its state, and stays when another state is set', () => {
    const timeframe = new TimeframeStore({ clock: new FakeClock(), timezone: 'UTC', compare: '1w' });
    expect(timeframe.state.compare).to.equal('1w');
    timeframe.setState({ range: '2h' });
    expect(timeframe.state.compare).to.equal('1w');
    timeframe.configure({ compare: 'previous' });
    expect(timeframe.state.compare).to.equal('previous');
    expect(() => timeframe.configure({ compare: 'soon' })).to.throw(RangeError, '"soon" is not a duration');
    expect(timeframe.state.compare).to.equal('previous');
    timeframe.configure({ compare: ' 1d ' });
    expect(timeframe.state.compare).to.equal('1d');
    timeframe.configure({ compare: 'off' });
    expect(timeframe.state.compare).to.equal('');
  });
});
