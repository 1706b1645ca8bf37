import { expect } from '@open-wc/testing';
import { TimeframeStore, type Answer, type Need } from '../../src/timeframe/index.js';
import { questionKey } from '../../src/timeframe/question-key.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const NUMBER: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'range' };
const BARS: Need = { ...NUMBER, step: 'bar' };

async function setUp(need = NUMBER, refresh = '10s') {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', refresh });
  const answers: Answer[] = [];
  const watch = timeframe.watch(need, (answer) => answers.push(answer));
  timeframe.source = source;
  await clock.advance(SECOND);
  // Slow enough for a question to be seen without its answer, and quicker than a refresh.
  source.latency = () => 2 * SECOND;
  answers.length = 0;
  const told = () => answers.map(({ outdated }) => outdated);
  return { clock, source, timeframe, answers, watch, told };
}

/** Midnight of the day before, as a range of the whole day. */
const dayBefore = (clock: FakeClock): string => {
  const to = Math.floor(clock.now() / DAY) * DAY;
  return `${new Date(to - DAY).toISOString()}/${new Date(to).toISOString()}`;
};

describe('An answer to a question before', () => {
  for (const [name, need] of [
    ['a number', NUMBER],
    ['bars', BARS],
  ] as const) {
    for (const range of ['1h', '7d', 'now/d'])
      it(`is not what a refresh leaves: ${name} over ${range} stay until the new ones come`, async () => {
        const { clock, source, timeframe, answers, told } = await setUp(need);
        timeframe.request({ type: 'range', text: range });
        await clock.advance(5 * SECOND);
        const asked = source.asked.length;
        answers.length = 0;
        await clock.advance(300 * SECOND);
        expect(source.asked.length).to.be.above(asked + 5);
        expect(told()).not.to.be.empty.and.not.to.include(true);
        timeframe.dispose();
      });
  }

  it('is one of another range, until that is answered', async () => {
    const { clock, timeframe, answers, told } = await setUp();
    timeframe.request({ type: 'range', text: '24h' });
    await clock.advance(SECOND);
    expect(answers.at(-1)).to.include({ outdated: true, loading: true });
    expect(answers.at(-1)?.frame?.kind).to.equal('series');
    await clock.advance(2 * SECOND);
    expect(told().at(-1)).to.equal(false);
    timeframe.dispose();
  });

  it('is one of other replicas, and of another need', async () => {
    const { clock, timeframe, watch, told } = await setUp();
    timeframe.request({ type: 'replicas', replicas: ['a'] });
    await clock.advance(SECOND);
    expect(told().at(-1)).to.equal(true);
    await clock.advance(2 * SECOND);
    expect(told().at(-1)).to.equal(false);
    watch.update({ ...NUMBER, by: [] });
    await clock.advance(SECOND);
    expect(told().at(-1)).to.equal(true);
    await clock.advance(2 * SECOND);
    expect(told().at(-1)).to.equal(false);
    timeframe.dispose();
  });

  it('stays one when the new question fails', async () => {
    const { clock, source, timeframe, answers } = await setUp();
    source.manual = true;
    source.latency = () => 0;
    timeframe.request({ type: 'range', text: '24h' });
    await clock.advance(SECOND);
    source.asked.at(-1)?.fail(new Error('broken'));
    await clock.advance(SECOND);
    expect(answers.at(-1)).to.include({ outdated: true, loading: false });
    expect(answers.at(-1)?.error?.message).to.equal('broken');
    timeframe.dispose();
  });

  it('is none any more when its question is asked again before the other one was answered', async () => {
    const { clock, timeframe, told } = await setUp();
    timeframe.request({ type: 'range', text: '24h' });
    await clock.advance(SECOND);
    timeframe.request({ type: 'range', text: '1h' });
    await clock.advance(100);
    expect(told()).to.deep.equal([true, false]);
    timeframe.dispose();
  });

  it('is never told where the new question is answered by what is known', async () => {
    const { clock, timeframe, answers, told } = await setUp(NUMBER, 'off');
    const text = dayBefore(clock);
    timeframe.request({ type: 'range', text });
    await clock.advance(5 * SECOND);
    timeframe.request({ type: 'range', text: '1h' });
    await clock.advance(5 * SECOND);
    answers.length = 0;
    timeframe.request({ type: 'range', text });
    await clock.advance(SECOND);
    expect(told()).to.deep.equal([false]);
    timeframe.dispose();
  });

  it('is half of what is asked, of bars; of one value over the same range it is the value', async () => {
    for (const [need, outdated] of [
      [BARS, true],
      [NUMBER, false],
    ] as const) {
      const { clock, timeframe, answers, told } = await setUp(need, 'off');
      timeframe.request({ type: 'replicas', replicas: ['a'] });
      await clock.advance(5 * SECOND);
      timeframe.request({ type: 'replicas', replicas: null });
      await clock.advance(5 * SECOND);
      answers.length = 0;
      timeframe.request({ type: 'replicas', replicas: ['a'] });
      await clock.advance(SECOND);
      expect(answers.at(-1)?.frame).to.have.nested.property('series.length', 1);
      expect([need.step, told().at(-1)]).to.deep.equal([need.step, outdated]);
      timeframe.dispose();
    }
  });

  it('goes with its source', async () => {
    const { clock, source, timeframe, answers } = await setUp();
    timeframe.request({ type: 'range', text: '24h' });
    await clock.advance(SECOND);
    timeframe.source = { query: (...args) => source.query(...args) };
    await clock.advance(10);
    expect(answers.at(-1)).to.include({ frame: null, loading: true });
    await clock.advance(5 * SECOND);
    expect(answers.at(-1)).to.include({ outdated: false, loading: false });
    timeframe.dispose();
  });
});

describe('The key of a question', () => {
  const { state } = new TimeframeStore({ clock: new FakeClock(), timezone: 'UTC' });

  it('goes by what was chosen: all replicas but one are the same choice when another one comes', () => {
    const key = questionKey(NUMBER, { ...state, except: ['a'], replicas: ['b'] });
    expect(questionKey(NUMBER, { ...state, except: ['a'], replicas: ['b', 'c'] })).to.equal(key);
    expect(questionKey(NUMBER, { ...state, except: ['c'], replicas: ['b'] })).not.to.equal(key);
  });

  it('leaves the choice of replicas out where all are asked for', () => {
    const need = { ...NUMBER, everyReplica: true } as const;
    expect(questionKey(need, { ...state, replicas: ['b'] })).to.equal(questionKey(need, state));
    expect(questionKey(NUMBER, { ...state, replicas: ['b'] })).not.to.equal(questionKey(NUMBER, state));
  });
});
