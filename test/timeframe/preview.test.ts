import { expect } from '@open-wc/testing';
import { frameAround, TimeframeStore, type Answer, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const MINUTE = 60_000;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };
const FROM = Date.UTC(2026, 0, 15, 9);
const at = (minutes: number): number => FROM + minutes * MINUTE;

/** A time frame of nine to ten o'clock, answered. */
async function setUp() {
  const clock = new FakeClock();
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone: 'UTC', range: { from: FROM, to: at(60) } });
  const answers: Answer[] = [];
  timeframe.watch(LINES, (answer) => answers.push(answer));
  timeframe.source = source;
  await clock.advance(100);
  source.asked.length = answers.length = 0;
  const preview = (from: number, to: number): void =>
    timeframe.request({ type: 'preview', range: { from: at(from), to: at(to) } });
  return { clock, source, timeframe, answers, preview };
}

describe('A range that a hand moves', () => {
  it('is told to all, and nothing is asked until it is let go', async () => {
    const { clock, source, timeframe, preview } = await setUp();
    const { range } = timeframe.state;
    for (let minute = 1; minute <= 30; minute++) preview(-minute, 60 - minute);
    await clock.advance(1_000);
    expect(timeframe.state.preview).to.deep.equal({ from: at(-30), to: at(30) });
    expect([timeframe.state.range, timeframe.state.brushing]).to.deep.equal([range, true]);
    expect(source.asked).to.have.length(0);
    timeframe.request({ type: 'zoom', range: { from: at(-30), to: at(30) } });
    await clock.advance(1_000);
    expect(timeframe.state.range).to.deep.equal({ from: at(-30), to: at(30) });
    expect([timeframe.state.preview, timeframe.state.brushing]).to.deep.equal([null, false]);
    expect(source.asked).to.have.length(1);
  });

  it('goes back to where it was when the gesture is left, and nothing is asked', async () => {
    const { clock, source, timeframe, preview } = await setUp();
    const { range } = timeframe.state;
    preview(-10, 50);
    timeframe.request({ type: 'cancel' });
    await clock.advance(1_000);
    expect([timeframe.state.range, timeframe.state.preview]).to.deep.equal([range, null]);
    expect(source.asked).to.have.length(0);
  });

  it('lets a refresh that arrives meanwhile wait', async () => {
    const { clock, source, timeframe, answers, preview } = await setUp();
    preview(-10, 50);
    timeframe.request({ type: 'refresh' });
    await clock.advance(1_000);
    expect([source.asked.length, answers.length]).to.deep.equal([0, 0]);
    timeframe.request({ type: 'cancel' });
    await clock.advance(1_000);
    expect(answers.length).to.be.greaterThan(0);
  });

  it('finds all that is known around it, and nothing without a source', async () => {
    const { clock, timeframe } = await setUp();
    timeframe.request({ type: 'zoom', range: { from: at(-30), to: at(30) } });
    await clock.advance(1_000);
    const frame = frameAround(LINES, timeframe.state);
    expect(frame?.range.from).to.be.at.most(at(-30));
    expect(frame?.range.to).to.be.at.least(at(60));
    expect(frameAround({ ...LINES, metric: 'other' }, timeframe.state)).to.equal(null);
    timeframe.source = null;
    expect(frameAround(LINES, timeframe.state)).to.equal(null);
  });

  it('knows nothing around the first answer', async () => {
    const { timeframe } = await setUp();
    expect(frameAround(LINES, timeframe.state)).to.equal(null);
  });
});
