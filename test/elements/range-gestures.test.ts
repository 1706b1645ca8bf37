import { expect } from '@open-wc/testing';
import { abilities, doubleClick, holdKey, resetMouse, sendKeys, sendMouse, wheel } from '../support/commands.js';
import { CanvasLog } from './canvas-log.js';
import { drawnPage, HOUR, nextFrame, part, placeIn, until, type Chart } from './support.js';

const MINUTE = 60_000;

type Place = { readonly x: number; readonly y: number };
const move = ({ x, y }: Place): Promise<void> => sendMouse({ type: 'move', position: [x, y] });

/** A place on the time axis, below the data. */
function onAxis(chart: Chart, share: number): Place {
  const { x } = placeIn(chart, share);
  return { x, y: Math.round(part(chart, '.plot').getBoundingClientRect().bottom - 12) };
}

async function drag(from: Place, to: Place): Promise<void> {
  await move(from);
  await sendMouse({ type: 'down' });
  await move({ x: Math.round((from.x + to.x) / 2), y: from.y });
  await move(to);
}

async function clickTwice(chart: Chart, shiftKey = false): Promise<void> {
  if (shiftKey) await holdKey('Shift', true);
  await doubleClick(placeIn(chart, 0.5));
  if (shiftKey) await holdKey('Shift', false);
}

const asked = (charts: { visibleRange: unknown }[]): unknown[] => charts.map(({ visibleRange }) => visibleRange);

