import { expect } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse, strictPage, type StrictPage } from '../support/commands.js';
import { drawn, drawnChart, drawnPage, HOUR, inside, nextFrame, part, placeIn, until } from './support.js';

const MINUTE = 60_000;
const move = ({ x, y }: { x: number; y: number }): Promise<void> => sendMouse({ type: 'move', position: [x, y] });
const readout = (chart: Element): HTMLElement => part(chart, '.readout');
const lineShown = (chart: Element): boolean => !part(chart, '.overlay').hidden;

/** A time frame of a group in a page of its own, with the time that is pinned there. */
async function pinnedElsewhere(group: string): Promise<{ page: StrictPage; there: Timeframe; pinned: number }> {
  const page = await strictPage('/test/pages/whole.html');
  await until(() => page.document.querySelector('ie-timeframe')?.shadowRoot);
  const there = page.document.querySelector('ie-timeframe');
  const chart = page.document.querySelector('ie-latency-chart');
  if (!there || !chart) throw new Error('No time frame in the frame');
  there.group = group;
  await drawn(chart);
  const pinned = HOUR.from + 20 * MINUTE;
  there.store.cursor.move(pinned, chart);
  there.store.cursor.pin(pinned, chart);
  return { page, there, pinned };
}

function refused(): never {
  throw new DOMException('Refused', 'SecurityError');
}

/** Until whoever links cursors is loaded and heard, each move is another one. */
async function pointUntil(timeframe: Timeframe, heard: () => boolean): Promise<void> {
  for (let count = 0; !heard(); count = (count + 1) % 100) {
    timeframe.store.cursor.move(HOUR.from + 30 * MINUTE + count, timeframe);
    await nextFrame();
  }
}

describe('one cursor', () => {
  afterEach(() => resetMouse());

  it('shows on each other chart its own values, once it rests', async () => {
    const { requests, latency } = await drawnPage();
    await move(placeIn(requests, 0.305));
    await until(() => !readout(latency).hidden);
    expect(readout(latency).textContent).to.match(/P99.*s/);
    expect(readout(requests).hidden).to.equal(true);
    const before = readout(latency).textContent;
    await move(placeIn(requests, 0.605));
    expect(readout(latency).hidden).to.equal(true);
    await until(() => !readout(latency).hidden);
    expect(readout(latency).textContent).to.not.equal(before);
    await move(placeIn(latency, 0.5));
    await until(() => !readout(requests).hidden);
    expect(readout(requests).textContent).to.contain('2XX');
    expect(readout(latency).hidden).to.equal(true);
    await move({ x: 1, y: 1 });
    await until(() => readout(requests).hidden);
  });

  it('shows them off the scale where a chart is narrow', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    latency.style.width = '240px';
    const over = (): DOMRect => part(latency, '.u-over').getBoundingClientRect();
    await until(() => over().width < 200);
    await nextFrame();
    for (const share of [0.02, 0.3, 0.48, 0.52, 0.7, 0.98]) {
      timeframe.store.cursor.move(HOUR.from + share * 60 * MINUTE, requests);
      await until(() => !readout(latency).hidden);
      const [box, plot] = [readout(latency).getBoundingClientRect(), over()];
      expect(box.left).to.be.at.least(Math.floor(plot.left));
      expect(box.right).to.be.at.most(Math.ceil(plot.right));
    }
  });

  it('moves without a rendering, and with no work for a chart in another time frame', async () => {
    const { requests, latency } = await drawnPage();
    const { chart: other } = await drawnChart('');
    await move(placeIn(requests, 0.3));
    await until(() => !readout(latency).hidden);
    let rendered = 0;
    for (const chart of [requests, latency]) chart.addController({ hostUpdated: () => rendered++ });
    for (let share = 0.3; share < 0.6; share += 0.02) await move(placeIn(requests, share));
    expect(rendered).to.equal(0);
    expect(lineShown(latency)).to.equal(true);
    expect(lineShown(other)).to.equal(false);
  });

  it('is pinned on all charts, also while the pointer goes on', async () => {
    const { timeframe, requests, latency } = await drawnPage();
    await move(placeIn(requests, 0.305));
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    await move({ x: 1, y: 1 });
    await until(() => !readout(latency).hidden);
    expect([lineShown(requests), lineShown(latency)]).to.deep.equal([true, true]);
    const pinned = readout(latency).textContent;
    await move(placeIn(latency, 0.8));
    await until(() => inside(latency, '.tooltip')?.matches(':popover-open'));
    await move({ x: 1, y: 1 });
    await until(() => !readout(latency).hidden);
    expect(readout(latency).textContent).to.equal(pinned);
    part(latency, '.plot').focus();
    latency.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(timeframe.store.cursor.pinned).to.equal(null);
    await until(() => !lineShown(requests) && readout(latency).hidden);
  });

  it('is told to the page, once for all that one event moves', async () => {
    const { timeframe, requests } = await drawnPage();
    const told: unknown[] = [];
    timeframe.addEventListener('ie-cursor', ({ detail }) => told.push(detail));
    await pointUntil(timeframe, () => told.length > 0);
    told.length = 0;
    await nextFrame();
    for (let count = 1; count <= 5; count++) timeframe.store.cursor.move(HOUR.from + count, requests);
    await nextFrame();
    expect(told).to.deep.equal([{ time: HOUR.from + 5, pinned: null }]);
    timeframe.store.cursor.pin(HOUR.from + 7, requests);
    await nextFrame();
    expect(told.at(-1)).to.deep.equal({ time: HOUR.from + 5, pinned: HOUR.from + 7 });
  });
});

