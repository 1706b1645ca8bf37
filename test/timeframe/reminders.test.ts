import { expect } from '@open-wc/testing';
import { TimeframeStore, type Answer, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const SECOND = 1000;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };

function setUp() {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC' });
  const answers: Answer[] = [];
  const watch = timeframe.watch(LINES, (answer) => answers.push(answer));
  return { clock, source, timeframe, answers, watch };
}

describe('A reminder of what is wrong', () => {
  it('tells every ten seconds that a source is late, until it answers', async () => {
    const { clock, source, timeframe, answers } = setUp();
    source.manual = true;
    timeframe.source = source;
    await clock.advance(9 * SECOND);
    expect(answers.map(({ late }) => late)).to.not.include(true);
    await clock.advance(12 * SECOND);
    expect(answers.filter(({ late }) => late)).to.have.length(2);
    source.asked[0]?.answer();
    await clock.advance(100);
    expect(answers.at(-1)).to.include({ late: false, loading: false });
    const told = answers.length;
    await clock.advance(60 * SECOND);
    expect(answers).to.have.length(told);
  });

  it('tells a failure again, so that its age can be shown, also without automatic refresh', async () => {
    const { clock, timeframe, answers } = setUp();
    const error = new Error('broken');
    timeframe.source = { query: () => Promise.reject(error) };
    await clock.advance(35 * SECOND);
    expect(answers.filter((answer) => answer.error === error)).to.have.length(4);
  });

  it('ends with the watch', async () => {
    const { clock, source, timeframe, watch } = setUp();
    source.manual = true;
    timeframe.source = source;
    await clock.advance(SECOND);
    watch.close();
    expect(clock.timers).to.equal(0);
  });
});

describe('A clock that is set back by an hour', () => {
  it('does not put off the refresh that it waits for, nor those after it', async () => {
    const { clock, source, timeframe } = setUp();
    timeframe.configure({ refresh: '10s' });
    timeframe.source = source;
    await clock.advance(15 * SECOND);
    const asked = source.asked.length;
    clock.setBack(3600 * SECOND);
    await clock.advance(6 * SECOND);
    const first = source.asked.length;
    // The range, which is an hour too late, may be put right with a question of its own.
    expect(first).to.be.within(asked + 1, asked + 2);
    await clock.advance(40 * SECOND);
    expect(source.asked.length).to.equal(first + 4);
    timeframe.dispose();
  });

  it('asks again after the usual time when the page was hidden meanwhile', async () => {
    const { clock, source, timeframe } = setUp();
    timeframe.configure({ refresh: '10s' });
    timeframe.source = source;
    await clock.advance(5 * SECOND);
    timeframe.setPageHidden(true);
    clock.setBack(3600 * SECOND);
    timeframe.setPageHidden(false);
    const asked = source.asked.length;
    await clock.advance(11 * SECOND);
    expect(source.asked.length).to.be.within(asked + 1, asked + 2);
    timeframe.dispose();
  });

  it('tries what failed again, and reminds of it, as if it had not been', async () => {
    const { clock, timeframe, answers } = setUp();
    let tried = 0;
    timeframe.configure({ refresh: '30s' });
    timeframe.source = {
      query: () => {
        tried++;
        return Promise.reject(new Error('broken'));
      },
    };
    await clock.advance(20 * SECOND);
    const [before, told] = [tried, answers.length];
    clock.setBack(3600 * SECOND);
    timeframe.request({ type: 'view', view: '' });
    timeframe.setPageHidden(true);
    timeframe.setPageHidden(false);
    await clock.advance(70 * SECOND);
    expect(tried).to.be.at.least(before + 1);
    expect(answers.length).to.be.at.least(told + 6);
    timeframe.dispose();
  });

  it('gives up a query that hangs after the usual minute or two', async () => {
    const { clock, source, timeframe } = setUp();
    timeframe.configure({ refresh: '10s' });
    source.manual = true;
    timeframe.source = source;
    await clock.advance(30 * SECOND);
    expect(source.asked.length).to.equal(1);
    clock.setBack(3600 * SECOND);
    await clock.advance(120 * SECOND);
    expect(source.asked.length).to.be.at.least(2);
    timeframe.dispose();
  });
});
