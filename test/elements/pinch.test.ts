import { expect } from '@open-wc/testing';
import type { TimeRange } from '../../src/core/index.js';
import { abilities, touch, type TouchPoint } from '../support/commands.js';
import { drawnChart, drawnPage, HOUR, nextFrame, part, placeIn, until } from './support.js';

const MINUTE = 60_000;

/** From and to, minutes after the hour's begin. */
const minutes = (range: TimeRange | null | undefined): number[] =>
  range ? [range.from, range.to].map((time) => (time - HOUR.from) / MINUTE) : [];

function near(range: TimeRange | null | undefined, from: number, to: number): void {
  const [begin = Number.NaN, end = Number.NaN] = minutes(range);
  expect(begin).to.be.closeTo(from, 1.5);
  expect(end).to.be.closeTo(to, 1.5);
}

const placeWith = (chart: Element, share: number, id: number): TouchPoint => ({ ...placeIn(chart, share), id });

const restingFinger = ({ x, y }: TouchPoint): PointerEvent =>
  new PointerEvent('pointerdown', {
    pointerId: 99,
    pointerType: 'touch',
    isPrimary: true,
    button: 0,
    clientX: x,
    clientY: y,
    bubbles: true,
    composed: true,
  });

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

  it('go on from where one of them brought the range', async () => {
    const { timeframe, requests } = await drawnPage();
    const on = (share: number, id: number): TouchPoint => ({ ...placeIn(requests, share, 1.06), id });
    await touch('touchStart', [on(0.3, 0)]);
    await touch('touchMove', [on(0.4, 0)]);
    await touch('touchMove', [on(0.5, 0)]);
    await until(() => timeframe.state.preview);
    near(timeframe.state.preview, -12, 48);
    await touch('touchStart', [on(0.5, 0), on(0.7, 1)]);
    await touch('touchMove', [on(0.5, 0), on(0.7, 1)]);
    near(timeframe.state.preview, -12, 48);
    // Twice as far apart: half as long about what stands between them, at 0.6 of the plot.
    for (let i = 1; i <= 5; i++) await touch('touchMove', [on(0.5 - i / 50, 0), on(0.7 + i / 50, 1)]);
    await until(
      () => timeframe.state.preview && timeframe.state.preview.to - timeframe.state.preview.from < 31 * MINUTE,
    );
    near(timeframe.state.preview, 6, 36);
    await touch('touchEnd');
    await until(() => !timeframe.state.brushing);
    near(timeframe.state.range, 6, 36);
  });

  for (const first of [true, false]) {
    it(`do not jump when the ${first ? 'first' : 'second'} of them lifts, and the other moves the range on`, async () => {
      const { timeframe, requests } = await drawnPage();
      const on = (share: number, id: number): TouchPoint => placeWith(requests, share, id);
      await touch('touchStart', [on(0.25, 0), on(0.75, 1)]);
      await touch('touchMove', [on(0.1, 0), on(0.9, 1)]);
      await touch('touchMove', [on(0, 0), on(1, 1)]);
      await until(() => timeframe.state.preview);
      near(timeframe.state.preview, 15, 45);
      const [share, id] = first ? [1, 1] : [0, 0];
      const held = minutes(timeframe.state.preview);
      await touch('touchEnd', [on(1 - share, 1 - id)]);
      await nextFrame();
      expect(minutes(timeframe.state.preview)).to.deep.equal(held);
      await touch('touchMove', [on(share + (first ? -0.1 : 0.1), id)]);
      await touch('touchMove', [on(share + (first ? -0.2 : 0.2), id)]);
      const [from = 0, to = 0] = held;
      const by = (first ? 0.2 : -0.2) * (to - from);
      await until(() => Math.abs((minutes(timeframe.state.preview)[0] ?? 0) - from) > Math.abs(by) - 1);
      near(timeframe.state.preview, from + by, to + by);
      await touch('touchEnd');
      await until(() => !timeframe.state.brushing);
      near(timeframe.state.range, from + by, to + by);
    });
  }

  it('on plots of two time frames zoom that of the first one alone', async () => {
    const one = await drawnPage();
    const { timeframe: other, chart } = await drawnChart();
    const { timeframe: resting, chart: control } = await drawnChart();
    one.latency.remove();
    await nextFrame();
    const seen = new Set<unknown>();
    for (const { store } of [one.timeframe, other])
      store.subscribe(({ preview, brushing }) => {
        if (preview ?? brushing) seen.add(store);
      });
    const on = (share: number): TouchPoint => placeIn(one.requests, share);
    const there = (share: number): TouchPoint => placeIn(chart, share);
    await touch('touchStart', [on(0.25)]);
    await touch('touchStart', [on(0.25), there(0.75)]);
    // What comes down later and does rest selects later than these would.
    part(control, '.u-over').dispatchEvent(restingFinger(placeIn(control, 0.5)));
    await until(() => resting.state.brushing);
    await touch('touchMove', [on(0.1), there(0.9)]);
    await touch('touchMove', [on(0), there(1)]);
    await until(() => one.timeframe.state.preview);
    near(one.timeframe.state.preview, 15, 45);
    await touch('touchEnd');
    await until(() => one.timeframe.state.canGoBack);
    near(one.timeframe.state.range, 15, 45);
    expect(other.state.range).to.deep.equal(HOUR);
    expect([...seen]).to.deep.equal([one.timeframe.store]);
  });

  it('end what one finger had begun to select', async () => {
    const { timeframe, requests } = await drawnPage();
    await touch('touchStart', [placeIn(requests, 0.25)]);
    await until(() => timeframe.state.brushing);
    await touch('touchStart', [placeIn(requests, 0.25), placeIn(requests, 0.5)]);
    await until(() => part(requests, '.brush').hidden);
    // They hold the range from now on, before they move.
    expect(timeframe.state.brushing).to.equal(true);
    await touch('touchEnd');
    await until(() => !timeframe.state.brushing);
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