describe('the range under a hand', () => {
  afterEach(() => resetMouse());

  for (const way of ['on the time axis', 'with Shift']) {
    it(`follows a drag ${way} on all charts, and asks the source once at its end`, async () => {
      const { timeframe, requests, latency, source } = await drawnPage();
      await nextFrame();
      const before = source.requests.length;
      const log = new CanvasLog([requests, latency]);
      const [from, to] =
        way === 'with Shift' ? [0.2, 0.7].map((x) => placeIn(requests, x)) : [0.2, 0.7].map((x) => onAxis(requests, x));
      if (!from || !to) throw new Error('No places');
      if (way === 'with Shift') await holdKey('Shift', true);
      await drag(from, to);
      if (way === 'with Shift') await holdKey('Shift', false);
      await nextFrame();
      const { preview } = timeframe.state;
      // What was under the hand is still: half an hour earlier, and as long as before.
      expect((preview?.from ?? 0) - HOUR.from).to.be.closeTo(-30 * MINUTE, MINUTE);
      expect((preview?.to ?? 0) - (preview?.from ?? 0)).to.be.closeTo(60 * MINUTE, 1);
      expect(asked([requests, latency])).to.deep.equal([preview, preview]);
      expect(log.frames[0]?.length).to.be.greaterThan(0);
      expect(log.frames[0]).to.deep.equal(log.frames[1]);
      log.stop();
      expect(timeframe.state.range).to.deep.equal(HOUR);
      expect(source.requests.length).to.equal(before);
      await sendMouse({ type: 'up' });
      const askedFor = (): string[] => source.requests.slice(before).map(({ metric }) => metric);
      await until(() => askedFor().includes('requests') && askedFor().includes('latency'));
      const { range } = timeframe.state;
      expect(range.from - HOUR.from).to.be.closeTo(-30 * MINUTE, MINUTE);
      expect(range.to - range.from).to.equal(60 * MINUTE);
      expect([timeframe.state.brushing, timeframe.state.preview]).to.deep.equal([false, null]);
    });
  }

  it('goes back where it was by Escape', async () => {
    const { timeframe, requests, source } = await drawnPage();
    const before = source.requests.length;
    await drag(onAxis(requests, 0.5), onAxis(requests, 0.8));
    await until(() => timeframe.state.preview);
    await sendKeys({ press: 'Escape' });
    expect([timeframe.state.preview, timeframe.state.brushing]).to.deep.equal([null, false]);
    await sendMouse({ type: 'up' });
    await nextFrame();
    expect(requests.visibleRange).to.deep.equal(HOUR);
    expect([timeframe.state.canGoBack, source.requests.length]).to.deep.equal([false, before]);
  });

  it('gives way to a range that somebody else sets meanwhile', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    await drag(onAxis(requests, 0.5), onAxis(requests, 0.8));
    await until(() => timeframe.state.preview);
    const range = { from: HOUR.from, to: HOUR.from + 10 * MINUTE };
    timeframe.store.request({ type: 'zoom', range });
    await move(onAxis(requests, 0.9));
    await sendMouse({ type: 'up' });
    expect(asked([requests, latency])).to.deep.equal([range, range]);
  });

  it('is twice as long by Shift and a double-click, around the same middle', async () => {
    const { timeframe, requests } = await drawnPage();
    await clickTwice(requests, true);
    const twice = { from: HOUR.from - 30 * MINUTE, to: HOUR.to + 30 * MINUTE };
    expect(timeframe.state.range).to.deep.equal(twice);
    await clickTwice(requests);
    expect(timeframe.state.range).to.deep.equal(HOUR);
  });

  it('is moved by keys: narrower, wider, earlier, later, back, forward, home', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    const minutes = (): number[] =>
      [timeframe.state.range.from, timeframe.state.range.to].map((time) => (time - HOUR.from) / MINUTE);
    const press = async (key: string): Promise<number[]> => {
      await sendKeys({ press: key });
      return minutes();
    };
    expect(await press('+')).to.deep.equal([15, 45]);
    expect(await press('-')).to.deep.equal([0, 60]);
    expect(await press(',')).to.deep.equal([-30, 30]);
    expect(await press('.')).to.deep.equal([0, 60]);
    expect(await press('Backspace')).to.deep.equal([-30, 30]);
    expect(await press('f')).to.deep.equal([0, 60]);
    await press('Backspace');
    expect(await press('h')).to.deep.equal([0, 60]);
    await holdKey('Shift', true);
    expect(await press('Backspace')).to.deep.equal([-30, 90]);
    await holdKey('Shift', false);
  });

  it('is zoomed about the pointer by the wheel with Ctrl, asked for once it rests, and left to the page without', async function () {
    if (!(await abilities()).wheel) this.skip();
    const { timeframe, requests, source } = await drawnPage();
    const room = document.createElement('div');
    room.style.height = '3000px';
    timeframe.append(room);
    await move(placeIn(requests, 0.25));
    const before = source.requests.length;
    await holdKey('Control', true);
    for (let count = 0; count < 3; count++) await wheel(0, -80);
    await until(() => timeframe.state.preview);
    expect(source.requests.length).to.equal(before);
    await until(() => !timeframe.state.brushing);
    await holdKey('Control', false);
    // Half as long, and the quarter of the hour is still the quarter.
    expect(timeframe.state.range.from - HOUR.from).to.be.closeTo(7.5 * MINUTE, 1.5 * MINUTE);
    expect(timeframe.state.range.to - HOUR.from).to.be.closeTo(37.5 * MINUTE, 1.5 * MINUTE);
    expect(scrollY).to.equal(0);
    const { range } = timeframe.state;
    await wheel(0, 120);
    await until(() => scrollY > 0);
    expect(timeframe.state.range).to.equal(range);
    scrollTo(0, 0);
  });

  it('is moved by the wheel with Ctrl and Shift', async function () {
    if (!(await abilities()).wheel) this.skip();
    const { timeframe, requests } = await drawnPage();
    await move(placeIn(requests, 0.5));
    part(requests, '.plot').dispatchEvent(
      new WheelEvent('wheel', { deltaY: 120, ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }),
    );
    await until(() => timeframe.state.canGoBack);
    const { range } = timeframe.state;
    expect(range.to - range.from).to.equal(60 * MINUTE);
    expect(range.from).to.be.greaterThan(HOUR.from);
  });
});
