import { expect } from '@open-wc/testing';
import type { Frame, Source } from '../../src/core/index.js';
import { functionSource } from '../../src/sources/index.js';
import { TimeframeStore, type Answer, type Need, type TimeframeState } from '../../src/timeframe/index.js';
import { requestFor } from '../../src/timeframe/request-for.js';
import { FakeClock } from './fake-clock.js';
import { fullAnswer, SyntheticSource } from './synthetic-source.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY_START = Date.UTC(2026, 0, 15);
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };
const BARS: Need = { ...LINES, step: 'bar' };
const STAT: Need = { ...LINES, step: 'range' };

/** ms of a time of the day on which the fake clock stands. */
const at = (hours: number, minutes: number, seconds = 0): number =>
  DAY_START + hours * HOUR + minutes * MINUTE + seconds * SECOND;

function setUp(settings: ConstructorParameters<typeof TimeframeStore>[0] = {}) {
  const clock = new FakeClock(at(10, 0, 30));
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', ...settings });
  const answers: Answer[] = [];
  const states: TimeframeState[] = [];
  timeframe.subscribe((state) => states.push(state));
  const watch = (need: Need, list = answers) => timeframe.watch(need, (answer) => list.push(answer));
  const zoom = (from: number, to: number): void => {
    const told = timeframe.zoomed({ from, to });
    timeframe.request({ type: 'zoom', range: { from, to } });
    expect(timeframe.state.range).to.deep.equal(told);
  };
  return { clock, source, timeframe, answers, states, watch, zoom };
}

/** The same with a first answer. */
async function setUpAnswered(settings: ConstructorParameters<typeof TimeframeStore>[0] = {}, need = LINES) {
  const parts = setUp(settings);
  const watched = parts.watch(need);
  parts.timeframe.source = parts.source;
  await parts.clock.advance(100);
  expect(parts.answers.at(-1)?.frame).not.to.equal(null);
  parts.answers.length = parts.source.asked.length = parts.states.length = 0;
  return { ...parts, watched };
}

describe('What a source says that it has', () => {
  it('is asked for again with each refresh where it could not say it, or had nothing, and then not for a while', async () => {
    const { clock, source, timeframe, watch } = setUp({ refresh: '10s' });
    watch(LINES);
    const said: (() => Promise<{ metrics: string[] }>)[] = [
      () => Promise.reject(new Error('down')),
      () => Promise.resolve({ metrics: [] }),
      () => Promise.reject(new Error('down again')),
      () => Promise.resolve({ metrics: ['requests'] }),
    ];
    let asked = 0;
    timeframe.source = {
      query: (request, context) => source.query(request, context),
      describe: () => said[asked++]?.() ?? Promise.resolve({ metrics: ['more'] }),
    };
    const seen: unknown[] = [];
    for (let count = 0; count < 7; count++) {
      await clock.advance(count === 0 ? SECOND : 10 * SECOND);
      if (seen.at(-1) !== timeframe.state.metrics) seen.push(timeframe.state.metrics);
    }
    expect(seen).to.deep.equal([null, [], ['requests']]);
    expect(asked).to.equal(4);
    timeframe.dispose();
  });

  it('grows by what comes later, is asked for now and then, and what goes stays', async () => {
    const { clock, source, timeframe, watch } = setUp({ refresh: '10s' });
    watch(LINES);
    const said = [['cpu'], ['cpu', 'requests'], ['requests']];
    let asked = 0;
    timeframe.source = {
      query: (request, context) => source.query(request, context),
      describe: () => {
        const metrics = said[Math.min(asked++, said.length - 1)] ?? [];
        return asked === 3 ? Promise.reject(new Error('down')) : Promise.resolve({ metrics, minStep: 10_000 * asked });
      },
    };
    const seen: unknown[] = [];
    for (let count = 0; count < 360; count++) {
      await clock.advance(count === 0 ? SECOND : 10 * SECOND);
      if (seen.at(-1) !== timeframe.state.metrics) seen.push(timeframe.state.metrics);
      if (count === 7) expect(timeframe.state.metrics).to.deep.equal(['cpu', 'requests']);
    }
    expect(seen).to.deep.equal([['cpu'], ['cpu', 'requests']]);
    expect(asked).to.be.within(4, 8);
    expect(timeframe.state.lineStep, 'the steps stay').to.equal(15_000);
    timeframe.dispose();
  });
});

