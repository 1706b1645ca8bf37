import { expect, fixture, html } from '@open-wc/testing';
import type { Navigator } from '../../src/elements/index.js';
import { abilities, holdKey, resetMouse, sendKeys, sendMouse, touch } from '../support/commands.js';
import { drawnPage, HOUR, inside, nextEvent, nextFrame, part, TestSource, until, type Page } from './support.js';

const MINUTE = 60_000;

type Place = { readonly x: number; readonly y: number };
const move = ({ x, y }: Place): Promise<void> => sendMouse({ type: 'move', position: [x, y] });

interface WithStrip extends Page {
  readonly strip: Navigator;
  /** Where on the strip a time is, minutes after the hour's begin. */
  at(minutes: number): Place;
  /** From and to of what is shown, minutes after the hour's begin. */
  shown(): number[];
}

async function setUp(source?: TestSource): Promise<WithStrip> {
  const page = await drawnPage(source, html`<ie-navigator span="6h"></ie-navigator>`);
  const strip = page.timeframe.querySelector('ie-navigator');
  if (!strip) throw new Error('No strip');
  await until(() => inside(strip, '.window')?.hidden === false);
  // The strip ends at the source's clock, once that is known.
  await until(() => Number(part(strip, '.grip').ariaValueMax) * 1000 === HOUR.to);
  await nextFrame();
  const { requests, timeframe } = page;
  const at = (minutes: number): Place => {
    const { left, width } = part(strip, '.u-over').getBoundingClientRect();
    const { top, height } = part(strip, '.plot').getBoundingClientRect();
    const share = (minutes + 300) / 360;
    return { x: Math.round(left + width * share), y: Math.round(top + height / 3) };
  };
  const shown = (): number[] => {
    const { from, to } = requests.visibleRange ?? timeframe.state.range;
    return [from, to].map((time) => Math.round((time - HOUR.from) / MINUTE));
  };
  return { ...page, strip, at, shown };
}

async function drag(from: Place, to: Place): Promise<void> {
  await move(from);
  await sendMouse({ type: 'down' });
  await move({ x: Math.round((from.x + to.x) / 2), y: from.y });
  await move(to);
}

const near = (shown: readonly number[], from: number, to: number): void => {
  expect(shown[0]).to.be.closeTo(from, 4);
  expect(shown[1]).to.be.closeTo(to, 4);
};

