import { expect } from '@open-wc/testing';
import { alignUp, type Frame, type FrameRequest, type TimeRange } from '../../src/core/index.js';
import { TimeframeStore, type Answer, type Need, type TimeframeOptions } from '../../src/timeframe/index.js';
import { TOGETHER } from '../../src/timeframe/refresh-clock.js';
import { requestFor } from '../../src/timeframe/request-for.js';
import { abilities, heapCounters } from '../support/commands.js';
import { FakeClock, settled } from './fake-clock.js';
import { fullAnswer, SyntheticSource } from './synthetic-source.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };
const BARS: Need = { ...LINES, step: 'bar' };
const STAT: Need = { ...LINES, step: 'range' };

/** A time frame with a first answer to each need. */
async function setUp(settings: TimeframeOptions = {}, needs = [LINES], clock = new FakeClock()) {
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', ...settings });
  const answers: Answer[] = [];
  const watches = needs.map((need) => timeframe.watch(need, (answer) => answers.push(answer)));
  timeframe.source = source;
  await clock.advance(100);
  answers.length = source.asked.length = 0;
  return { clock, source, timeframe, answers, watches };
}

/** Its timers are late, as those of a browser are: by how much is added up where somebody counts from the last time. */
class LateClock extends FakeClock {
  override setTimeout(run: () => void, ms: number): number {
    return super.setTimeout(run, ms + 7);
  }
}