describe('The range of a time frame', () => {
  it('is the last hour up to the end of the bar that is not over', () => {
    const { range, relative, rangeText, lineStep, barStep } = setUp().timeframe.state;
    expect(range).to.deep.equal({ from: at(9, 1), to: at(10, 1) });
    expect({ relative, rangeText, lineStep, barStep }).to.deep.equal({
      relative: true,
      rangeText: '1h',
      lineStep: 15 * SECOND,
      barStep: MINUTE,
    });
  });

  it('begins at midnight where today is asked', () => {
    const { range } = setUp({ range: 'now/d' }).timeframe.state;
    expect(range.from).to.equal(DAY_START);
    expect(range.to).to.be.within(at(10, 0, 30), at(10, 30));
  });

  it('goes on from a moment that stays, or between two that go on', async () => {
    const { clock, source, timeframe, watch } = setUp({ range: '2026-01-15T09:07:10/now', refresh: '1m' });
    watch(LINES);
    timeframe.source = source;
    await clock.advance(100);
    expect(timeframe.state).to.deep.include({
      range: { from: at(9, 7, 10), to: at(10, 1) },
      rangeText: '2026-01-15T09:07:10Z/now',
      relative: true,
    });
    await clock.advance(10 * MINUTE);
    expect(timeframe.state.range).to.deep.equal({ from: at(9, 7, 10), to: at(10, 11) });
    expect(timeframe.getState().range).to.equal('2026-01-15T09:07:10Z/now');
    timeframe.request({ type: 'range', text: 'now-2h/now-1h' });
    const { from, to } = timeframe.state.range;
    expect(to - from).to.equal(HOUR);
    await clock.advance(10 * MINUTE);
    expect(timeframe.state.range).to.deep.equal({ from: from + 10 * MINUTE, to: to + 10 * MINUTE });
  });

  it('is kept exactly where it is fixed', () => {
    const fixed = { from: at(9, 0, 1), to: at(9, 30, 7) };
    const { range, relative, rangeText } = setUp({ range: fixed }).timeframe.state;
    expect(range).to.deep.equal(fixed);
    expect(relative).to.equal(false);
    expect(rangeText).to.equal('2026-01-15T09:00:01Z/2026-01-15T09:30:07Z');
  });

  it('is rounded outward to whole bars when it is zoomed, and is never shorter than a second', () => {
    const { timeframe, zoom } = setUp();
    zoom(at(9, 10, 3), at(9, 30, 4));
    const { range, barStep } = timeframe.state;
    expect(barStep).to.equal(30 * SECOND);
    expect(range).to.deep.equal({ from: at(9, 10), to: at(9, 30, 30) });
    zoom(at(9, 10, 3), at(9, 10, 3));
    const { from, to } = timeframe.state.range;
    // Around the middle, on whole bars of a second.
    expect([from, to]).to.deep.equal([at(9, 10, 2), at(9, 10, 4)]);
  });

  it('has one smallest length, whichever way it comes', () => {
    const { timeframe, zoom } = setUp();
    const fixed = (from: number, ms: number): string =>
      `${new Date(from).toISOString()}/${new Date(from + ms).toISOString()}`;
    const length = (): number => timeframe.state.range.to - timeframe.state.range.from;
    const ways: readonly ((ms: number) => void)[] = [
      (ms) => timeframe.request({ type: 'range', text: fixed(at(9, 10), ms) }),
      (ms) => timeframe.setState({ range: fixed(at(9, 20), ms) }),
      (ms) => timeframe.configure({ range: fixed(at(9, 30), ms), from: null, to: null }),
      (ms) => timeframe.configure({ from: at(9, 40), to: at(9, 40) + ms }),
      (ms) => zoom(at(9, 50), at(9, 50) + ms),
    ];
    for (const way of ways) {
      timeframe.request({ type: 'range', text: '1h' });
      way(SECOND);
      expect(length(), String(way)).to.equal(SECOND);
    }
    // What is written is refused in words, what a hand does goes no further.
    for (const way of ways.slice(0, -1)) expect(() => way(SECOND - 1), String(way)).to.throw(/shorter than a second/);
    timeframe.request({ type: 'preview', range: { from: at(9, 50), to: at(9, 50) + 1 } });
    const { preview } = timeframe.state;
    expect(preview).to.deep.equal({ from: at(9, 50) - 499.5, to: at(9, 50) + 500.5 });
  });

  it('moves by whole bars where its length stays, and does not grow', () => {
    const { timeframe, zoom } = setUp();
    timeframe.request({ type: 'range', text: '2026-01-15T08:00:07Z/2026-01-15T10:02:07Z' });
    const { range, barStep } = timeframe.state;
    expect(barStep).to.equal(2 * MINUTE);
    const moved = (from: number): number[] => {
      zoom(from, from + range.to - range.from);
      const { from: begin, to: end } = timeframe.state.range;
      return [begin - range.from, end - range.to];
    };
    // Half its length is 61 minutes: a whole number of bars is next to it.
    expect(moved(range.from + 61 * MINUTE)).to.deep.equal([62 * MINUTE, 62 * MINUTE]);
    expect(moved(range.from)).to.deep.equal([0, 0]);
    expect(moved(range.from - 61 * MINUTE)).to.deep.equal([-62 * MINUTE, -62 * MINUTE]);
  });

  it('stands on round hours of the zone', () => {
    const { range, barStep } = setUp({ range: '7d', timezone: 'Asia/Kolkata' }).timeframe.state;
    expect(barStep).to.equal(3 * HOUR);
    expect((range.from + 5.5 * HOUR) % (3 * HOUR)).to.equal(0);
    expect((range.to + 5.5 * HOUR) % (3 * HOUR)).to.equal(0);
  });

  it('goes back, forward and home', () => {
    const { timeframe, zoom } = setUp();
    const { range: home } = timeframe.state;
    timeframe.request({ type: 'back' });
    expect(timeframe.state.range).to.equal(home);
    zoom(at(9, 10), at(9, 20));
    const { range: zoomed } = timeframe.state;
    timeframe.request({ type: 'range', text: '6h' });
    expect(timeframe.state).to.include({ rangeText: '6h', canGoBack: true, canGoForward: false });
    timeframe.request({ type: 'back' });
    expect(timeframe.state.range).to.deep.equal(zoomed);
    timeframe.request({ type: 'home' });
    expect(timeframe.state.range).to.deep.equal(home);
    timeframe.request({ type: 'home' });
    timeframe.request({ type: 'back' });
    timeframe.request({ type: 'back' });
    expect(timeframe.state).to.include({ rangeText: '1h', canGoBack: false, canGoForward: true });
    timeframe.request({ type: 'forward' });
    expect(timeframe.state.range).to.deep.equal(zoomed);
  });

  it('refuses a text that is none, in words, and stays', () => {
    const { timeframe } = setUp();
    const before = timeframe.state;
    expect(() => timeframe.request({ type: 'range', text: 'soon' })).to.throw(RangeError, 'soon');
    expect(timeframe.state).to.equal(before);
  });
});

