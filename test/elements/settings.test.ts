import { expect, html } from '@open-wc/testing';
import { drawnPage, FROM, HOUR, TestSource, TO, until } from './support.js';

describe('a framework that renders again', () => {
  it('sets the same properties, which undoes no zoom', async () => {
    const { timeframe, requests } = await drawnPage();
    const zoomed = { from: HOUR.from, to: HOUR.from + 600_000 };
    timeframe.store.request({ type: 'zoom', range: zoomed });
    expect(requests.visibleRange).to.deep.equal(zoomed);
    timeframe.from = FROM;
    timeframe.to = TO;
    timeframe.setAttribute('from', FROM);
    timeframe.timezone = 'UTC';
    expect(requests.visibleRange).to.deep.equal(zoomed);
    timeframe.home();
    expect(requests.visibleRange).to.deep.equal(HOUR);
  });

  it('may set each property to the text of its attribute, and reads it back', async () => {
    const { timeframe, latency } = await drawnPage();
    const text: Readonly<Record<string, string>> = {
      range: '6h',
      refresh: '30s',
      replicas: 'a b',
      timezone: 'Europe/Paris',
      locale: 'de',
    };
    for (const [name, value] of Object.entries(text)) Reflect.set(timeframe, name, value);
    for (const [name, value] of Object.entries(text)) expect(Reflect.get(timeframe, name), name).to.equal(value);
    expect(timeframe.state.refresh).to.equal(30_000);
    expect(timeframe.state.replicas).to.deep.equal(['a', 'b']);
    latency.quantiles = '0.99 0.5';
    await latency.updateComplete;
    expect(latency.shadowRoot?.querySelectorAll('.key')).to.have.length(2);
  });

  it('gets a fixed range from an object, and reads it back as text', async () => {
    const { timeframe } = await drawnPage();
    timeframe.from = timeframe.to = null;
    timeframe.range = HOUR;
    expect(timeframe.range).to.match(/^2026-06-01T10:00.*\/2026-06-01T11:00/);
    expect(timeframe.state.range).to.deep.equal(HOUR);
  });

  it('reflects no gesture to an attribute', async () => {
    const { timeframe } = await drawnPage();
    const attributes = (): string => [...timeframe.attributes].map(({ name, value }) => `${name}=${value}`).join();
    const before = attributes();
    timeframe.store.request({ type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 600_000 } });
    await timeframe.updateComplete;
    expect(attributes()).to.equal(before);
  });

  it('asks once for what two charts need alike', async () => {
    const source = new TestSource();
    const { timeframe } = await drawnPage(source, html`<ie-requests-chart details></ie-requests-chart>`);
    const charts = [...timeframe.querySelectorAll('ie-requests-chart')];
    await until(() => charts.every(({ frames }) => frames.length > 0));
    expect(charts).to.have.length(2);
    expect(source.requests.filter(({ metric }) => metric === 'requests')).to.have.length(1);
  });
});
