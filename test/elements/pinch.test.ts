import { expect } from '@open-wc/testing';
import { abilities, touch, type TouchPoint } from '../support/commands.js';
import { drawnPage, HOUR, nextFrame, placeIn, until } from './support.js';

const MINUTE = 60_000;

describe('two fingers on a chart', () => {
  before(async function () {
    if (!(await abilities()).touch) this.skip();
  });

  it('stretch the time under them on all charts, and the source is asked when they lift', async () => {
    const { timeframe, requests, latency, source } = await drawnPage();
    const before = source.requests.length;
    await touch('touchStart', [placeIn(requests, 0.25), placeIn(requests, 0.75)]);
    await touch('touchMove', [placeIn(requests, 0.1), placeIn(requests, 0.9)]);
    await touch('touchMove', [placeIn(requests, 0), placeIn(requests, 1)]);
    await until(() => timeframe.state.preview);
    const { preview } = timeframe.state;
    expect((preview?.from ?? 0) - HOUR.from).to.be.closeTo(15 * MINUTE, MINUTE);
    expect((preview?.to ?? 0) - HOUR.from).to.be.closeTo(45 * MINUTE, MINUTE);
    expect([requests.visibleRange, latency.visibleRange]).to.deep.equal([preview, preview]);
    expect([timeframe.state.range, source.requests.length]).to.deep.equal([HOUR, before]);
    await touch('touchEnd');
    await until(() => !timeframe.state.brushing);
    expect(timeframe.state.range.from - HOUR.from).to.be.closeTo(15 * MINUTE, MINUTE);
    expect(latency.visibleRange).to.deep.equal(timeframe.state.range);
  });

  it('stretch it evenly where they are on the time axis', async () => {
    const { timeframe, requests } = await drawnPage();
    const lengths: number[] = [];
    timeframe.store.subscribe(({ preview }) => {
      if (preview) lengths.push(preview.to - preview.from);
    });
    const on = (share: number): TouchPoint => placeIn(requests, share, 1.06);
    await touch('touchStart', [on(0.4)]);
    await touch('touchStart', [on(0.4), on(0.6)]);
    for (let i = 1; i <= 8; i++) await touch('touchMove', [on(0.4 - i / 25), on(0.6 + i / 25)]);
    await touch('touchEnd');
    await until(() => timeframe.state.canGoBack);
    expect(timeframe.state.range.to - timeframe.state.range.from).to.be.closeTo(14 * MINUTE, 2 * MINUTE);
    expect(Math.max(...lengths)).to.be.below(61 * MINUTE);
  });

  it('drag it, too', async () => {
    const { timeframe, requests } = await drawnPage();
    await touch('touchStart', [placeIn(requests, 0.2), placeIn(requests, 0.5)]);
    await touch('touchMove', [placeIn(requests, 0.4), placeIn(requests, 0.7)]);
    await touch('touchEnd');
    await until(() => timeframe.state.canGoBack);
    const { range } = timeframe.state;
    expect(range.from - HOUR.from).to.be.closeTo(-12 * MINUTE, 1.5 * MINUTE);
    expect(range.to - range.from).to.be.closeTo(60 * MINUTE, 2 * MINUTE);
  });

  for (const first of ['beside', 'on']) {
    it(`may be one of them beside the plot, where the first one came down ${first} it`, async () => {
      const { timeframe, requests } = await drawnPage();
      timeframe.style.paddingTop = '60px';
      timeframe.style.display = 'block';
      await nextFrame();
      const on = (share: number): TouchPoint => placeIn(requests, share);
      const beside = (share: number): TouchPoint => ({ x: on(share).x, y: 20 });
      const order = (one: TouchPoint, two: TouchPoint): TouchPoint[] => (first === 'beside' ? [one, two] : [two, one]);
      await touch('touchStart', order(beside(0.25), on(0.75)).slice(0, 1));
      await touch('touchStart', order(beside(0.25), on(0.75)));
      await touch('touchMove', order(beside(0.1), on(0.9)));
      await touch('touchMove', order(beside(0), on(1)));
      await until(() => timeframe.state.preview);
      await touch('touchEnd');
      await until(() => !timeframe.state.brushing);
      const { from, to } = timeframe.state.range;
      expect(to - from).to.be.closeTo(30 * MINUTE, 3 * MINUTE);
    });
  }

  it('end what one finger had begun to select', async () => {
    const { timeframe, requests } = await drawnPage();
    await touch('touchStart', [placeIn(requests, 0.25)]);
    await until(() => timeframe.state.brushing);
    await touch('touchStart', [placeIn(requests, 0.25), placeIn(requests, 0.5)]);
    await until(() => !timeframe.state.brushing);
    await touch('touchEnd');
    await nextFrame();
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });

  it('leave the range as it was when the browser takes them away', async () => {
    const { timeframe, requests } = await drawnPage();
    await touch('touchStart', [placeIn(requests, 0.25), placeIn(requests, 0.75)]);
    await touch('touchMove', [placeIn(requests, 0.1), placeIn(requests, 0.9)]);
    await until(() => timeframe.state.preview);
    await touch('touchCancel');
    await until(() => !timeframe.state.brushing);
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });
});