describe('The settings of a time frame', () => {
  it('do not undo a zoom when they are set again to what they were', () => {
    const { timeframe, zoom } = setUp({ range: '6h' });
    zoom(at(9, 10), at(9, 20));
    const before = timeframe.state;
    timeframe.configure({ range: '6h', refresh: null, timezone: 'UTC' });
    expect(timeframe.state).to.equal(before);
    timeframe.configure({ range: '3h' });
    expect(timeframe.state).to.include({ rangeText: '3h', canGoBack: false });
  });

  it('that echo what is shown leave history and home as they are', () => {
    const { timeframe, zoom } = setUp({ range: '6h' });
    const echo = (): void => timeframe.configure({ range: timeframe.state.rangeText });
    zoom(at(9, 0), at(9, 30));
    echo();
    expect(timeframe.state.canGoBack).to.equal(true);
    timeframe.configure({ timezone: 'Asia/Kolkata' });
    timeframe.request({ type: 'home' });
    expect(timeframe.state.rangeText).to.equal('6h');
    echo();
    timeframe.request({ type: 'back' });
    echo();
    expect(timeframe.state).to.deep.include({ canGoForward: true, range: { from: at(9, 0), to: at(9, 30) } });
    timeframe.configure({ range: '3h' });
    expect(timeframe.state).to.deep.include({ rangeText: '3h', canGoBack: false });
  });

  it('undo no zoom where others than the winning ones change', () => {
    const { timeframe, zoom } = setUp({ from: at(9, 0), to: at(10, 0) });
    zoom(at(9, 10), at(9, 20));
    const { range } = timeframe.state;
    timeframe.configure({ range: '6h' });
    expect(timeframe.state.range).to.equal(range);
  });

  it('leave the range where it is, and ask nothing, where they say what stands', async () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { clock, source, timeframe, states } = await setUpAnswered({ timezone: zone });
    await clock.advance(10 * MINUTE);
    states.length = source.asked.length = 0;
    for (const compare of ['off', null, '', 'off']) {
      timeframe.configure({ compare });
      timeframe.setState({ compare });
    }
    for (const refresh of ['off', null, '', 'off']) {
      timeframe.configure({ refresh });
      timeframe.setState({ refresh });
    }
    for (const timezone of [null, '', zone]) timeframe.configure({ timezone });
    for (const replicas of ['all', null, []]) timeframe.configure({ replicas });
    for (const locale of ['', null]) timeframe.configure({ locale });
    timeframe.configure({ range: '1h' });
    timeframe.configure({ range: 'now-60m' });
    timeframe.setState({ view: '', replicas: null });
    await clock.advance(MINUTE);
    expect([states.length, source.asked.length]).to.deep.equal([0, 0]);
    timeframe.setState({ compare: '1d' });
    await clock.advance(MINUTE);
    expect([states.length, source.asked.length]).to.deep.equal([1, 0]);
    timeframe.setState({ refresh: '30s' });
    await clock.advance(0);
    expect([timeframe.state.refreshText, timeframe.state.compare]).to.deep.equal(['30s', '1d']);
  });

  it('are all refused where one is not valid', () => {
    const { timeframe } = setUp();
    const before = timeframe.state;
    expect(() => timeframe.configure({ range: '6h', refresh: 'often' })).to.throw(RangeError, 'often');
    expect(timeframe.state).to.equal(before);
    expect(() => new TimeframeStore({ timezone: 'Mars/Olympus' })).to.throw(RangeError);
  });

  it('read the home in another zone, and leave a zoom where it is', () => {
    const text = '2026-01-01T00:00/2026-01-02T00:00';
    const { timeframe, zoom } = setUp({ range: text });
    timeframe.configure({ timezone: 'Asia/Kolkata' });
    expect(timeframe.state.range.from).to.equal(Date.UTC(2025, 11, 31, 18, 30));
    zoom(at(9, 10), at(9, 20));
    const { range } = timeframe.state;
    timeframe.configure({ timezone: 'UTC' });
    expect(timeframe.state.range).to.equal(range);
    timeframe.request({ type: 'home' });
    expect(timeframe.state.range.from).to.equal(Date.UTC(2026, 0, 1));
  });

  it('work by the browser’s zone and clock where nothing is said', () => {
    const timeframe = new TimeframeStore();
    expect(timeframe.state.timezone).to.be.a('string').and.not.empty;
    expect(timeframe.state.now).to.be.closeTo(Date.now(), 5000);
    timeframe.dispose();
  });

  it('tell listeners of replicas, locale and a problem, and no more after the undo', () => {
    const { timeframe } = setUp();
    const told: TimeframeState[] = [];
    const undo = timeframe.subscribe((state) => told.push(state));
    timeframe.configure({ replicas: 'a b', locale: 'de' });
    timeframe.request({ type: 'replicas', replicas: ['a', 'b'] });
    timeframe.request({ type: 'replicas', replicas: [] });
    const problem = new Error('x');
    timeframe.report(problem);
    undo();
    timeframe.report(null);
    expect(told.map(({ replicas, locale, problem }) => ({ replicas, locale, problem }))).to.deep.equal([
      { replicas: ['a', 'b'], locale: 'de', problem: null },
      { replicas: null, locale: 'de', problem: null },
      { replicas: null, locale: 'de', problem },
    ]);
  });
});