/** Enough turns for answers that come at once. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}

describe('Automatic refresh', () => {
  it('is told as it was asked for, and as the time between', async () => {
    const { timeframe } = await setUp({ refresh: 'auto' });
    expect(timeframe.state).to.include({ refreshText: 'auto', refresh: 15 * SECOND });
    timeframe.request({ type: 'range', text: '6h' });
    expect(timeframe.state).to.include({ refreshText: 'auto', refresh: 2 * MINUTE });
    timeframe.request({ type: 'refresh-every', interval: '30s' });
    expect(timeframe.state).to.include({ refreshText: '30s', refresh: 30 * SECOND });
    timeframe.configure({ refresh: 'live' });
    expect(timeframe.state).to.include({ refreshText: 'live', refresh: MINUTE });
    timeframe.request({ type: 'refresh-every', interval: null });
    expect(timeframe.state).to.include({ refreshText: 'off', refresh: null });
    expect(() => timeframe.request({ type: 'refresh-every', interval: 'soon' })).to.throw(RangeError, 'soon');
    timeframe.dispose();
  });

  it('slides a live range by one step at a time, while bars stay on their own bounds', async () => {
    const { clock, source, timeframe } = await setUp({ refresh: 'live' }, [LINES, BARS]);
    const { lineStep, barStep } = timeframe.state;
    const seen: TimeRange[] = [];
    timeframe.subscribe(({ range }) => {
      if (seen.at(-1)?.to !== range.to) seen.push(range);
    });
    await clock.advance(10 * MINUTE);
    expect(seen.length).to.equal((10 * MINUTE) / lineStep);
    for (const [nth, { from, to }] of seen.entries()) {
      expect(to - (seen[0]?.to ?? 0)).to.equal(nth * lineStep);
      expect(to - from).to.equal(HOUR);
    }
    const bars = source.requests.filter(({ step }) => step === barStep);
    expect(bars.length).to.be.above(30);
    for (const { range } of bars) expect([range.from % barStep, range.to % barStep]).to.deep.equal([0, 0]);
    timeframe.dispose();
  });

  it('asks nothing by the clock for a fixed range that is over, and goes on until it is', async () => {
    const clock = new FakeClock(Date.UTC(2026, 0, 15, 10));
    const range = { from: clock.now() - HOUR, to: clock.now() + MINUTE };
    const { source, timeframe } = await setUp({ range, refresh: '10s' }, [LINES, STAT], clock);
    await clock.advance(MINUTE);
    expect(source.asked.length).to.be.within(10, 14);
    await clock.advance(MINUTE);
    expect(clock.timers).to.equal(0);
    source.asked.length = 0;
    await clock.advance(HOUR);
    expect(source.asked).to.deep.equal([]);
    timeframe.request({ type: 'range', text: '1h' });
    await clock.advance(MINUTE);
    expect(source.asked.length).to.be.above(10);
    timeframe.dispose();
  });

  it('waits for samples that come late, but not for ever', async () => {
    const clock = new FakeClock(Date.UTC(2026, 0, 15, 10));
    const { source, timeframe } = await setUp({ range: { from: clock.now() - HOUR, to: clock.now() } }, [], clock);
    let asked = 0;
    timeframe.watch(LINES, () => undefined);
    timeframe.source = {
      query: (request) => {
        asked++;
        return Promise.resolve({ ...fullAnswer(request, clock.now()), completeUntil: request.range.to - MINUTE });
      },
    };
    timeframe.request({ type: 'refresh-every', interval: '30s' });
    await clock.advance(HOUR);
    expect(source.asked).to.deep.equal([]);
    expect(asked).to.be.within(9, 12);
    timeframe.dispose();
  });

  it('leaves charts out of sight alone, and asks for what they missed when they come', async () => {
    const { clock, source, timeframe, watches } = await setUp({ refresh: '10s' }, [LINES, BARS]);
    watches[1]?.setVisible(false);
    await clock.advance(MINUTE);
    expect(new Set(source.requests.map(({ step }) => step))).to.deep.equal(new Set([15 * SECOND]));
    expect(source.asked).to.have.length(6);
    source.asked.length = 0;
    watches[1]?.setVisible(true);
    await clock.advance(1);
    expect(source.requests.map(({ step }) => step)).to.deep.equal([MINUTE]);
    timeframe.dispose();
  });

  it('rests while nobody sees any chart, and comes at once, once, when one is seen', async () => {
    const { clock, source, timeframe, watches } = await setUp({ refresh: '10s' }, [LINES, BARS]);
    for (const watch of watches) watch.setVisible(false);
    await clock.advance(HOUR);
    expect([source.asked.length, clock.timers]).to.deep.equal([0, 0]);
    watches[0]?.setVisible(true);
    await clock.advance(1);
    expect(source.requests.map(({ step }) => step)).to.deep.equal([15 * SECOND]);
    timeframe.dispose();
  });

  it('goes on for a display on a wall, hidden or out of sight', async () => {
    const { clock, source, timeframe, watches } = await setUp({ refresh: '10s' }, [LINES, BARS]);
    timeframe.setRefreshHidden(true);
    timeframe.setPageHidden(true);
    watches[1]?.setVisible(false);
    await clock.advance(MINUTE);
    expect(source.asked).to.have.length(12);
    timeframe.setRefreshHidden(false);
    await clock.advance(MINUTE);
    expect(source.asked).to.have.length(12);
    timeframe.dispose();
  });

  it('waits after an error, also while a live range moves on', async () => {
    const { clock, source, timeframe, answers } = await setUp({ range: '5m', refresh: 'live' });
    const { refresh, range } = timeframe.state;
    expect(refresh).to.be.at.most(2 * SECOND);
    const failures: number[] = [];
    source.query = () => {
      failures.push(clock.now());
      return Promise.reject(new Error('down'));
    };
    for (let second = 0; second < 120; second++) {
      await clock.advance(SECOND);
      const { retryAt = Infinity, error } = answers.at(-1) ?? {};
      if (error) expect(failures.at(-1)).to.be.at.most(retryAt);
    }
    expect(timeframe.state.range.to - range.to).to.be.closeTo(2 * MINUTE, 5 * SECOND);
    expect(failures.length).to.be.within(4, 10);
    const waits = failures.slice(1).map((time, i) => time - (failures[i] ?? 0));
    expect(waits.at(-1)).to.be.greaterThan(15 * SECOND);
    timeframe.dispose();
  });

  it('says when it tries again, later and later, and keeps to it', async () => {
    const { clock, source, timeframe, answers } = await setUp({ refresh: '5m' });
    const failures: number[] = [];
    const { query } = source;
    source.query = () => {
      failures.push(clock.now());
      return Promise.reject(new Error('down'));
    };
    timeframe.request({ type: 'refresh' });
    const told: number[] = [];
    for (let count = 0; count < 5; count++) {
      await clock.advance(1);
      const { retryAt = Infinity } = answers.at(-1) ?? {};
      expect(retryAt).to.be.within(clock.now(), clock.now() + MINUTE);
      told.push(retryAt);
      await clock.advance(retryAt - clock.now());
    }
    // What is due close together is asked together.
    for (const [nth, moment] of told.entries()) expect(failures[nth + 1]).to.be.closeTo(moment, TOGETHER);
    source.query = query;
    await clock.advance(2 * MINUTE);
    expect(answers.at(-1)).to.include({ error: null, retryAt: Infinity });
    timeframe.dispose();
  });

  it('says when a query that hangs is tried again, and keeps to that', async () => {
    const { clock, source, timeframe, answers } = await setUp({ refresh: '5m' });
    source.manual = true;
    const asked = clock.now();
    timeframe.request({ type: 'refresh' });
    await clock.advance(11 * SECOND);
    expect(answers.at(-1)).to.include({ late: true, retryAt: asked + MINUTE });
    await clock.advance(MINUTE);
    expect(source.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    timeframe.dispose();
  });

  it('asks no more often in three windows than in one', async () => {
    const clock = new FakeClock();
    const windows = await Promise.all([0, 1, 2].map(() => setUp({ refresh: '10s' }, [LINES], clock)));
    const of = windows.length;
    for (const [nth, { timeframe }] of windows.entries()) timeframe.takeTurns(() => Promise.resolve({ nth, of }));
    await clock.advance(10 * MINUTE);
    expect(windows.map(({ source }) => source.asked.length)).to.deep.equal([20, 20, 20]);
    const [first] = windows;
    for (const { timeframe } of windows.slice(1)) timeframe.dispose();
    first?.timeframe.takeTurns(null);
    await clock.advance(10 * MINUTE);
    // At its return to asking alone, a random share of an interval passes.
    expect(first?.source.asked.length).to.be.within(78, 82);
    first?.timeframe.dispose();
  });

  it('goes on as it did where a turn cannot be looked up', async () => {
    const { clock, source, timeframe } = await setUp({ refresh: '10s' });
    const refused: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      refused.push(event.reason);
    };
    addEventListener('unhandledrejection', listen);
    timeframe.takeTurns(() => Promise.reject(new Error('SecurityError')));
    await clock.advance(MINUTE);
    // The browser tells of it in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', listen);
    expect(refused).to.deep.equal([]);
    expect(source.asked).to.have.length(6);
    timeframe.dispose();
  });

  it('forgets a turn that was looked up for another source', async () => {
    const { clock, source, timeframe } = await setUp({ refresh: '10s' });
    let answer: (turn: { nth: number; of: number }) => void = () => undefined;
    timeframe.takeTurns(() => new Promise((resolve) => (answer = resolve)));
    timeframe.takeTurns(null);
    answer({ nth: 1, of: 5 });
    await clock.advance(MINUTE);
    expect(source.asked).to.have.length(6);
    timeframe.dispose();
  });
});

/** By how much the heap grows, bytes; 0 where no one tells. */
async function growthOf(run: () => Promise<unknown>): Promise<number> {
  const { devtools } = await abilities();
  const before = devtools ? (await heapCounters()).heap : 0;
  await run();
  return devtools ? (await heapCounters()).heap - before : 0;
}

