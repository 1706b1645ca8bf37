import { expect, fixture, html } from '@open-wc/testing';
import type { Analytics, Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import { drawn, HOUR, nextEvent, nextFrame, placeIn, TestSource, until } from './support.js';

const RANGE = '2026-06-01T10:00Z/2026-06-01T11:00Z';
const first = location.href;

/** Puts a query into the address, beside what the test runner has there. */
function open(query: string): void {
  const url = new URL(first);
  url.search += `&${query}`;
  url.hash = 'here';
  history.replaceState({ router: 1 }, '', url);
}

/** What the address has besides the test runner's own. */
const query = (): string => location.search.replace(new URL(first).search, '').replace(/^&/, '');

/** A time frame that keeps its state, once what is in the address is shown. */
async function synced(prefix = '', source = new TestSource(), key = ''): Promise<Timeframe> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe range=${RANGE} timezone="UTC" locale="en-GB" sync-url=${prefix} storage-key=${key} .source=${source}>
      <ie-toolbar></ie-toolbar>
      <ie-view name="requests"><ie-requests-chart></ie-requests-chart></ie-view>
      <ie-view name="compute"><ie-latency-chart></ie-latency-chart></ie-view>
    </ie-timeframe>
  `);
  await until(() => source.requests.length > 0);
  return timeframe;
}

async function goBack(step: -1 | 1): Promise<void> {
  const done = nextEvent(window, 'popstate');
  history.go(step);
  await done;
  await nextFrame();
}

async function press(element: Element | null | undefined): Promise<void> {
  const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({ type: 'click', position });
}

async function brush(chart: Element, from: number, to: number): Promise<void> {
  for (const [place, type] of [
    [from, 'down'],
    [to, 'up'],
  ] as const) {
    const { x, y } = placeIn(chart, place);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type });
  }
}

describe('the address of the page', () => {
  let warnings: string[] = [];
  const warn = console.warn;
  /** Entries that were made; the history itself has an end to its length. */
  let made = 0;
  const { pushState } = history;

  beforeEach(() => {
    warnings = [];
    console.warn = (message: unknown) => warnings.push(String(message));
    made = 0;
    history.pushState = (...entry: Parameters<History['pushState']>) => {
      made++;
      pushState.apply(history, entry);
    };
    open('tab=metrics&x=a%20b');
  });

  afterEach(async () => {
    console.warn = warn;
    history.pushState = pushState;
    history.replaceState(null, '', first);
    localStorage.removeItem('ie-charts/mine');
    await resetMouse();
  });

  it('has nothing of a time frame where nothing was chosen', async () => {
    const timeframe = await synced();
    await drawn(...timeframe.querySelectorAll('ie-requests-chart'));
    expect(query()).to.equal('tab=metrics&x=a%20b');
  });

  it('is what is shown and asked for first, before what the attributes say', async () => {
    open('range=30m&replicas=a,b%2Cc&view=compute&refresh=10s&tab=metrics');
    const source = new TestSource();
    const timeframe = await synced('', source);
    const { rangeText, replicas, view, refreshText, canGoBack } = timeframe.state;
    expect({ rangeText, replicas, view, refreshText }).to.deep.equal({
      rangeText: '30m',
      replicas: ['a', 'b,c'],
      view: 'compute',
      refreshText: '10s',
    });
    expect(canGoBack).to.equal(false);
    for (const { range, metric } of source.requests) {
      expect(metric).to.equal('latency');
      expect(range.to - range.from).to.be.below(40 * 60_000);
    }
    timeframe.home();
    expect(timeframe.state.range).to.deep.equal(HOUR);
    expect(warnings).to.deep.equal([]);
  });

  it('follows a brush and a view, goes back and forward with them, and leaves the rest to the letter', async () => {
    const timeframe = await synced();
    const chart = timeframe.querySelector('ie-requests-chart');
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    await brush(chart, 0.25, 0.5);
    await until(() => timeframe.state.canGoBack);
    const zoomed = timeframe.state.range;
    expect(query()).to.match(/^tab=metrics&x=a%20b&range=2026-06-01T10:1[\d:]+Z\/2026-06-01T10:3[\d:]+Z$/);
    expect(location.hash).to.equal('#here');
    expect(history.state).to.deep.equal({ router: 1 });
    const toolbar = timeframe.querySelector('ie-toolbar');
    await press(toolbar?.shadowRoot?.querySelectorAll('.views label')[1]);
    await until(() => timeframe.state.view === 'compute');
    expect(query()).to.match(/&view=compute$/);
    expect(made).to.equal(2);

    await goBack(-1);
    expect(timeframe.state).to.include({ view: 'requests' });
    expect(timeframe.state.range).to.deep.equal(zoomed);
    await goBack(-1);
    expect(timeframe.state.range).to.deep.equal(HOUR);
    expect(query()).to.equal('tab=metrics&x=a%20b');
    await goBack(1);
    expect(timeframe.state.range).to.deep.equal(zoomed);
    await goBack(1);
    expect(timeframe.state.view).to.equal('compute');
    expect(made).to.equal(2);
    await goBack(-1);
    await goBack(-1);
  });

  it('follows a script and the interval of refresh without another entry', async () => {
    const timeframe = await synced();
    timeframe.range = '6h';
    await nextFrame();
    expect(query()).to.equal('tab=metrics&x=a%20b&range=6h');
    timeframe.store.request({ type: 'refresh-every', interval: '10s' });
    expect(query()).to.equal('tab=metrics&x=a%20b&range=6h&refresh=10s');
    timeframe.setState({ range: RANGE, refresh: 'off' });
    expect(query()).to.equal(`tab=metrics&x=a%20b&range=${RANGE}`);
    expect(made).to.equal(0);
  });

  it('is left as it is where the browser refuses another entry, with a warning, and the page goes on', async () => {
    const timeframe = await synced();
    history.pushState = () => {
      throw new DOMException('Too many', 'SecurityError');
    };
    const chart = timeframe.querySelector('ie-requests-chart');
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    await brush(chart, 0.25, 0.5);
    await until(() => timeframe.state.canGoBack);
    await until(() => warnings.length > 0);
    expect(warnings).to.deep.equal(['The address cannot be changed: SecurityError: Too many']);
    expect(query()).to.equal('tab=metrics&x=a%20b');
  });

  it('has what is compared, where that was chosen, and nothing of it where the attribute says so', async () => {
    open('compare=1w&tab=metrics');
    const timeframe = await synced();
    expect(timeframe.state.compare).to.equal('1w');
    expect(query()).to.equal('compare=1w&tab=metrics');
    timeframe.setState({ compare: 'previous' });
    expect(query()).to.equal('compare=previous&tab=metrics');
    timeframe.setState({ compare: '' });
    expect(query()).to.equal('tab=metrics');
    timeframe.compare = '1d';
    await until(() => timeframe.state.compare === '1d');
    expect(query()).to.equal('tab=metrics&compare=1d');
    timeframe.setState({ compare: null });
    expect([timeframe.state.compare, query()]).to.deep.equal(['', 'tab=metrics&compare=off']);
  });

  it('has no word of a comparison that is none, with a warning', async () => {
    open('compare=yesteryear');
    const timeframe = await synced();
    expect([timeframe.state.compare, query()]).to.deep.equal(['', 'compare=yesteryear']);
    expect(warnings.join()).to.match(/^"compare" in the address is left out: "yesteryear" is not a duration/);
  });

  it('has no list of replicas that is too long for it, with a warning', async () => {
    const timeframe = await synced();
    const replicas = Array.from({ length: 400 }, (_, nth) => `replica-${nth}`);
    timeframe.store.request({ type: 'replicas', replicas });
    await until(() => warnings.length > 0);
    expect(warnings).to.deep.equal(['400 replicas are too many for the address; they are left out of it']);
    expect(query()).to.equal('tab=metrics&x=a%20b');
    expect(timeframe.state.replicas).to.deep.equal(replicas);
  });

  it('has what is chosen after a property was set, also where that is what the attributes said', async () => {
    const timeframe = await synced('', new TestSource(), 'mine');
    timeframe.range = '1d';
    await nextFrame();
    expect(query()).to.equal('tab=metrics&x=a%20b&range=1d');
    timeframe.store.request({ type: 'range', text: RANGE });
    expect(query()).to.equal(`tab=metrics&x=a%20b&range=${RANGE}`);
    expect(localStorage.getItem('ie-charts/mine')).to.contain(RANGE);
    await goBack(-1);
    expect(timeframe.state.rangeText).to.equal('1d');
  });

  it('has nothing of a choice that was taken back, also where a framework wrote it into the attributes', async () => {
    const timeframe = await synced();
    const echo = ({ detail }: CustomEvent<{ view: string }>): void => void (timeframe.view = detail.view);
    timeframe.addEventListener('ie-view-change', echo);
    timeframe.addEventListener('ie-replicas-change', ({ detail }) => (timeframe.replicas = detail.replicas));
    for (const [view, names] of [
      ['compute', ['a']],
      ['requests', null],
    ] as const) {
      timeframe.store.request({ type: 'view', view });
      timeframe.store.request({ type: 'replicas', replicas: names });
      await nextFrame();
    }
    expect(query()).to.equal('tab=metrics&x=a%20b&view=requests');
    await goBack(-1);
    await goBack(-1);
    expect(timeframe.state).to.deep.include({ view: 'compute', replicas: ['a'] });
    expect(query()).to.equal('tab=metrics&x=a%20b&view=compute&replicas=a');
  });

  it('has what a script chose before the address was read', async () => {
    const source = new TestSource();
    const loading = fixture<Timeframe>(html`
      <ie-timeframe range=${RANGE} timezone="UTC" sync-url storage-key="mine" .source=${source}>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    document.querySelector('ie-timeframe')?.setState({ range: '2h' });
    const timeframe = await loading;
    await until(() => query() === 'tab=metrics&x=a%20b&range=2h');
    expect(localStorage.getItem('ie-charts/mine')).to.equal('{"version":1,"range":"2h"}');
    timeframe.home();
    expect(query()).to.equal('tab=metrics&x=a%20b');
    expect(timeframe.state.range).to.deep.equal(HOUR);
  });

  it('keeps the replicas at Back that it has no room for', async () => {
    const timeframe = await synced('', new TestSource(), 'mine');
    const replicas = Array.from({ length: 500 }, (_, nth) => `replica-${nth}`);
    timeframe.store.request({ type: 'replicas', replicas });
    timeframe.store.request({ type: 'range', text: '2h' });
    await goBack(-1);
    expect(timeframe.state.range).to.deep.equal(HOUR);
    expect(timeframe.state.replicas).to.deep.equal(replicas);
    expect(localStorage.getItem('ie-charts/mine')).to.contain('replica-499');
  });

  it('is left out part by part where it is bad, with a warning', async () => {
    open('range=%E0%A4%A&refresh=-3&view=compute');
    const errors: string[] = [];
    const listen = ({ detail }: CustomEvent<{ error: Error }>): void => void errors.push(detail.error.message);
    document.addEventListener('ie-error', listen as EventListener);
    const timeframe = await synced();
    document.removeEventListener('ie-error', listen as EventListener);
    expect(timeframe.state.range).to.deep.equal(HOUR);
    expect(timeframe.state.refresh).to.equal(null);
    expect(timeframe.state.view).to.equal('compute');
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('"range" in the address');
    expect(errors).to.deep.equal(warnings);
    // It may be the page's own.
    expect(query()).to.equal('range=%E0%A4%A&refresh=-3&view=compute');
    timeframe.store.request({ type: 'range', text: '2h' });
    expect(query()).to.equal('range=2h&refresh=-3&view=compute');
    expect(warnings).to.have.length(2);
  });

  it('has no view that the page does not have, with a warning once it might have come', async () => {
    open('view=__proto__');
    const timeframe = await synced();
    expect([timeframe.state.view, warnings]).to.deep.equal(['requests', []]);
    await until(() => warnings.length > 0);
    expect(warnings).to.deep.equal(['The address names the view "__proto__", which this page does not have']);
  });

  it('keeps what a link says, also where it is what the attributes say', async () => {
    open(`range=${RANGE}`);
    const timeframe = await synced();
    timeframe.store.request({ type: 'view', view: 'compute' });
    expect(query()).to.equal(`range=${RANGE}&view=compute`);
  });

  it('has a prefix for each of several time frames', async () => {
    open('a.range=30m&b.range=2h');
    const [one, other] = [await synced('a'), await synced('b')];
    expect([one.state.rangeText, other.state.rangeText]).to.deep.equal(['30m', '2h']);
    other.store.request({ type: 'range', text: '3h' });
    expect(query()).to.equal('a.range=30m&b.range=3h');
    await goBack(-1);
    expect([one.state.rangeText, other.state.rangeText]).to.deep.equal(['30m', '2h']);
    expect(warnings).to.deep.equal([]);
  });

  it('belongs to the first of two without one, and to the second once the first is gone', async () => {
    const [one, other] = [await synced(), await synced()];
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('sync-url');
    other.store.request({ type: 'range', text: '2h' });
    expect(query()).to.equal('tab=metrics&x=a%20b');
    one.store.request({ type: 'range', text: '3h' });
    expect(query()).to.contain('range=3h');
    one.remove();
    other.store.request({ type: 'range', text: '4h' });
    expect(query()).to.contain('range=4h');
  });

  it('is left alone by another hash, by a router, and after the time frame has gone', async () => {
    const timeframe = await synced();
    timeframe.store.request({ type: 'range', text: '2h' });
    timeframe.range = '5h';
    await nextFrame();
    location.hash = 'there';
    await nextFrame();
    await nextFrame();
    expect(timeframe.state.rangeText).to.equal('5h');
    open('page=2');
    timeframe.store.request({ type: 'view', view: 'compute' });
    expect(query()).to.equal('page=2&range=5h&view=compute');
    timeframe.remove();
    open('page=3');
    timeframe.store.request({ type: 'range', text: '2h' });
    expect(query()).to.equal('page=3');
  });

  it('of another path is the other page’s, also while the time frame still stands', async () => {
    const timeframe = await synced('', new TestSource(), 'mine');
    const other = new URL('/other?range=5h', first);
    history.replaceState(null, '', other);
    history.pushState(null, '', first);
    timeframe.setState({ range: '2h' });
    const stored = localStorage.getItem('ie-charts/mine');
    expect(stored).to.contain('2h');
    await goBack(-1);
    expect(location.pathname).to.equal('/other');
    expect(timeframe.state.rangeText).to.equal('2h');
    timeframe.store.request({ type: 'view', view: 'compute' });
    expect(location.search).to.equal('?range=5h');
    expect(JSON.parse(localStorage.getItem('ie-charts/mine') ?? '')).to.include({ range: '2h', view: 'compute' });
  });

  it('is read again when the time frame comes back', async () => {
    const timeframe = await synced();
    const { parentElement } = timeframe;
    timeframe.remove();
    open('range=2h');
    const told: string[] = [];
    timeframe.addEventListener('ie-range-change', ({ detail }) => told.push(detail.text));
    parentElement?.append(timeframe);
    expect(timeframe.state.rangeText).to.equal('2h');
    expect(told).to.deep.equal(['2h']);
  });

  it('is that of the whole page in one tag as well', async () => {
    open('p.range=2h&p.view=compute');
    const page = await fixture<Analytics>(html`
      <ie-analytics range="1h" timezone="UTC" sync-url="p" .source=${new TestSource()}></ie-analytics>
    `);
    await until(() => page.state.view === 'compute');
    expect(page.getState()).to.deep.equal({
      range: '2h',
      replicas: null,
      view: 'compute',
      refresh: 'off',
      compare: '',
    });
    page.setState({ range: '3h' });
    expect(query()).to.equal('p.range=3h&p.view=compute');
    page.addEventListener('ie-range-change', (event) => event.preventDefault());
    page.home();
    expect(page.state.rangeText).to.equal('3h');
  });

  it('is read where the attribute comes later', async () => {
    open('range=30m');
    const timeframe = await synced();
    timeframe.syncUrl = null;
    await nextFrame();
    timeframe.store.request({ type: 'range', text: '2h' });
    expect(query()).to.equal('range=30m');
    timeframe.syncUrl = true;
    await nextFrame();
    expect(timeframe.state.rangeText).to.equal('30m');
  });
});
