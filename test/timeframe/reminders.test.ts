import { expect } from '@open-wc/testing';
import { Timeframe, type Answer, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const SECOND = 1000;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };

function setUp() {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new Timeframe({ clock, timezone: 'UTC' });
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
