import { expect } from '@open-wc/testing';
import { TimeframeStore, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const NEED: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };

function setUp() {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC' });
  timeframe.hold(3_000);
  timeframe.watch(NEED, () => undefined).setWidth(600);
  timeframe.source = source;
  return { clock, source, timeframe };
}

describe('The first queries', () => {
  it('wait until what is shown first is known, and ask for that alone', async () => {
    const { clock, source, timeframe } = setUp();
    await clock.advance(1_000);
    expect(source.asked).to.have.length(0);
    timeframe.setState({ range: '6h' }, false);
    timeframe.hold(0);
    await clock.advance(100);
    expect(source.requests.map(({ range }) => range.to)).to.deep.equal([timeframe.state.range.to]);
    expect(source.requests[0]?.range.from).to.be.at.most(timeframe.state.range.from);
    expect(timeframe.state).to.include({ rangeText: '6h', canGoBack: false });
  });

  it('go without it where it never comes', async () => {
    const { clock, source } = setUp();
    await clock.advance(3_100);
    expect(source.asked).to.have.length(1);
  });
});

describe('A guard', () => {
  it('that refuses a refresh leaves the time of the next one', async () => {
    const { clock, source, timeframe } = setUp();
    timeframe.hold(0);
    timeframe.configure({ refresh: '10s' });
    await clock.advance(1_000);
    const asked = source.asked.length;
    const told: (boolean | undefined)[] = [];
    timeframe.guard = (next, automatic) => {
      if (!next) told.push(automatic);
      return next !== null;
    };
    await clock.advance(30_000);
    expect(told).to.deep.equal([true, true, true]);
    expect(source.asked).to.have.length(asked);
    timeframe.guard = () => true;
    await clock.advance(10_000);
    expect(source.asked).to.have.length(asked + 1);
    timeframe.dispose();
  });

  it('is told of what waited for the end of a gesture as of what it was', async () => {
    const { clock, source, timeframe } = setUp();
    timeframe.hold(0);
    timeframe.configure({ refresh: '10s' });
    await clock.advance(1_000);
    const told: (boolean | undefined)[] = [];
    timeframe.guard = (next, automatic) => {
      if (!next) told.push(automatic);
      return true;
    };
    /** What is told after a gesture of a minute, with or without a refresh that somebody wished meanwhile. */
    const after = async (wished: boolean): Promise<(boolean | undefined)[]> => {
      told.length = 0;
      timeframe.request({ type: 'brush' });
      if (wished) timeframe.request({ type: 'refresh' });
      await clock.advance(60_000);
      expect(told).to.deep.equal([]);
      const asked = source.asked.length;
      timeframe.request({ type: 'cancel' });
      await clock.advance(0);
      expect(source.asked).to.have.length(asked + 1);
      return [...told];
    };
    expect(await after(false)).to.deep.equal([true]);
    expect(await after(true)).to.deep.equal([false]);
    timeframe.request({ type: 'brush' });
    timeframe.request({ type: 'cancel' });
    expect(told).to.deep.equal([false]);
    timeframe.dispose();
  });
});