describe('A day of live refresh', () => {
  it('asks what the arithmetic says, keeps to the grid, and grows nothing', async function () {
    this.timeout(120_000);
    const clock = new LateClock();
    const timeframe = new TimeframeStore({ clock, timezone: 'UTC', range: '3h', refresh: 'live' });
    const steps = new Map<number | null, number>();
    const asked: number[] = [];
    const lengths = new Set<number>();
    let largest = 0;
    // So many that what is never forgotten weighs.
    const replicas = Array.from({ length: 40 }, (_, nth) => `replica-${nth}`);
    const answer = (request: FrameRequest): Frame => fullAnswer({ ...request, replicas }, clock.now());
    for (const need of [LINES, BARS, STAT]) {
      timeframe.watch(need, ({ frame }) => {
        if (frame?.kind !== 'series' || need !== LINES) return;
        lengths.add(frame.times.length);
        largest = Math.max(largest, frame.times.buffer.byteLength);
      });
    }
    timeframe.source = {
      query: (request) => {
        steps.set(request.step, (steps.get(request.step) ?? 0) + 1);
        if (request.step !== null && request.step === timeframe.state.lineStep) asked.push(clock.now());
        return Promise.resolve(answer(request));
      },
    };
    await clock.advance(MINUTE);
    // Until as much is remembered as ever is.
    await clock.advance(18 * HOUR, microtasks);
    const { timers } = clock;
    steps.clear();
    asked.length = 0;
    lengths.clear();
    let grown = await growthOf(() => clock.advance(24 * HOUR, microtasks));
    await settled();

    const { lineStep, barStep, range } = timeframe.state;
    const ticks = (24 * HOUR) / lineStep;
    expect([ticks, timeframe.state.refresh]).to.deep.equal([24 * 60, MINUTE]);
    expect([...steps].sort()).to.deep.equal(
      [
        [lineStep, ticks],
        [barStep, ticks],
        [null, ticks],
      ].sort(),
    );
    const first = asked[0] ?? 0;
    expect(asked.every((moment, nth) => moment === first + nth * lineStep)).to.equal(true);
    expect(range.to).to.equal(alignUp(clock.now(), lineStep));
    expect([clock.timers, lengths.size]).to.deep.equal([timers, 1]);
    // A range of 180 steps, 1,000 that are kept before it, and a quarter of room.
    expect(largest).to.be.below((180 + 1000) * 1.3 * (replicas.length + 1) * 8);
    // A heap is shared with the pages of other files, which come and go; what is kept of a day is kept of each day.
    for (let days = 1; grown > 300_000 && days < 5; days++)
      grown = await growthOf(() => clock.advance(24 * HOUR, microtasks));
    expect(grown).to.be.below(300_000);
    asked.length = 0;
    const { frame } = await new Promise<Answer>((resolve) => {
      timeframe.watch(LINES, (answer) => {
        if (answer.frame && !answer.loading) resolve(answer);
      });
      void clock.advance(100);
    });
    expect(frame).to.deep.equal({ ...answer(requestFor(LINES, timeframe.state)), now: frame?.now });
    timeframe.dispose();
    expect(clock.timers).to.equal(0);
  });
});
