import { expect } from '@open-wc/testing';
import { labelSet, type Frame, type FrameRequest, type Source, type SourceDescription } from '../../src/core/index.js';
import { TimeframeStore, type Need, type Settings } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { fullAnswer } from './synthetic-source.js';

const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };
const REFRESH = 10_000;

/** A source whose replicas come and go; `tells` how it says which there are. */
class Scaling implements Source {
  names = ['a', 'b', 'c'];
  /** How long it takes to tell the states, ms. */
  slowness = 0;
  readonly requests: FrameRequest[] = [];
  readonly #clock: FakeClock;
  readonly #tells: 'states' | 'description';

  constructor(clock: FakeClock, tells: 'states' | 'description') {
    this.#clock = clock;
    this.#tells = tells;
  }

  async describe(): Promise<SourceDescription> {
    return this.#tells === 'states'
      ? { metrics: ['requests', 'replica-states'] }
      : { metrics: ['requests'], replicas: this.names.map((name) => ({ name })) };
  }

  async query(request: FrameRequest): Promise<Frame> {
    this.requests.push(request);
    const now = this.#clock.now();
    const series = fullAnswer({ ...request, replicas: request.replicas ?? this.names }, now);
    if (request.shape !== 'intervals') return series;
    if (this.#tells !== 'states') throw new Error('no states');
    if (this.slowness > 0) await new Promise<void>((resolve) => void this.#clock.setTimeout(resolve, this.slowness));
    const { range, step, completeUntil, notices } = series;
    const lanes = this.names.map((name) => ({
      name,
      labels: labelSet([['replica', name]]),
      intervals: [{ ...range, state: 'running' }],
    }));
    return { kind: 'intervals', range, step, completeUntil, now, notices, lanes };
  }

  /** The replicas that charts asked for last. */
  get asked(): readonly string[] | null | undefined {
    return this.requests.filter(({ metric }) => metric === LINES.metric).at(-1)?.replicas;
  }
}

async function setUp(tells: 'states' | 'description' = 'states', settings: Partial<Settings> = {}) {
  const clock = new FakeClock();
  const source = new Scaling(clock, tells);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', refresh: REFRESH, ...settings });
  timeframe.watch(LINES, () => undefined).setWidth(600);
  timeframe.source = source;
  const refreshed = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await clock.advance(REFRESH);
  };
  await refreshed();
  return { clock, source, timeframe, refreshed };
}

const but = (...except: string[]) => ({ type: 'replicas', replicas: { except } }) as const;

describe('all replicas but some', () => {
  for (const tells of ['states', 'description'] as const) {
    it(`have those that come while the range goes on, by their ${tells}`, async () => {
      const { source, timeframe, refreshed } = await setUp(tells);
      timeframe.request(but('b'));
      await refreshed();
      expect([timeframe.state.replicas, timeframe.state.except, source.asked]).to.deep.equal([
        ['a', 'c'],
        ['b'],
        ['a', 'c'],
      ]);
      source.names = ['a', 'b', 'c', 'd'];
      await refreshed();
      expect([timeframe.state.replicas, source.asked]).to.deep.equal([
        ['a', 'c', 'd'],
        ['a', 'c', 'd'],
      ]);
    });
  }

  it('have those that come also where telling takes longer than the time between two refreshes', async () => {
    const { source, timeframe, refreshed } = await setUp();
    timeframe.request(but('b'));
    await refreshed();
    source.slowness = 2.5 * REFRESH;
    source.names = ['a', 'b', 'c', 'd'];
    for (let turn = 0; turn < 3; turn++) await refreshed();
    expect(timeframe.state.replicas).to.deep.equal(['a', 'c', 'd']);
  });

  it('are not what is chosen by name: there none is added', async () => {
    const { source, timeframe, refreshed } = await setUp();
    timeframe.request({ type: 'replicas', replicas: ['a', 'c'] });
    source.names = ['a', 'b', 'c', 'd'];
    source.requests.length = 0;
    await refreshed();
    expect([timeframe.state.replicas, source.asked]).to.deep.equal([
      ['a', 'c'],
      ['a', 'c'],
    ]);
    expect(source.requests.every(({ shape }) => shape !== 'intervals')).to.equal(true);
  });

  it('are asked for by name from the first question on', async () => {
    for (const tells of ['states', 'description'] as const) {
      const { source } = await setUp(tells, { replicas: '!b' });
      const asked = source.requests.filter(({ metric }) => metric === LINES.metric);
      expect(asked.length, tells).to.be.greaterThan(0);
      for (const { replicas } of asked) expect(replicas, tells).to.deep.equal(['a', 'c']);
    }
  });

  it('are kept as such, and come back', async () => {
    const { timeframe } = await setUp();
    timeframe.request(but('b'));
    const saved = timeframe.getState();
    expect(saved.replicas).to.deep.equal({ except: ['b'] });
    timeframe.setState({ replicas: ['a'] });
    expect(timeframe.state).to.deep.include({ replicas: ['a'], except: null });
    timeframe.setState(JSON.parse(JSON.stringify(saved)) as typeof saved);
    expect(timeframe.state).to.deep.include({ replicas: ['a', 'c'], except: ['b'] });
    timeframe.setState({ view: 'x' });
    expect(timeframe.getState().replicas).to.deep.equal({ except: ['b'] });
    timeframe.configure({ replicas: '!a' });
    expect(timeframe.homeState().replicas).to.deep.equal({ except: ['a'] });
  });

  it('stay such where a framework sets the names that it was told', async () => {
    const { timeframe } = await setUp();
    timeframe.request(but('b'));
    timeframe.configure({ replicas: ['a', 'c'] });
    expect(timeframe.state).to.deep.include({ replicas: ['a', 'c'], except: ['b'] });
    timeframe.configure({ replicas: ['c'] });
    expect(timeframe.state).to.deep.include({ replicas: ['c'], except: null });
  });

  it('are all where none would be left', async () => {
    const { source, timeframe, refreshed } = await setUp();
    timeframe.request(but('a', 'b', 'c'));
    await refreshed();
    expect([timeframe.state.replicas, source.asked]).to.deep.equal([null, null]);
    source.names = ['a', 'b', 'c', 'd'];
    await refreshed();
    expect([timeframe.state.replicas, source.asked]).to.deep.equal([['d'], ['d']]);
  });

  it('wait for the end of a gesture', async () => {
    const { source, timeframe, refreshed } = await setUp();
    timeframe.request(but('b'));
    await refreshed();
    timeframe.request({ type: 'brush' });
    source.names = ['a', 'b', 'c', 'd'];
    timeframe.request({ type: 'refresh' });
    await refreshed();
    expect(timeframe.state.replicas).to.deep.equal(['a', 'c']);
    timeframe.request({ type: 'cancel' });
    await refreshed();
    expect(timeframe.state.replicas).to.deep.equal(['a', 'c', 'd']);
  });

  it('can be refused', async () => {
    const { timeframe } = await setUp();
    const wished: unknown[] = [];
    timeframe.guard = (next) => {
      wished.push(next?.replicas, next?.except);
      return false;
    };
    timeframe.request(but('b'));
    expect(wished).to.deep.equal([['a', 'c'], ['b']]);
    expect(timeframe.state).to.deep.include({ replicas: null, except: null });
  });
});
