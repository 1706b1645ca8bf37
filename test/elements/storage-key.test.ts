import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { sendKeys } from '../support/commands.js';
import { HOUR, nextFrame, part, TestSource, until } from './support.js';

const RANGE = '2026-06-01T10:00Z/2026-06-01T11:00Z';
const STORED = 'ie-charts/mine';
const first = location.href;

async function remembering(extra: { sync?: boolean } = {}): Promise<Timeframe> {
  const source = new TestSource();
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe range=${RANGE} timezone="UTC" storage-key="mine" .syncUrl=${extra.sync ?? null} .source=${source}>
      <ie-requests-chart></ie-requests-chart>
    </ie-timeframe>
  `);
  await until(() => source.requests.length > 0);
  return timeframe;
}

describe('the storage of the browser', () => {
  let warnings: string[] = [];
  const warn = console.warn;
  const { setItem, getItem } = Storage.prototype;

  beforeEach(() => {
    warnings = [];
    console.warn = (message: unknown) => warnings.push(String(message));
  });

  afterEach(() => {
    console.warn = warn;
    Object.assign(Storage.prototype, { setItem, getItem });
    localStorage.removeItem(STORED);
    history.replaceState(null, '', first);
  });

  it('has nothing where nothing was chosen, and what was chosen until it is home again', async () => {
    const timeframe = await remembering();
    expect(localStorage.getItem(STORED)).to.equal(null);
    timeframe.store.request({ type: 'range', text: '2h' });
    timeframe.store.request({ type: 'replicas', replicas: ['a', '=b<i>'] });
    timeframe.store.request({ type: 'refresh-every', interval: 10_000 });
    expect(JSON.parse(localStorage.getItem(STORED) ?? '')).to.deep.equal({
      version: 1,
      range: '2h',
      replicas: ['a', '=b<i>'],
      refresh: '10s',
      recent: [RANGE],
    });
    timeframe.remove();

    const again = await remembering();
    expect(again.getState()).to.deep.equal({
      range: '2h',
      replicas: ['a', '=b<i>'],
      view: '',
      refresh: '10s',
      compare: '',
    });
    again.home();
    expect(again.state.range).to.deep.equal(HOUR);
    again.setState({ replicas: null, refresh: 'off' });
    expect(JSON.parse(localStorage.getItem(STORED) ?? '')).to.deep.equal({ version: 1, recent: ['2h', RANGE] });
  });

  it('has the places of replicas in the palette, so that each keeps its colour', async () => {
    const source = new TestSource();
    source.replicas = ['a', 'b'];
    const open = (): Promise<Timeframe> =>
      fixture(html`
        <ie-timeframe range=${RANGE} storage-key="mine" .source=${source}>
          <ie-requests-chart></ie-requests-chart>
        </ie-timeframe>
      `);
    const timeframe = await open();
    await until(() => localStorage.getItem(STORED));
    expect(timeframe.getState()).to.include({ range: RANGE });
    timeframe.remove();
    source.replicas = ['c', 'b', 'a'];
    const again = await open();
    await until(() => again.state.knownReplicas.find(({ name, slot }) => name === 'a' && slot === 0));
    expect(again.state.knownReplicas).to.deep.equal([
      { name: 'c', slot: 2 },
      { name: 'b', slot: 1 },
      { name: 'a', slot: 0 },
    ]);
  });

  it('comes after the address, part by part, and the address then has it as well', async () => {
    localStorage.setItem(STORED, JSON.stringify({ version: 1, range: '2h', refresh: '10s' }));
    const url = new URL(first);
    url.search += '&range=3h';
    history.replaceState(null, '', url);
    const timeframe = await remembering({ sync: true });
    expect(timeframe.getState()).to.include({ range: '3h', refresh: '10s' });
    expect(location.search).to.match(/&range=3h&refresh=10s$/);
  });

  /** What the panel of a page that has just been opened offers again. */
  async function offered(key: string | null): Promise<{ timeframe: Timeframe; texts: string[] }> {
    const source = new TestSource();
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe range=${RANGE} timezone="UTC" locale="en-GB" .storageKey=${key} .source=${source}>
        <ie-toolbar></ie-toolbar>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    await until(() => source.requests.length > 0);
    const toolbar = timeframe.querySelector('ie-toolbar');
    if (!toolbar) throw new Error('There is no toolbar');
    const button = part(toolbar, '[part=range-button]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => toolbar.shadowRoot?.querySelector('.panel:popover-open input'));
    const items = toolbar.shadowRoot?.querySelectorAll('.panel li button') ?? [];
    return { timeframe, texts: [...items].map(({ textContent }) => textContent?.trim().replace(/\s/g, ' ') ?? '') };
  }

  it('has the ranges used recently, as many as are offered, the last one first', async () => {
    const { timeframe, texts } = await offered('mine');
    expect(texts).to.deep.equal([]);
    for (const text of ['41m', '6h', '42m', '43m', '44m', '45m', 'now-2h/now-1h', '46m', '47m', '46m'])
      timeframe.store.request({ type: 'range', text });
    timeframe.home();
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '');
    expect(stored).to.deep.include({ recent: ['46m', '47m', 'now-2h/now-1h', '45m', '44m', '43m'] });
    timeframe.remove();
    const again = await offered('mine');
    expect(again.texts.map((text) => text.replace(/^.*\(1 h\)/, '(1 h)'))).to.deep.equal([
      'Last 46 min',
      'Last 47 min',
      '(1 h), goes on with the clock',
      'Last 45 min',
      'Last 44 min',
      'Last 43 min',
    ]);
    again.timeframe.remove();
    expect((await offered(null)).texts).to.deep.equal([]);
    expect((await offered('another')).texts).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
  });

  it('has no ranges but those that are some', async () => {
    const recent = ['48m', 'soon', { toString: 1 }, '9'.repeat(10_000), '<b>', '6h', '48m', null, 'now-2m/m/now-1m/m'];
    localStorage.setItem(STORED, JSON.stringify({ version: 1, recent }));
    const { texts, timeframe } = await offered('mine');
    expect(texts[0]).to.equal('Last 48 min');
    expect(texts[1]).to.match(/\(2 min\), goes on with the clock$/);
    expect(texts.length).to.equal(2);
    expect(warnings.length).to.be.within(1, 5);
    for (const warning of warnings) expect(warning).to.contain('"mine"').and.have.length.below(300);
    expect(timeframe.state.rangeText).to.equal(RANGE);
    timeframe.remove();
    for (const none of [{ length: 3, 0: '48m' }, '48m', Array.from({ length: 1000 }, (_, i) => `${i + 1}m`)]) {
      warnings = [];
      localStorage.setItem(STORED, JSON.stringify({ version: 1, recent: none, refresh: '10s' }));
      const other = await offered('mine');
      expect(other.texts).to.deep.equal([]);
      expect(other.timeframe.state.refreshText).to.equal('10s');
      expect(warnings).to.have.length(1);
      other.timeframe.remove();
    }
  });

  const HOSTILE: readonly (readonly [name: string, text: string])[] = [
    ['no JSON', '{"range":'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['another version', '{"version":2,"range":"2h"}'],
    ['a range that is none', '{"version":1,"range":{"from":1,"to":2}}'],
    ['a prototype', '{"version":1,"__proto__":{"range":"2h"},"constructor":{},"range":"soon"}'],
    ['endless names', JSON.stringify({ version: 1, view: 'x'.repeat(10_000) })],
    ['names that are none', '{"version":1,"replicas":[{"toString":1}]}'],
  ];
  for (const [name, text] of HOSTILE) {
    it(`is left out where it is ${name}, with one warning`, async () => {
      localStorage.setItem(STORED, text);
      const timeframe = await remembering();
      expect(timeframe.getState()).to.deep.equal({
        range: RANGE,
        replicas: null,
        view: '',
        refresh: 'off',
        compare: '',
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('"mine"');
      expect(warnings[0]?.length).to.be.below(300);
    });
  }

  it('may be blocked or full, which is told once', async () => {
    const refuse = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(Storage.prototype, { setItem: refuse, getItem: refuse });
    const timeframe = await remembering();
    timeframe.store.request({ type: 'range', text: '2h' });
    timeframe.store.request({ type: 'range', text: '3h' });
    await nextFrame();
    expect(timeframe.state.rangeText).to.equal('3h');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('full');
  });
});