describe('A source whose subscribe returns something else than how to stop', () => {
  it('can be replaced, and is heard no longer', async () => {
    const { clock, source, timeframe, watch } = setUp();
    watch(LINES);
    let push = (): void => undefined;
    const odd = {
      query: source.query.bind(source),
      subscribe: (pushed: () => void) => {
        push = pushed;
        return { unsubscribe: () => undefined };
      },
    };
    Reflect.set(timeframe, 'source', odd);
    await clock.advance(100);
    timeframe.source = source;
    await clock.advance(100);
    expect(timeframe.source).to.equal(source);
    const asked = source.asked.length;
    push();
    await clock.advance(5_000);
    expect(source.asked.length).to.equal(asked);
    timeframe.dispose();
  });
});

describe('A listener', () => {
  it('that changes something has all others hear of that last, not of what was before', () => {
    const { timeframe } = setUp();
    const told: string[] = [];
    timeframe.subscribe(({ rangeText }) => {
      if (rangeText === '12h') timeframe.setState({ range: '15m' });
    });
    timeframe.subscribe(({ rangeText }) => told.push(rangeText));
    timeframe.setState({ range: '12h' });
    expect(told).to.deep.equal(['15m']);
    expect(timeframe.state.rangeText).to.equal('15m');
  });

  it('that throws keeps nothing from the others', () => {
    const { timeframe } = setUp();
    const told: string[] = [];
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (reason) => errors.push(reason);
    const mine = new Error('mine');
    timeframe.subscribe(() => {
      throw mine;
    });
    timeframe.subscribe(({ rangeText }) => told.push(rangeText));
    timeframe.setState({ range: '12h' });
    console.error = error;
    expect(told).to.deep.equal(['12h']);
    expect(errors).to.deep.equal([mine]);
  });
});