describe('the overview strip', () => {
  afterEach(() => resetMouse());

  it('shows the range as a window on a longer time, and asks for its own line once', async () => {
    const { strip, source, at } = await setUp();
    const { left, right } = part(strip, '.window').getBoundingClientRect();
    expect(left).to.be.closeTo(at(0).x, 1.5);
    expect(right).to.be.closeTo(at(60).x, 1.5);
    const [first, last] = [...(strip.shadowRoot?.querySelectorAll('.grip') ?? [])];
    expect(first?.ariaValueText).to.equal('1 Jun, 10:00');
    expect(last?.ariaValueText).to.equal('1 Jun, 11:00');
    const own = source.requests.filter(({ by, range }) => by.length === 0 && range.to - range.from >= 5 * 60 * MINUTE);
    expect(own.length).to.be.within(1, 2);
  });

  it('moves the range by its window on all charts, and the source is asked when the hand lets go', async () => {
    const { timeframe, requests, latency, source, at, shown } = await setUp();
    const before = source.requests.length;
    await drag(at(30), at(-90));
    near(shown(), -120, -60);
    expect(requests.visibleRange).to.deep.equal(latency.visibleRange);
    expect([timeframe.state.range, source.requests.length]).to.deep.equal([HOUR, before]);
    await sendMouse({ type: 'up' });
    near(shown(), -120, -60);
    const { from, to } = timeframe.state.range;
    expect(to - from).to.equal(60 * MINUTE);
    await until(() => source.requests.slice(before).some(({ metric }) => metric === 'latency'));
  });

  it('holds the range from the press on: a refresh does not take it from the hand', async () => {
    const { timeframe, source, at, shown } = await setUp();
    await move(at(30));
    await sendMouse({ type: 'down' });
    const before = source.requests.length;
    timeframe.store.request({ type: 'refresh' });
    for (let count = 0; count < 5; count++) await nextFrame();
    expect([timeframe.state.brushing, source.requests.length]).to.deep.equal([true, before]);
    await move(at(0));
    await move(at(-90));
    near(shown(), -120, -60);
    await sendMouse({ type: 'up' });
    near(shown(), -120, -60);
    expect(timeframe.state.brushing).to.equal(false);
    await move(at(-90));
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    expect(timeframe.state.brushing).to.equal(false);
  });

  it('moves either end by its grip, also past the other one', async () => {
    const { timeframe, at, shown } = await setUp();
    await drag(at(0), at(-120));
    await sendMouse({ type: 'up' });
    near(shown(), -120, 60);
    await drag(at(60), at(-180));
    await sendMouse({ type: 'up' });
    near(shown(), -180, -120);
    timeframe.store.request({ type: 'back' });
    near(shown(), -120, 60);
  });

  it('brings the window to a press beside it, and leaves it inside of the strip', async () => {
    const { at, shown } = await setUp();
    await move(at(-200));
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    near(shown(), -230, -170);
    // As far as the window of the page goes.
    await drag(at(-200), { ...at(-300), x: 1 });
    await sendMouse({ type: 'up' });
    near(shown(), -300, -240);
  });

  it('goes back where it was by Escape, wherever the focus was', async () => {
    const { timeframe, requests, at, shown } = await setUp();
    part(requests, '.plot').focus({ preventScroll: true });
    await drag(at(30), at(-90));
    await until(() => timeframe.state.preview);
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    expect(shown()).to.deep.equal([0, 60]);
    expect([timeframe.state.brushing, timeframe.state.canGoBack]).to.deep.equal([false, false]);
  });

  it('is dragged by a grip while the other one has the focus', async () => {
    const { strip, at, shown } = await setUp();
    part(strip, '.grip[data-hold=to]').focus();
    await drag(at(0), at(-120));
    await sendMouse({ type: 'up' });
    near(shown(), -120, 60);
  });

  it('is moved by keys: an end, both with Shift, to the edges; Enter asks at once', async () => {
    const { strip, timeframe, shown, source } = await setUp();
    const grip = part(strip, '.grip[data-hold=from]');
    grip.focus();
    const before = source.requests.length;
    const now = Number(grip.ariaValueNow);
    await sendKeys({ press: 'ArrowLeft' });
    const step = now - Number(grip.ariaValueNow);
    expect(step).to.be.greaterThan(0);
    await sendKeys({ press: 'PageUp' });
    expect(Number(grip.ariaValueNow)).to.equal(now + 9 * step);
    expect(source.requests.length).to.equal(before);
    await sendKeys({ press: 'Enter' });
    expect([timeframe.state.brushing, timeframe.state.canGoBack]).to.deep.equal([false, true]);
    await sendKeys({ press: 'Home' });
    near(shown(), -300, 60);
    await sendKeys({ press: 'Escape' });
    expect(timeframe.state.preview).to.equal(null);
    expect(shown()[0]).to.be.greaterThan(-1);
    const [from = 0, to = 0] = shown();
    await holdKey('Shift', true);
    await sendKeys({ press: 'PageDown' });
    await holdKey('Shift', false);
    await until(() => !timeframe.state.brushing);
    const moved = shown();
    expect(moved[0]).to.be.lessThan(from);
    expect((moved[1] ?? 0) - (moved[0] ?? 0)).to.be.closeTo(to - from, 2);
  });

  it('is moved by a finger', async function () {
    if (!(await abilities()).touch) this.skip();
    const { timeframe, at, shown } = await setUp();
    await touch('touchStart', [at(30)]);
    await touch('touchMove', [at(0)]);
    await touch('touchMove', [at(-60)]);
    await touch('touchMove', [at(-90)]);
    await touch('touchEnd');
    await until(() => timeframe.state.canGoBack);
    near(shown(), -120, -60);
    await touch('touchStart', [at(-60)]);
    await touch('touchMove', [at(-20)]);
    await touch('touchMove', [at(0)]);
    await touch('touchEnd');
    await until(() => shown()[1] !== -60);
    near(shown(), -120, 0);
  });

  it('holds its window where a zoom puts it, and grows where the range does not fit', async () => {
    const { strip, timeframe, at } = await setUp();
    timeframe.store.request({ type: 'zoom', range: { from: HOUR.from - 60 * MINUTE, to: HOUR.from } });
    await until(() => Math.abs(part(strip, '.window').getBoundingClientRect().left - at(-60).x) < 2);
    const day = { from: HOUR.from - 24 * 60 * MINUTE, to: HOUR.to };
    timeframe.store.request({ type: 'zoom', range: day });
    await until(() => Number(part(strip, '.grip').ariaValueMin) * 1000 < day.from);
    const { width } = part(strip, '.window').getBoundingClientRect();
    expect(width).to.be.lessThan(part(strip, '.u-over').getBoundingClientRect().width);
  });

  it('says what is wrong', async () => {
    const { strip } = await setUp();
    const told = nextEvent<{ error: Error }>(strip, 'ie-error');
    strip.span = 'long';
    expect((await told).detail.error.message).to.contain('"long" is no span');
    const source = new TestSource(() => {
      throw new Error('The endpoint sleeps');
    });
    strip.span = '6h';
    const timeframe = strip.closest('ie-timeframe');
    if (!timeframe) throw new Error('No time frame');
    timeframe.source = source;
    strip.metric = 'tokens';
    await until(() => inside(strip, '.trouble')?.textContent?.includes('sleeps'));
    const alone = await fixture<Navigator>(html`<ie-navigator></ie-navigator>`);
    expect(part(alone, '.trouble').textContent).to.contain('<ie-timeframe>');
  });

  it('is accessible', async () => {
    const { strip } = await setUp();
    await expect(strip).to.be.accessible();
  });

  for (const [where, from] of [
    ['at its begin', -300],
    ['in its middle', -100],
    ['at its end', 59],
  ] as const) {
    it(`has two grips to take hold of where the window is tiny ${where}`, async () => {
      const { timeframe, strip, shown } = await setUp();
      timeframe.style.display = 'block';
      timeframe.style.width = '340px';
      const range = { from: HOUR.from + from * MINUTE, to: HOUR.from + (from + 1) * MINUTE };
      timeframe.store.request({ type: 'zoom', range });
      await until(() => part(strip, '.window').getBoundingClientRect().width < 6);
      await nextFrame();
      const grips = [...(strip.shadowRoot?.querySelectorAll<HTMLElement>('.grip') ?? [])];
      const { left, right, top } = part(strip, '.plot').getBoundingClientRect();
      const hits = (of: Element | undefined): number =>
        Array.from({ length: Math.floor(right - left) }, (_, x) => x + left + 0.5).filter(
          (x) => strip.shadowRoot?.elementFromPoint(x, top + 20) === of,
        ).length;
      expect(grips.map((grip) => grip.getBoundingClientRect().width)).to.deep.equal([24, 24]);
      expect(Math.min(...grips.map(hits))).to.be.at.least(where === 'in its middle' ? 24 : 18);
      for (const [nth, by] of [
        [0, from === -300 ? 20 : -20],
        [1, from === 59 ? -20 : 20],
      ] as const) {
        timeframe.store.request({ type: 'zoom', range });
        await nextFrame();
        const box = grips[nth]?.getBoundingClientRect() ?? new DOMRect();
        const place = { x: Math.round(box.left + box.width / 2), y: Math.round(top + 30) };
        await drag(place, { x: place.x + by, y: place.y });
        await sendMouse({ type: 'up' });
        await until(() => !timeframe.state.brushing);
        const [begin = 0, end = 0] = shown();
        expect(end - begin).to.be.greaterThan(10);
        // The other end stays, to whole bars, or where both were at the edge becomes the first of the two.
        expect(Math.min(Math.abs(begin - from), Math.abs(end - from - 1))).to.be.at.most(5);
      }
      if (!(await abilities()).touch) return;
      timeframe.store.request({ type: 'zoom', range });
      await nextFrame();
      const box = grips[1]?.getBoundingClientRect() ?? new DOMRect();
      const x = Math.round(box.left + box.width / 2);
      const by = from === 59 ? -8 : 8;
      await touch('touchStart', [{ x, y: top + 30 }]);
      for (const times of [1, 2, 3]) await touch('touchMove', [{ x: x + times * by, y: top + 30 }]);
      await touch('touchEnd');
      await until(() => (shown()[1] ?? 0) - (shown()[0] ?? 0) > 10 && !timeframe.state.brushing);
    });
  }
});
