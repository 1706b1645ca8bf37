import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import { drawn, drawnPage, HOUR, nextEvent, nextFrame, part, placeIn, TestSource, until } from './support.js';

const EVENTS = ['ie-range-change', 'ie-replicas-change', 'ie-view-change', 'ie-refresh'] as const;

async function brush(chart: Element, from: number, to: number): Promise<void> {
  const move = (place: number): Promise<void> => {
    const { x, y } = placeIn(chart, place);
    return sendMouse({ type: 'move', position: [x, y] });
  };
  await move(from);
  await sendMouse({ type: 'down' });
  await move((from + to) / 2);
  await move(to);
  await sendMouse({ type: 'up' });
}

describe('a choice that the page refuses', () => {
  afterEach(() => resetMouse());

  it('leaves the range of a brush as it was, and asks nothing', async () => {
    const { timeframe, requests, source } = await drawnPage();
    const asked = source.requests.length;
    const told: unknown[] = [];
    timeframe.addEventListener('ie-range-change', (event) => {
      told.push(event.detail.text, timeframe.state.range);
      event.preventDefault();
    });
    await brush(requests, 0.25, 0.5);
    await until(() => told.length > 0);
    await nextFrame();
    expect(told).to.have.length(2);
    expect(told[0]).to.match(/^2026-06-01T10:1.*\/2026-06-01T10:3.*$/);
    expect(told[1]).to.deep.equal(HOUR);
    expect(timeframe.state).to.include({ brushing: false, canGoBack: false, canGoForward: false, preview: null });
    expect(requests.visibleRange).to.deep.equal(HOUR);
    expect(part(requests, '.brush').hidden).to.equal(true);
    expect(source.requests.length).to.equal(asked);
  });

  it('leaves the way back and forward as it was', async () => {
    const { timeframe, requests } = await drawnPage();
    part(requests, '.plot').focus();
    await sendKeys({ press: '+' });
    const zoomed = timeframe.state.range;
    expect(zoomed).not.to.deep.equal(HOUR);
    let refuses = true;
    timeframe.addEventListener('ie-range-change', (event) => refuses && event.preventDefault());
    await sendKeys({ press: 'Backspace' });
    expect(timeframe.state).to.include({ canGoBack: true, canGoForward: false });
    expect(timeframe.state.range).to.deep.equal(zoomed);
    refuses = false;
    await sendKeys({ press: 'Backspace' });
    expect(timeframe.state.range).to.deep.equal(HOUR);
    refuses = true;
    await sendKeys({ press: 'f' });
    expect(timeframe.state).to.include({ canGoBack: false, canGoForward: true });
    refuses = false;
    await sendKeys({ press: 'f' });
    expect(timeframe.state.range).to.deep.equal(zoomed);
  });

  it('may be answered by the page with a range of its own, now or later', async () => {
    for (const later of [false, true]) {
      const { timeframe, requests } = await drawnPage();
      const day = 24 * 3_600_000;
      timeframe.addEventListener('ie-range-change', (event) => {
        if (!event.cancelable) return;
        event.preventDefault();
        const { from, to } = event.detail.range;
        const set = (): void => {
          timeframe.from = from - day;
          timeframe.to = to - day;
        };
        if (later) requestAnimationFrame(set);
        else set();
      });
      await brush(requests, 0.25, 0.5);
      await until(() => timeframe.state.range.to < HOUR.from);
      expect(timeframe.state.range.from).to.be.within(HOUR.from - day, HOUR.to - day);
      expect(timeframe.state.brushing).to.equal(false);
      await until(() => requests.frames[0]?.range.to === timeframe.state.range.to);
      await nextFrame();
      await nextFrame();
      await brush(requests, 0.25, 0.5);
      await until(() => timeframe.state.range.to < HOUR.from - day);
      timeframe.remove();
    }
  });

  it('may be a view, replicas or a refresh', async () => {
    const source = new TestSource();
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe range="1h" timezone="UTC" .source=${source}>
        <ie-toolbar></ie-toolbar>
        <ie-view name="one"><ie-requests-chart></ie-requests-chart></ie-view>
        <ie-view name="two"></ie-view>
      </ie-timeframe>
    `);
    await drawn(...timeframe.querySelectorAll('ie-requests-chart'));
    await nextFrame();
    const told: unknown[] = [];
    for (const type of EVENTS) {
      timeframe.addEventListener(type, (event) => {
        event.preventDefault();
        if (event.cancelable) told.push(type);
      });
    }
    const toolbar = timeframe.querySelector('ie-toolbar');
    if (!toolbar) throw new Error('No toolbar');
    const views = part(toolbar, '.views');
    const { left, top, width, height } = (views.children[1] ?? views).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    timeframe.store.request({ type: 'replicas', replicas: ['a'] });
    timeframe.store.request({ type: 'replicas', replicas: null });
    const asked = source.requests.length;
    timeframe.store.request({ type: 'refresh' });
    await nextFrame();
    await nextFrame();
    expect(told).to.deep.equal(['ie-view-change', 'ie-replicas-change', 'ie-refresh']);
    expect(timeframe.state).to.include({ view: 'one', replicas: null });
    expect(source.requests.length).to.equal(asked);
  });

  it('is not what a script sets: that is only told', async () => {
    const { timeframe } = await drawnPage();
    let told = 0;
    timeframe.addEventListener('ie-range-change', (event) => {
      event.preventDefault();
      expect(event.cancelable).to.equal(false);
      told++;
    });
    timeframe.setState({ range: '2h' });
    timeframe.from = timeframe.to = null;
    timeframe.range = '3h';
    await nextFrame();
    expect(timeframe.state.rangeText).to.equal('3h');
    expect(told).to.equal(2);
  });
});

describe('a refresh', () => {
  it('is told before the source is asked, with who wished it', async () => {
    const { timeframe, source } = await drawnPage();
    const asked = source.requests.length;
    const told = nextEvent<{ automatic: boolean }>(timeframe, 'ie-refresh');
    timeframe.store.request({ type: 'refresh' });
    expect((await told).detail).to.deep.equal({ automatic: false });
    await until(() => source.requests.length > asked);
    const byClock = nextEvent<{ automatic: boolean }>(timeframe, 'ie-refresh');
    timeframe.refresh = '1s';
    expect((await byClock).detail).to.deep.equal({ automatic: true });
  });
});

describe('setState', () => {
  it('changes all at once: an event of each kind, and one round of questions', async () => {
    const { timeframe, requests, latency, source } = await drawnPage();
    const told: string[] = [];
    for (const type of EVENTS) timeframe.addEventListener(type, () => told.push(type));
    source.requests.length = 0;
    const before = timeframe.getState();
    timeframe.setState({ range: '2026-06-01T10:00Z/2026-06-01T10:30Z', replicas: ['a'], refresh: '1m' });
    expect(told).to.deep.equal(['ie-range-change', 'ie-replicas-change']);
    const half = HOUR.from + 30 * 60_000;
    await until(() => [requests, latency].every(({ frames }) => frames[0]?.range.to === half));
    const questions = source.requests.map(({ metric, step }) => `${metric} ${String(step)}`);
    expect(new Set(questions).size).to.equal(questions.length);
    expect(timeframe.state.canGoBack).to.equal(true);
    timeframe.setState(JSON.parse(JSON.stringify(before)) as typeof before);
    expect(timeframe.getState()).to.deep.equal(before);
    expect(timeframe.state.range).to.deep.equal(HOUR);
  });

  for (const bad of [{ range: 'soon' }, { refresh: -1 }, { replicas: 5 }] as readonly object[]) {
    it(`throws in words and changes nothing for ${JSON.stringify(bad)}`, async () => {
      const { timeframe } = await drawnPage();
      const before = timeframe.state;
      expect(() => timeframe.setState({ range: '2h', ...bad })).to.throw(RangeError, /"/);
      expect(timeframe.state).to.equal(before);
    });
  }
});