describe('What a time frame asks', () => {
  it('is asked once for equal needs, with one point before the range for lines', async () => {
    const { clock, source, timeframe, answers, watch } = setUp();
    for (const need of [LINES, LINES, BARS]) watch(need);
    timeframe.source = source;
    await clock.advance(100);
    expect(source.requests.map(({ range, step, replicas }) => ({ range, step, replicas }))).to.deep.equal([
      { range: { from: at(9, 0, 45), to: at(10, 1) }, step: 15 * SECOND, replicas: null },
      { range: { from: at(9, 1), to: at(10, 1) }, step: MINUTE, replicas: null },
    ]);
    expect(answers.filter(({ frame }) => frame)).to.have.length(3);
  });

  it('waits a moment for the widths of plots, so that nothing is asked twice', async () => {
    const { clock, source, timeframe, watch } = setUp();
    const watched = watch(LINES);
    timeframe.source = source;
    await clock.advance(20);
    expect(source.asked).to.have.length(0);
    watched.setWidth(1400);
    watched.setWidth(1400);
    await clock.advance(1);
    expect(source.requests.map(({ step }) => step)).to.deep.equal([10 * SECOND]);
    watched.setWidth(1390);
    await clock.advance(100);
    expect(source.asked).to.have.length(1);
  });

  it('has the step of the widest plot that is shown, in whatever order they come', async () => {
    for (const widths of [
      [1400, 300],
      [300, 1400],
    ]) {
      const { clock, source, timeframe, watch } = setUp();
      const watches = widths.map((width) => {
        const watched = watch(LINES);
        watched.setWidth(width);
        return watched;
      });
      timeframe.source = source;
      await clock.advance(100);
      expect(timeframe.state.lineStep, widths.join()).to.equal(10 * SECOND);
      watches[widths.indexOf(1400)]?.setActive(false);
      await clock.advance(100);
      expect(timeframe.state.lineStep, widths.join()).to.equal(30 * SECOND);
      timeframe.dispose();
    }
  });

  it('is the tail with two steps of overlap at each refresh', async () => {
    const { clock, source, timeframe, answers } = await setUpAnswered({ refresh: '30s' });
    await clock.advance(30 * SECOND);
    expect(source.requests.map(({ range }) => range)).to.deep.equal([{ from: at(10, 0), to: at(10, 1) }]);
    const { frame = null } = answers.at(-1) ?? {};
    expect(frame).to.deep.equal(fullAnswer(requestFor(LINES, timeframe.state), at(10, 1)));
  });

  it('is nothing for a zoom within what is there at the same step, and one edge for a pan', async () => {
    const range = { from: at(8, 0), to: at(9, 0) };
    const { clock, source, zoom, answers } = await setUpAnswered({ range });
    zoom(at(8, 1), at(8, 59));
    await clock.advance(1);
    expect(source.asked).to.have.length(0);
    expect(answers.at(-1)?.frame?.range).to.deep.equal({ from: at(8, 0, 45), to: at(8, 59) });
    zoom(at(7, 50), at(8, 48));
    await clock.advance(1);
    expect(source.requests.map(({ range }) => range)).to.deep.equal([{ from: at(7, 49, 45), to: at(7, 59, 45) }]);
  });

  it('is nothing at a refresh of a fixed range that has ended', async () => {
    const { clock, source, answers } = await setUpAnswered({ range: { from: at(8, 0), to: at(9, 0) }, refresh: '5s' });
    await clock.advance(5 * SECOND);
    answers.length = 0;
    await clock.advance(MINUTE);
    expect(source.asked).to.have.length(0);
    expect(answers).to.have.length(0);
  });

  it('is always the whole range for one value over it', async () => {
    const { clock, source, timeframe } = await setUpAnswered({}, STAT);
    await clock.advance(10 * SECOND);
    timeframe.request({ type: 'refresh' });
    await clock.advance(1);
    expect(source.requests.map(({ range, step }) => ({ range, step }))).to.deep.equal([
      { range: { from: at(9, 1), to: at(10, 1) }, step: null },
    ]);
  });

  it('is only the last of ten quick zooms, and what was asked before is aborted', async () => {
    const { clock, source, timeframe, zoom, answers } = await setUpAnswered({
      range: { from: at(8, 0), to: at(9, 0) },
    });
    source.manual = true;
    for (let count = 1; count <= 10; count++) {
      zoom(at(8, count), at(8, count + 5));
      if (count % 2 === 0) await clock.advance(1);
    }
    expect(source.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true, true, true, false]);
    for (const { answer } of [...source.asked].reverse()) answer();
    await clock.advance(1);
    const got = answers.filter(({ loading }) => !loading);
    expect(got).to.have.length(1);
    expect(got[0]?.frame?.range).to.deep.equal(requestFor(LINES, timeframe.state).range);
  });

  it('is at most six queries at a time, those in sight first', async () => {
    const { clock, source, timeframe, watch } = setUp();
    source.manual = true;
    for (let count = 0; count < 9; count++) watch({ ...LINES, metric: `m${count}` }).setVisible(count >= 5);
    timeframe.source = source;
    await clock.advance(100);
    const metrics = (): string => source.requests.map(({ metric }) => metric).join(' ');
    expect(metrics()).to.equal('m5 m6 m7 m8 m0 m1');
    source.asked[0]?.answer();
    source.asked[4]?.fail(new Error('no'));
    await clock.advance(1);
    expect(metrics()).to.equal('m5 m6 m7 m8 m0 m1 m2 m3');
  });

  it('is as many queries at a time as the source says, each with whether it is in sight', async () => {
    const { clock, timeframe, watch } = setUp();
    const urgent: ((() => boolean) | undefined)[] = [];
    for (let count = 0; count < 9; count++) watch({ ...LINES, metric: `m${count}` }).setVisible(count >= 5);
    timeframe.source = {
      concurrency: 8,
      query: async (_, context) => {
        urgent.push(context.urgent);
        return new Promise(() => undefined);
      },
    };
    await clock.advance(100);
    expect(urgent.map((one) => one?.())).to.deep.equal([true, true, true, true, false, false, false, false]);
  });

  it('is asked again when a need changes, and not when it is set to the same', async () => {
    const { clock, source, watched, answers } = await setUpAnswered({ range: { from: at(8, 0), to: at(9, 0) } });
    watched.update({ ...LINES });
    await clock.advance(1);
    expect(source.asked).to.have.length(0);
    watched.update({ ...LINES, by: ['status'] });
    await clock.advance(1);
    expect(source.requests.map(({ by }) => by)).to.deep.equal([['status']]);
    expect(answers[0]?.frame).not.to.equal(null);
    source.manual = true;
    watched.update({ ...LINES, metric: 'tokens' });
    await clock.advance(1);
    expect(answers.filter(({ frame, loading }) => !frame && loading)).to.have.length(1);
  });

  it('shows what is known of an earlier step while the rest is asked', async () => {
    const { clock, source, timeframe, zoom, answers } = await setUpAnswered();
    zoom(at(9, 10), at(9, 15));
    await clock.advance(20 * SECOND);
    source.manual = true;
    answers.length = 0;
    timeframe.request({ type: 'back' });
    await clock.advance(1);
    expect(answers.map(({ frame, loading }) => ({ loading, step: frame?.step }))).to.deep.equal([
      { loading: true, step: 15 * SECOND },
    ]);
    expect(source.requests.at(-1)?.range.from).to.equal(at(10, 0));
  });

  it('shares answers between time frames on the same source', async () => {
    const { clock, source, timeframe } = await setUpAnswered({ range: { from: at(8, 0), to: at(9, 0) } });
    const other = new TimeframeStore({ clock, timezone: 'UTC', range: timeframe.state.range });
    const answers: Answer[] = [];
    other.watch(LINES, (answer) => answers.push(answer));
    other.source = source;
    await clock.advance(100);
    expect(source.asked).to.have.length(0);
    expect(answers.at(-1)?.frame).not.to.equal(null);
    expect(other.state.knownReplicas.map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('The refresh of a time frame', () => {
  it('rests while the page is hidden, and comes at once on its return', async () => {
    const { clock, source, timeframe } = await setUpAnswered({ refresh: '30s' });
    timeframe.setPageHidden(true);
    await clock.advance(10 * MINUTE);
    expect(source.asked).to.have.length(0);
    expect(clock.timers).to.equal(0);
    timeframe.setPageHidden(false);
    await clock.advance(1);
    expect(source.asked).to.have.length(1);
  });

  it('is set and switched off by requests', async () => {
    const { clock, source, timeframe } = await setUpAnswered();
    for (const [interval, asked] of [
      [null, 3],
      ['off', 6],
    ] as const) {
      timeframe.request({ type: 'refresh-every', interval: 10 * SECOND });
      await clock.advance(21 * SECOND);
      expect(source.asked).to.have.length(asked);
      timeframe.request({ type: 'refresh-every', interval });
      await clock.advance(MINUTE);
      expect(source.asked).to.have.length(asked);
    }
    expect(() => timeframe.request({ type: 'refresh-every', interval: 1 })).to.throw(RangeError);
  });

  it('leaves a slow query alone, and asks for what came since once that is answered', async () => {
    const { clock, source, timeframe, answers } = await setUpAnswered({ refresh: '10s' });
    source.manual = true;
    await clock.advance(40 * SECOND);
    expect(source.asked).to.have.length(1);
    expect(source.asked[0]?.signal.aborted).to.equal(false);
    source.manual = false;
    source.asked[0]?.answer();
    await clock.advance(1);
    expect(source.asked).to.have.length(2);
    expect(answers.at(-1)?.frame?.range.to).to.equal(timeframe.state.range.to);
  });

  it('gives a query up that hangs for more than a minute', async () => {
    const { clock, source } = await setUpAnswered({ refresh: '10s' });
    source.manual = true;
    await clock.advance(75 * SECOND);
    expect(source.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('tries again later and later after errors, keeps the last good frame, and lets the others go on', async () => {
    const { clock, source, timeframe, answers, watch } = await setUpAnswered({ refresh: '5s' });
    const others: Answer[] = [];
    watch(BARS, others);
    const query = source.query.bind(source);
    const failures: number[] = [];
    source.query = (request, context) => {
      if (request.step === MINUTE) return query(request, context);
      failures.push(clock.now());
      return Promise.reject(new Error('down'));
    };
    await clock.advance(3 * MINUTE);
    const { frame, error, loading } = answers.at(-1) ?? {};
    expect(frame?.kind).to.equal('series');
    expect(error?.message).to.equal('down');
    expect(loading).to.equal(false);
    expect(failures.length).to.be.within(4, 10);
    expect(others.filter((answer) => !answer.loading).length).to.be.above(25);
    source.query = query;
    timeframe.request({ type: 'refresh' });
    await clock.advance(1);
    expect(answers.at(-1)?.error).to.equal(null);
  });

  it('comes when the source pushes, at most once a second', async () => {
    const { clock, source, timeframe } = setUp();
    let push = (): void => undefined;
    let stopped = false;
    const pushing: Source = {
      query: (request, context) => source.query(request, context),
      subscribe: (listener) => {
        push = listener;
        return () => (stopped = true);
      },
    };
    timeframe.watch(LINES, () => undefined);
    timeframe.source = pushing;
    await clock.advance(2 * SECOND);
    source.asked.length = 0;
    for (let count = 0; count < 10; count++) {
      push();
      await clock.advance(200);
    }
    expect(source.asked.length).to.be.within(2, 3);
    timeframe.source = null;
    expect(stopped).to.equal(true);
  });

  it('listens to a source that pushes only while there is a watch, and asks for what it may have missed', async () => {
    const { clock, source, timeframe } = setUp();
    const listeners = new Set<() => void>();
    const pushing: Source = {
      query: (request, context) => source.query(request, context),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    timeframe.source = pushing;
    await clock.advance(2 * SECOND);
    expect(listeners.size).to.equal(0);
    const [first, second] = [timeframe.watch(LINES, () => undefined), timeframe.watch(LINES, () => undefined)];
    expect(listeners.size).to.equal(1);
    await clock.advance(2 * SECOND);
    const once = source.asked.length;
    first.close();
    expect(listeners.size).to.equal(1);
    second.close();
    expect(listeners.size).to.equal(0);
    await clock.advance(HOUR);
    timeframe.watch(LINES, () => undefined);
    expect(listeners.size).to.equal(1);
    source.asked.length = 0;
    await clock.advance(2 * SECOND);
    expect(once).to.equal(1);
    expect(timeframe.state.range.to).to.be.at.least(at(11, 0));
    timeframe.dispose();
    expect(listeners.size).to.equal(0);
  });

  it('follows the clock of the source where that differs', async () => {
    const { clock, source, timeframe, watch } = setUp();
    const late = 10 * MINUTE;
    const slow: Source = {
      query: async (request, context) => ({ ...(await source.query(request, context)), now: clock.now() - late }),
    };
    watch(LINES);
    timeframe.source = slow;
    await clock.advance(100);
    expect(timeframe.state.now).to.equal(at(10, 0, 30) + 50 - late);
    expect(timeframe.state.range.to).to.equal(at(9, 51));
    timeframe.request({ type: 'refresh' });
    expect(timeframe.state.range.to).to.equal(at(9, 51));
  });
});

describe('A source whose rows are wider apart than was asked', () => {
  it('is shown as it is, and asked no more than once for each range', async () => {
    const { clock, timeframe, watch, answers, zoom } = setUp();
    let asked = 0;
    const rows = Array.from({ length: 60 }, (_, minute) => [at(9, minute), 60] as const);
    watch(BARS);
    timeframe.source = functionSource(
      () => {
        asked++;
        return rows;
      },
      () => clock.now(),
    );
    await clock.advance(10 * SECOND);
    expect(asked).to.equal(1);
    zoom(at(9, 10), at(9, 13));
    await clock.advance(10 * SECOND);
    expect(asked).to.equal(2);
    const frame = answers.at(-1)?.frame;
    expect(frame).to.deep.include({ step: MINUTE });
    expect(frame?.kind === 'series' && [...frame.times]).to.deep.equal([at(9, 10), at(9, 11), at(9, 12)]);
    zoom(at(9, 11), at(9, 11, 10));
    await clock.advance(10 * SECOND);
    const { frame: minute, loading } = answers.at(-1) ?? {};
    expect(loading).to.equal(false);
    expect(minute?.kind === 'series' && [...minute.times]).to.deep.equal([at(9, 11)]);
    timeframe.request({ type: 'refresh' });
    await clock.advance(10 * SECOND);
    expect(asked).to.be.at.most(4);
    timeframe.dispose();
  });
});

describe('A source whose clock is hours off', () => {
  /** Asks a source with the clock `now`, without automatic refresh, for a while. */
  async function ask(now: (clock: FakeClock) => number, settings = {}) {
    const { clock, source, timeframe, watch } = setUp(settings);
    watch(LINES);
    timeframe.source = {
      query: async (request, context) => ({ ...(await source.query(request, context)), now: now(clock) }),
    };
    await clock.advance(10 * SECOND);
    return { clock, timeframe, source };
  }

  it('gets its own last hour within one more query', async () => {
    const { timeframe, source } = await ask((clock) => clock.now() + 3 * HOUR);
    expect(timeframe.state.range).to.deep.equal({ from: at(12, 1), to: at(13, 1) });
    expect(source.requests).to.have.length(2);
    expect(source.requests[1]?.range.to).to.equal(at(13, 1));
  });

  it('is not asked on and on where its clock jumps', async () => {
    let jumps = 0;
    const { source, clock, timeframe } = await ask((clock) => clock.now() + HOUR * jumps++);
    expect(source.requests.length).to.be.at.most(2);
    timeframe.request({ type: 'refresh' });
    await clock.advance(10 * SECOND);
    expect(source.requests.length).to.be.at.most(4);
  });

  it('leaves a fixed range alone', async () => {
    const fixed = { from: at(8, 0), to: at(9, 0) };
    const { timeframe, source } = await ask((clock) => clock.now() + 3 * HOUR, { range: fixed });
    expect(timeframe.state.range).to.deep.equal(fixed);
    expect(source.requests).to.have.length(1);
  });
});

describe('A part of a saved state', () => {
  it('is left alone where it is undefined', () => {
    const { timeframe } = setUp({ range: '6h' });
    timeframe.request({ type: 'replicas', replicas: ['a'] });
    const before = timeframe.getState();
    const nothing: object = { range: undefined, replicas: undefined, view: undefined, refresh: undefined };
    timeframe.setState(nothing);
    expect(timeframe.getState()).to.deep.equal(before);
    timeframe.setState({ range: null });
    expect(timeframe.state.rangeText).to.equal('1h');
  });
});

describe('A brush', () => {
  it('holds answers back, and lets all of them come after the zoom in one go', async () => {
    const { clock, source, timeframe, zoom, watch, answers } = await setUpAnswered();
    const bars: Answer[] = [];
    watch(BARS, bars);
    source.manual = true;
    timeframe.request({ type: 'refresh' });
    await clock.advance(1);
    answers.length = bars.length = 0;
    timeframe.request({ type: 'brush' });
    expect(timeframe.state.brushing).to.equal(true);
    for (const { answer } of source.asked) answer();
    await clock.advance(SECOND);
    expect([answers, bars]).to.deep.equal([[], []]);
    const order: string[] = [];
    timeframe.subscribe(({ brushing }) =>
      order.push(`brushing ${brushing} with ${answers.length + bars.length} answers`),
    );
    zoom(at(9, 10), at(9, 20));
    expect(order[0]).to.equal('brushing false with 0 answers');
    expect([answers.length, bars.length]).to.deep.equal([1, 1]);
  });

  it('keeps the range where it is; a refresh that came meanwhile is made up for', async () => {
    const { clock, source, timeframe } = await setUpAnswered({ refresh: '10s' });
    const { range } = timeframe.state;
    timeframe.request({ type: 'brush' });
    await clock.advance(2 * MINUTE);
    expect(timeframe.state.range).to.equal(range);
    expect(source.asked).to.have.length(0);
    timeframe.request({ type: 'cancel' });
    await clock.advance(1);
    expect(timeframe.state.range.to).to.equal(at(10, 3));
    expect(source.asked).to.have.length(1);
  });

  it('lets settings wait for its end', () => {
    const { timeframe, zoom, states } = setUp({ range: '6h' });
    timeframe.request({ type: 'brush' });
    const before = timeframe.state;
    timeframe.configure({ range: '3h', locale: 'de' });
    timeframe.configure({ timezone: 'Asia/Kolkata' });
    expect(timeframe.state).to.equal(before);
    expect(() => timeframe.configure({ range: 'soon' })).to.throw(RangeError);
    timeframe.request({ type: 'cancel' });
    const settings = { rangeText: '3h', locale: 'de', timezone: 'Asia/Kolkata' };
    expect(timeframe.state).to.deep.include({ ...settings, brushing: false });
    timeframe.request({ type: 'brush' });
    timeframe.configure({ range: '12h' });
    states.length = 0;
    zoom(at(9, 10), at(9, 20));
    expect(states).to.have.length(1);
    expect(timeframe.state).to.deep.include({ range: { from: at(9, 10), to: at(9, 20) }, canGoBack: true });
    timeframe.request({ type: 'back' });
    expect(timeframe.state.rangeText).to.equal('12h');
  });

  it('lets what waits come where a script sets another part', () => {
    const { timeframe } = setUp({ range: '6h' });
    timeframe.request({ type: 'brush' });
    const settings = { compare: '1d', locale: 'de', timezone: 'Asia/Kolkata', replicas: ['a'], view: 'x' };
    timeframe.configure({ ...settings, range: '3h' });
    timeframe.setState({ refresh: '10s' });
    expect(timeframe.state).to.deep.include({ ...settings, rangeText: '3h', refreshText: '10s' });
  });

  it('ends where the page asks for another range', () => {
    const { timeframe } = setUp({ range: '6h' });
    timeframe.request({ type: 'brush' });
    timeframe.configure({ range: '3h' });
    timeframe.request({ type: 'home' });
    expect(timeframe.state).to.deep.include({ brushing: false, rangeText: '3h', canGoBack: false });
  });

  it('leaves all as it was where it is cancelled at once', async () => {
    const { clock, source, timeframe, watched } = await setUpAnswered();
    const before = timeframe.state;
    timeframe.request({ type: 'brush' });
    watched.setWidth(100);
    expect(timeframe.state.lineStep).to.equal(before.lineStep);
    watched.setWidth(600);
    timeframe.request({ type: 'cancel' });
    await clock.advance(1);
    expect(timeframe.state).to.deep.equal(before);
    expect(source.asked).to.have.length(0);
  });
});

describe('The source of a time frame', () => {
  it('says its finest step and its replicas', async () => {
    const { clock, source, timeframe, watch } = setUp();
    source.description = { minStep: 30 * SECOND, replicas: [{ name: 'z' }] };
    watch(LINES);
    timeframe.source = source;
    await clock.advance(100);
    expect(source.requests.map(({ step }) => step)).to.deep.equal([30 * SECOND]);
    expect(timeframe.state.knownReplicas.slice(0, 2)).to.deep.equal([
      { name: 'z', slot: 0 },
      { name: 'a', slot: 1 },
    ]);
  });

  it('is not trusted in what it says of itself', async () => {
    const nonsense: readonly unknown[] = [
      7,
      { minStep: NaN, replicas: 'a' },
      { minStep: Infinity, replicas: { name: 'a' } },
      { minStep: -5000, replicas: [null, 'a', { name: 7 }, {}, { name: 'b' }] },
      { minStep: '60000' },
    ];
    for (const description of nonsense) {
      const { clock, source, timeframe, watch, answers } = setUp();
      const { lineStep } = timeframe.state;
      Reflect.set(source, 'description', description);
      watch(LINES);
      timeframe.source = source;
      await clock.advance(100);
      expect(timeframe.state.lineStep, JSON.stringify(description)).to.equal(lineStep);
      expect(timeframe.state.knownReplicas.every(({ name }) => ['a', 'b', 'c'].includes(name))).to.equal(true);
      expect(answers.at(-1)?.frame).not.to.equal(null);
      timeframe.dispose();
    }
  });

  it('is asked even where it says nothing of itself, or fails to', async () => {
    for (const describe of [() => Promise.resolve({}), () => Promise.reject(new Error('no'))]) {
      const { clock, source, timeframe, answers, watch } = setUp();
      const quiet: Source = { query: (request, context) => source.query(request, context), describe };
      watch(LINES).setWidth(600);
      timeframe.source = quiet;
      await clock.advance(1);
      expect(answers.at(-1)?.frame).not.to.equal(null);
    }
  });

  it('has nothing of the frames of the one before', async () => {
    const { clock, source, timeframe, answers } = await setUpAnswered();
    const other = new SyntheticSource(clock);
    other.manual = true;
    timeframe.source = other;
    expect(timeframe.source).to.equal(other);
    expect(answers.map(({ frame, loading }) => ({ frame, loading }))).to.deep.equal([{ frame: null, loading: true }]);
    await clock.advance(100);
    timeframe.source = null;
    timeframe.source = null;
    other.asked[0]?.answer();
    await clock.advance(100);
    expect(answers.at(-1)).to.include({ frame: null, loading: false });
    expect(source.asked).to.have.length(0);
  });

  it('gets an error in words for an answer that is no frame, and for a thrown text', async () => {
    const { clock, timeframe, answers, watch } = setUp();
    watch(LINES);
    const nonsense = { kind: 'series' } as unknown as Frame;
    timeframe.source = { query: () => Promise.resolve(nonsense) };
    await clock.advance(100);
    expect(answers.at(-1)?.error?.message).to.contain('requests');
    timeframe.source = {
      query: () => {
        throw 'plain text' as unknown as Error;
      },
    };
    await clock.advance(100);
    expect(answers.at(-1)?.error?.message).to.equal('plain text');
  });
});

describe('A closed watch', () => {
  it('aborts its query and hears nothing more', async () => {
    const { clock, source, timeframe, answers, watch } = setUp({ refresh: '5s' });
    source.manual = true;
    const watched = watch(LINES);
    timeframe.source = source;
    await clock.advance(100);
    answers.length = 0;
    watched.close();
    expect(source.asked[0]?.signal.aborted).to.equal(true);
    source.asked[0]?.answer();
    await clock.advance(MINUTE);
    expect(answers).to.have.length(0);
    expect(source.asked).to.have.length(1);
    expect(clock.timers).to.equal(0);
  });

  it('hears nothing of an answer in whose course it was closed', async () => {
    const { clock, source, timeframe } = setUp();
    const heard: string[] = [];
    timeframe.watch(LINES, () => second.close());
    const second = timeframe.watch(LINES, () => heard.push('second'));
    timeframe.source = source;
    await clock.advance(100);
    expect(heard).to.deep.equal([]);
  });

  it('leaves no timer after the time frame is disposed of', async () => {
    const { clock, source, timeframe, states } = await setUpAnswered({ refresh: '5s' });
    timeframe.request({ type: 'refresh' });
    timeframe.dispose();
    states.length = 0;
    expect(clock.timers).to.equal(0);
    await clock.advance(MINUTE);
    expect(source.asked).to.have.length(0);
    expect(states).to.deep.equal([]);
  });
});
