import { expect } from '@open-wc/testing';
import { Timeframe, earlierNeed, type Answer, type Need } from '../../src/timeframe/index.js';
import { requestFor } from '../../src/timeframe/request-for.js';
import { requestKey } from '../../src/timeframe/request-key.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };

async function setUp(settings: ConstructorParameters<typeof Timeframe>[0] = {}, compare = '1d') {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new Timeframe({ clock, timezone: 'UTC', ...settings });
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

describe('What a time frame compares with', () => {
  it('is in its state, and stays when another state is set', () => {
    const timeframe = new Timeframe({ clock: new FakeClock(), timezone: 'UTC', compare: '1w' });
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
