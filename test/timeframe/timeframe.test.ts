import { expect } from '@open-wc/testing';
import { Timeframe, type Answer, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { fullAnswer, SyntheticSource } from './synthetic-source.js';
import { requestFor } from '../../src/timeframe/request-for.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };
const BARS: Need = { ...LINES, step: 'bar' };

function setUp(settings: ConstructorParameters<typeof Timeframe>[0] = {}) {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new Timeframe({ clock, timezone: 'UTC', ...settings });
  const answers: Answer[] = [];
  const watch = (need: Need, list = answers) => timeframe.watch(need, (answer) => list.push(answer));
  return { clock, source, timeframe, answers, watch };
}

describe('Timeframe', () => {
  it('shows the last hour up to the end of the bar that is not over', () => {
    const { timeframe } = setUp();
    const { range, relative, rangeText, lineStep, barStep } = timeframe.state;
    expect(new Date(range.to).toISOString()).to.equal('2026-01-15T10:01:00.000Z');
    expect(range.to - range.from).to.equal(HOUR);
    expect({ relative, rangeText, lineStep, barStep }).to.deep.equal({
      relative: true,
      rangeText: '1h',
      lineStep: 15_000,
      barStep: MINUTE,
    });
  });

  it('asks once what is needed, then only the tail with two steps of overlap', async () => {
    const { clock, source, timeframe, answers, watch } = setUp({ refresh: '30s' });
    watch(LINES);
    watch(LINES);
    timeframe.source = source;
    await clock.advance(100);
    expect(source.requests).to.have.length(1);
    expect(answers.at(-1)?.frame).to.deep.equal(fullAnswer(requestFor(LINES, timeframe.state), clock.now() - 50));
    await clock.advance(30_000);
    expect(source.requests).to.have.length(2);
    const [first, second] = source.requests;
    expect(second?.range).to.deep.equal({ from: Date.UTC(2026, 0, 15, 10, 0, 0), to: timeframe.state.range.to });
    expect(first?.range.from).to.equal(Date.UTC(2026, 0, 15, 9, 0, 45));
    timeframe.dispose();
    expect(clock.timers).to.equal(0);
  });
});
