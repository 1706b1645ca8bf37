import { expect } from '@open-wc/testing';
import { TimeframeStore, type TimeframeState } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const ONE = { name: 'one', label: 'One' };
const TWO = { name: 'two', label: 'Two' };

describe('The views of a time frame', () => {
  it('are none at first, then the first one is shown until another is asked for', () => {
    const timeframe = new TimeframeStore();
    expect(timeframe.state.views).to.deep.equal([]);
    timeframe.declareView(ONE);
    timeframe.declareView(TWO);
    expect(timeframe.state).to.include({ view: 'one' });
    timeframe.request({ type: 'view', view: 'two' });
    expect(timeframe.state).to.include({ view: 'two' });
  });

  it('come in the order that they are given, whenever they come', () => {
    const timeframe = new TimeframeStore();
    timeframe.declareView(TWO);
    timeframe.declareView(ONE, (other) => other !== TWO);
    expect(timeframe.state.views).to.deep.equal([ONE, TWO]);
  });

  it('show the wanted one as soon as it comes, and the first again when it goes', () => {
    const timeframe = new TimeframeStore({ view: 'two' });
    const withdrawOne = timeframe.declareView(ONE);
    expect(timeframe.state.view).to.equal('one');
    const withdraw = timeframe.declareView(TWO);
    expect(timeframe.state.view).to.equal('two');
    withdraw();
    expect(timeframe.state).to.deep.include({ view: 'one', views: [ONE] });
    withdrawOne();
    expect(timeframe.state.views).to.deep.equal([]);
  });

  it('are not changed by a setting that is set again to what it was', () => {
    const timeframe = new TimeframeStore({ view: 'one' });
    timeframe.declareView(ONE);
    timeframe.declareView(TWO);
    timeframe.request({ type: 'view', view: 'two' });
    timeframe.configure({ view: 'one' });
    expect(timeframe.state.view).to.equal('two');
    timeframe.configure({ view: 'two' });
    timeframe.configure({ view: 'one' });
    expect(timeframe.state.view).to.equal('one');
  });

  it('tell nobody where nothing changes', () => {
    const timeframe = new TimeframeStore();
    timeframe.declareView(ONE);
    const states: TimeframeState[] = [];
    timeframe.subscribe((state) => states.push(state));
    timeframe.request({ type: 'view', view: 'one' });
    expect(states).to.deep.equal([]);
  });
});

describe('A need that is not active', () => {
  it('asks nothing, at a refresh neither, is never late, and asks once when it wakes', async () => {
    const clock = new FakeClock();
    const source = new SyntheticSource(clock);
    const timeframe = new TimeframeStore({ clock, timezone: 'UTC', refresh: '10s' });
    const late: boolean[] = [];
    const watch = timeframe.watch({ metric: 'requests', by: [], shape: 'series', step: 'line' }, (answer) =>
      late.push(answer.late),
    );
    watch.setActive(false);
    timeframe.source = source;
    await clock.advance(60_000);
    expect(source.requests).to.deep.equal([]);
    watch.setActive(true);
    await clock.advance(1_000);
    expect(source.requests.length).to.equal(1);
    expect(late).not.to.include(true);
    watch.setActive(false);
    await clock.advance(60_000);
    expect(source.requests.length).to.equal(1);
    timeframe.dispose();
  });
});

describe('What a source says of its metrics', () => {
  it('stands in the snapshot, is not known before, and `null` where it says nothing', async () => {
    const clock = new FakeClock();
    const source = new SyntheticSource(clock);
    const timeframe = new TimeframeStore({ clock });
    source.description = { metrics: ['requests', 'cpu'] };
    timeframe.source = source;
    expect(timeframe.state.metrics).to.equal(undefined);
    await clock.advance(100);
    expect(timeframe.state.metrics).to.deep.equal(['requests', 'cpu']);
    source.describe = () => Promise.reject(new Error('no'));
    timeframe.source = { query: source.query.bind(source) };
    expect(timeframe.state.metrics).to.equal(null);
    timeframe.source = source;
    expect(timeframe.state.metrics).to.equal(undefined);
    await clock.advance(100);
    expect(timeframe.state.metrics).to.equal(null);
  });
});