describe('a group of time frames', () => {
  it('has one cursor and one pin, and no other group has them', async () => {
    const [one, two, other] = [await drawnChart('shift'), await drawnChart('shift'), await drawnChart('night')];
    await pointUntil(one.timeframe, () => two.timeframe.store.cursor.time !== null);
    expect(lineShown(two.chart)).to.equal(true);
    const time = HOUR.from + 10 * MINUTE;
    one.timeframe.store.cursor.move(time, one.chart);
    one.timeframe.store.cursor.pin(time, one.chart);
    await until(() => two.timeframe.store.cursor.pinned === time);
    await until(() => two.timeframe.store.cursor.time === time);
    // And back, without an echo.
    two.timeframe.store.cursor.pin(null, null);
    await until(() => one.timeframe.store.cursor.pinned === null);
    await nextFrame();
    expect([one, two].map(({ timeframe }) => timeframe.store.cursor.time)).to.deep.equal([time, time]);
    expect([other.timeframe.store.cursor.time, lineShown(other.chart)]).to.deep.equal([null, false]);
  });

  it('shows what is pinned already to one that comes later', async () => {
    const one = await drawnChart('late');
    const time = HOUR.from + 10 * MINUTE;
    one.timeframe.store.cursor.move(time, one.chart);
    one.timeframe.store.cursor.pin(time, one.chart);
    await nextFrame();
    const two = await drawnChart('late');
    await until(() => two.timeframe.store.cursor.pinned === time);
    expect(two.timeframe.store.cursor.time).to.equal(time);
    // A third hears of it from the one that has it.
    const three = await drawnChart('late');
    await until(() => three.timeframe.store.cursor.pinned === time);
    one.timeframe.store.cursor.pin(null, null);
    await until(() => three.timeframe.store.cursor.pinned === null);
  });

  it('loses the cursor of one that leaves it, or the page', async () => {
    for (const leave of [
      (timeframe: Timeframe) => timeframe.remove(),
      (timeframe: Timeframe) => {
        timeframe.group = null;
      },
    ]) {
      const [one, two] = [await drawnChart('shift'), await drawnChart('shift')];
      await pointUntil(one.timeframe, () => two.timeframe.store.cursor.time !== null);
      leave(one.timeframe);
      await until(() => two.timeframe.store.cursor.time === null);
      two.timeframe.remove();
    }
  });

  for (const [way, go] of [
    ['is taken away', (page: StrictPage) => page.close()],
    ['goes elsewhere', (page: StrictPage) => page.window.location.replace('/test/pages/violation.html')],
  ] as const) {
    it(`loses cursor and pin of a page that ${way}`, async () => {
      const { timeframe } = await drawnChart('gone');
      const { cursor } = timeframe.store;
      const { page, pinned } = await pinnedElsewhere('gone');
      await until(() => cursor.pinned === pinned && cursor.time === pinned);
      go(page);
      await until(() => cursor.pinned === null && cursor.time === null);
      page.close();
    });
  }

  it('hears again of a page that comes back as it was, and that one what changed meanwhile', async () => {
    const { timeframe, chart } = await drawnChart('back');
    const { cursor } = timeframe.store;
    const { page, there, pinned } = await pinnedElsewhere('back');
    const pass = (type: string): boolean =>
      page.window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    await until(() => cursor.pinned === pinned);
    pass('pagehide');
    await until(() => cursor.pinned === null && cursor.time === null);
    expect(there.store.cursor.pinned).to.equal(pinned);
    pass('pageshow');
    await until(() => cursor.pinned === pinned && cursor.time === pinned);
    // What it has from this one is let go of while it is away.
    cursor.pin(HOUR.from + MINUTE, chart);
    await until(() => there.store.cursor.pinned === HOUR.from + MINUTE);
    pass('pagehide');
    cursor.pin(null, null);
    await nextFrame();
    pass('pageshow');
    cursor.move(HOUR.from + 2 * MINUTE, chart);
    await until(() => there.store.cursor.time === HOUR.from + 2 * MINUTE);
    expect([there.store.cursor.pinned, cursor.pinned]).to.deep.equal([null, null]);
    page.close();
  });

  for (const [where, channel] of [
    ['there are no channels', undefined],
    ['a page may not have any', refused],
  ] as const) {
    it(`goes on alone where ${where}`, async () => {
      const usual = BroadcastChannel;
      const failures: unknown[] = [];
      const note = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        failures.push(event.reason);
      };
      window.addEventListener('unhandledrejection', note);
      Object.assign(window, { BroadcastChannel: channel });
      try {
        const { timeframe, chart } = await drawnChart('alone');
        const told: unknown[] = [];
        timeframe.addEventListener('ie-cursor', ({ detail }) => told.push(detail));
        await pointUntil(timeframe, () => told.length > 0);
        timeframe.store.cursor.pin(HOUR.from, chart);
        await nextFrame();
        expect(told.at(-1)).to.deep.include({ pinned: HOUR.from });
        await new Promise((resolve) => setTimeout(resolve));
        expect(failures).to.deep.equal([]);
        timeframe.remove();
      } finally {
        Object.assign(window, { BroadcastChannel: usual });
        window.removeEventListener('unhandledrejection', note);
      }
    });
  }

  it('takes nothing from a message that is no time', async () => {
    const { timeframe } = await drawnChart('shift');
    const channel = new BroadcastChannel('ie-charts/cursor/1/shift');
    const good = HOUR.from + 5 * MINUTE;
    await until(() => {
      for (const bad of ['x', null, { time: 'now' }, { time: NaN }, { time: Infinity }, { pinned: {} }])
        channel.postMessage(bad);
      channel.postMessage({ time: good });
      return timeframe.store.cursor.time === good;
    });
    expect(timeframe.store.cursor.pinned).to.equal(null);
    channel.close();
  });

  it('reaches into another frame of this origin', async () => {
    const { timeframe } = await drawnChart('shift');
    const page = await strictPage('/test/pages/whole.html');
    await until(() => page.document.querySelector('ie-timeframe')?.shadowRoot);
    const there = page.document.querySelector('ie-timeframe');
    const chart = page.document.querySelector('ie-latency-chart');
    if (!there || !chart) throw new Error('No time frame in the frame');
    there.group = 'shift';
    await drawn(chart);
    await pointUntil(timeframe, () => there.store.cursor.time !== null);
    expect(lineShown(chart)).to.equal(true);
    await pointUntil(there, () => timeframe.store.cursor.origin !== timeframe);
    expect(page.violations()).to.deep.equal([]);
    page.close();
  });

  it('reaches from one tab of this origin into another', async function () {
    const { timeframe } = await drawnChart('shift');
    const tab = window.open('/test/pages/whole.html');
    if (!tab) this.skip();
    // This tab may be behind the other one now, where no frames come.
    const frameThere = (): Promise<unknown> => new Promise((resolve) => tab.requestAnimationFrame(resolve));
    const find = (): Timeframe | null => tab.document.querySelector('ie-timeframe');
    while (!find()?.shadowRoot) await new Promise((resolve) => setTimeout(resolve));
    const there = find();
    if (!there) throw new Error('No time frame in the tab');
    there.group = 'shift';
    for (let count = 0; timeframe.store.cursor.time === null; count++) {
      there.store.cursor.move(HOUR.from + count, there);
      await frameThere();
    }
    tab.close();
  });
});
