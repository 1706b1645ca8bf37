import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { HOUR, nextFrame, TestSource, until } from './support.js';

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
    expect(localStorage.getItem(STORED)).to.equal(null);
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
