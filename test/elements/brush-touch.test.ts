import { expect } from '@open-wc/testing';
import { abilities, swipe, touch } from '../support/commands.js';
import { drawnPage, HOUR, inside, nextEvent, part, placeIn, until } from './support.js';

const shown = (chart: Element): boolean => inside(chart, '.tooltip')?.matches(':popover-open') ?? false;

describe('a finger on a chart', () => {
  before(async function () {
    if (!(await abilities()).touch) this.skip();
  });

  afterEach(() => scrollTo(0, 0));

  it('shows the cursor and its values by a tap', async () => {
    const { requests, latency } = await drawnPage();
    await swipe(placeIn(requests, 0.4));
    await until(() => shown(requests));
    expect(part(latency, '.overlay').hidden).to.equal(false);
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });

  it('selects by a long press and a drag, and zooms all charts', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    await touch('touchStart', [placeIn(requests, 0.25)]);
    await until(() => timeframe.state.brushing);
    await touch('touchMove', [placeIn(requests, 0.4)]);
    await touch('touchMove', [placeIn(requests, 0.5)]);
    expect(part(requests, '.brush').hidden).to.equal(false);
    await touch('touchEnd');
    await until(() => !timeframe.state.brushing);
    const { range } = timeframe.state;
    expect(range.from).to.be.within(HOUR.from + 14 * 60_000, HOUR.from + 15.5 * 60_000);
    expect(range.to).to.be.within(HOUR.from + 29.5 * 60_000, HOUR.from + 31 * 60_000);
    expect(latency.visibleRange).to.deep.equal(range);
  });

  it('scrolls the page by a swipe up, and selects nothing', async () => {
    const { timeframe, requests } = await drawnPage();
    const room = document.createElement('div');
    room.style.height = '3000px';
    timeframe.append(room);
    const { x, y } = placeIn(requests, 0.5, 0.9);
    const ended = nextEvent(document, 'scrollend');
    await swipe({ x, y }, { x, y: y - 30 }, { x, y: y - 80 }, { x, y: y - 140 });
    await ended;
    expect(scrollY).to.be.greaterThan(20);
    expect(timeframe.state.brushing).to.equal(false);
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });

  it('does not scroll while it selects', async () => {
    const { timeframe, requests } = await drawnPage();
    const room = document.createElement('div');
    room.style.height = '3000px';
    timeframe.append(room);
    const { x, y } = placeIn(requests, 0.5, 0.9);
    await touch('touchStart', [{ x, y }]);
    await until(() => timeframe.state.brushing);
    await touch('touchMove', [{ x: x + 60, y: y - 60 }]);
    await touch('touchMove', [{ x: x + 80, y: y - 140 }]);
    await touch('touchEnd');
    await until(() => !timeframe.state.brushing);
    expect(scrollY).to.equal(0);
    expect(timeframe.state.canGoBack).to.equal(true);
  });

  it('gives a selection up when the browser takes the finger away', async () => {
    const { timeframe, requests } = await drawnPage();
    await touch('touchStart', [placeIn(requests, 0.25)]);
    await until(() => timeframe.state.brushing);
    await touch('touchCancel');
    await until(() => !timeframe.state.brushing);
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });
});
