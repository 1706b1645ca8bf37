import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { METRICS, type FrameRequest, type SourceDescription } from '../../src/core/index.js';
import type { Analytics, RequestsChart, Timeframe, Toolbar } from '../../src/elements/index.js';
import { answerTo, drawn, FROM, inside, part, TestSource, textOf, TO, until } from './support.js';

class PageSource extends TestSource {
  constructor(readonly metrics: readonly string[] | null) {
    super((request) => (request.shape === 'intervals' ? states(request) : answerTo(request)));
  }
  override async describe(): Promise<SourceDescription & { replicas: { name: string }[] }> {
    return { replicas: [{ name: 'r1' }], ...(this.metrics && { metrics: this.metrics }) };
  }
}

const states = ({ range, step }: FrameRequest) => ({
  kind: 'intervals',
  range,
  step,
  completeUntil: range.to,
  now: range.to,
  notices: [],
  lanes: [{ name: 'r1', labels: { replica: 'r1' }, intervals: [{ ...range, state: 'running' }] }],
});

const ALL = [...METRICS.keys()];

async function setUp(metrics: readonly string[] | null = ALL, content?: TemplateResult, width = 1200) {
  const source = new PageSource(metrics);
  const box = await fixture(html`
    <div>
      <ie-analytics from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${source}>${content}</ie-analytics>
    </div>
  `);
  if (box instanceof HTMLElement) box.style.setProperty('width', `${width}px`);
  const page = box.querySelector('ie-analytics');
  const timeframe = page?.shadowRoot?.querySelector<Timeframe>('ie-timeframe');
  const toolbar = timeframe?.querySelector<Toolbar>('ie-toolbar');
  if (!page || !timeframe || !toolbar) throw new Error('The page is not whole');
  await until(() => page.state.metrics !== undefined);
  await page.updateComplete;
  return { page, timeframe, source, toolbar };
}

const seen = (page: Analytics, selector: string): HTMLElement[] =>
  [...(page.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(
    (one) => one.getClientRects().length > 0,
  );
const CHARTS =
  'ie-requests-chart, ie-pending-chart, ie-latency-chart, ie-replica-status, ie-hardware-chart, ie-metric-chart';
const names = (elements: readonly HTMLElement[]): string[] =>
  elements.map((one) => [one.localName, one.getAttribute('metric')].filter(Boolean).join(' '));
const columns = (elements: readonly HTMLElement[]): number =>
  new Set(elements.map((one) => Math.round(one.getBoundingClientRect().left))).size;

describe('<ie-analytics>', () => {
  it('shows eight boxes and four charts, two a row, in line with each other', async () => {
    const { page } = await setUp();
    expect(seen(page, 'ie-stat').length).to.equal(8);
    const charts = seen(page, CHARTS);
    expect(names(charts)).to.deep.equal([
      'ie-requests-chart',
      'ie-pending-chart',
      'ie-latency-chart',
      'ie-replica-status',
    ]);
    await drawn(...charts);
    expect([columns(charts), columns(seen(page, 'ie-stat'))]).to.deep.equal([2, 8]);
    const left = (element: Element | undefined): number => element?.getBoundingClientRect().left ?? NaN;
    expect(left(seen(page, 'ie-stat')[4])).to.be.closeTo(left(charts[1]), 0.5);
  });

  it('asks nothing for what is in other views, and draws them when they are shown', async () => {
    const { page, source } = await setUp();
    await drawn(...seen(page, CHARTS));
    expect(source.requests.map(({ metric }) => metric)).not.to.include('gpu');
    page.view = 'compute';
    await until(() => seen(page, 'ie-hardware-chart').length === 4);
    await drawn(...seen(page, CHARTS));
    expect(names(seen(page, CHARTS))).to.deep.equal(
      ['cpu', 'memory', 'gpu', 'gpu-memory'].map((metric) => `ie-hardware-chart ${metric}`),
    );
    page.view = 'timeline';
    await until(() => seen(page, 'ie-replica-status').length === 1 && seen(page, CHARTS).length === 1);
    const [timeline] = seen(page, 'ie-replica-status');
    if (!timeline) throw new Error('No timeline');
    expect(textOf(timeline)).to.contain('Replicas Timeline');
    expect(part(timeline, '.switch').getClientRects()).to.have.length(0);
    page.view = 'tokens';
    await until(() => seen(page, 'ie-metric-chart').length === 6);
  });

  it('closes up where the source lacks a metric, and has no view without one', async () => {
    const { page, toolbar } = await setUp(['requests', 'latency', 'cpu', 'memory']);
    await toolbar.updateComplete;
    const labels = [...part(toolbar, '[part=views]').querySelectorAll('span')].map((span) => span.textContent);
    expect(labels).to.deep.equal(['Requests', 'Compute']);
    expect(names(seen(page, CHARTS))).to.deep.equal(['ie-requests-chart', 'ie-latency-chart']);
    const [first, second] = seen(page, CHARTS).map((chart) => chart.getBoundingClientRect());
    expect(first?.top).to.equal(second?.top);
  });

  it('asks for the tokens where the source does not say what it has, and has a view of them if they come', async () => {
    const { page } = await setUp(null);
    const all = ['requests', 'compute', 'timeline', 'tokens'];
    await until(() => page.state.views.length === 4);
    expect(page.state.views.map(({ name }) => name)).to.deep.equal(all);
    page.source = (request: FrameRequest) => {
      if (request.metric === 'tokens') throw new Error('no such thing');
      return answerTo(request);
    };
    await until(() => page.state.views.length === 3);
    expect(page.state.views.map(({ name }) => name)).to.deep.equal(all.slice(0, 3));
    page.source = (request: FrameRequest) => answerTo(request);
    await until(() => page.state.views.length === 4);
  });

  it('closes up where a function answers null: it does not have the metric', async () => {
    const { page } = await setUp();
    page.source = ({ metric, ...rest }: FrameRequest) =>
      /gpu|replica-states|tokens/.test(metric) ? null : answerTo({ metric, ...rest });
    await until(() => page.state.views.length === 3);
    page.view = 'compute';
    await until(() => seen(page, CHARTS).length === 2);
    expect(names(seen(page, CHARTS))).to.deep.equal(['ie-hardware-chart cpu', 'ie-hardware-chart memory']);
    page.source = (request: FrameRequest) => answerTo(request);
    await until(() => seen(page, CHARTS).length === 4);
  });

  it('puts charts one below the other where it is narrow, and never scrolls sideways at 320', async () => {
    const { page } = await setUp(ALL, undefined, 320);
    expect([columns(seen(page, CHARTS)), columns(seen(page, 'ie-stat'))]).to.deep.equal([1, 2]);
    await drawn(...seen(page, CHARTS));
    expect(page.scrollWidth).to.be.at.most(320);
    for (const element of seen(page, `${CHARTS}, ie-stat, ie-toolbar`)) {
      expect(element.getBoundingClientRect().right, element.localName).to.be.at.most(
        page.getBoundingClientRect().right,
      );
    }
  });

  it('has two charts a row from 720 px of its own width on, whatever the width of the window', async () => {
    const { page } = await setUp();
    const charts = (width: number): number => {
      page.parentElement?.style.setProperty('width', `${width}px`);
      return columns(seen(page, CHARTS));
    };
    expect([720, 719, 2000, 400].map(charts)).to.deep.equal([2, 1, 2, 1]);
  });

  it('keeps its toolbar in sight while it is scrolled, where that is one line', async () => {
    const { page, toolbar } = await setUp(ALL, undefined, 800);
    const box = page.parentElement;
    if (!box) throw new Error('No box');
    box.style.paddingBottom = '3000px';
    const scrolledTo = async (width: number): Promise<number> => {
      box.style.width = `${width}px`;
      window.scrollTo(0, 0);
      await until(() => window.scrollY === 0);
      const { top } = toolbar.getBoundingClientRect();
      window.scrollTo(0, top + 200);
      await until(() => window.scrollY > 100);
      return toolbar.getBoundingClientRect().top;
    };
    expect(await scrolledTo(800)).to.be.closeTo(0, 1);
    expect(await scrolledTo(500)).to.be.closeTo(-200, 1);
    window.scrollTo(0, 0);
  });

  it('has fewer boxes a row the larger its text is, and never scrolls sideways', async () => {
    const { page } = await setUp();
    const box = page.parentElement;
    const boxes = (size: number, width: number): number => {
      box?.style.setProperty('width', `${width}px`);
      page.style.setProperty('--ie-font-size', `${size}px`);
      expect(page.scrollWidth, `${size} px, ${width} px`).to.be.at.most(width);
      return columns(seen(page, 'ie-stat'));
    };
    expect([1072, 1071, 528, 527, 340].map((width) => boxes(13, width))).to.deep.equal([8, 4, 4, 2, 2]);
    expect([2144, 2143, 1056, 1055, 340, 280].map((width) => boxes(26, width))).to.deep.equal([8, 4, 4, 2, 1, 1]);
  });

  it('takes a chart of the page’s own in place of one of its own, and it finds the time frame', async () => {
    const { page } = await setUp(ALL, html`<ie-requests-chart slot="pending-chart" details></ie-requests-chart>`);
    const own = page.querySelector<RequestsChart>('ie-requests-chart');
    if (!own) throw new Error('The chart is gone');
    await drawn(own);
    expect(own.visibleRange).to.deep.equal(page.state.range);
    expect(names(seen(page, CHARTS))).not.to.include('ie-pending-chart');
  });

  it('takes a view of the page’s own, after the others', async () => {
    const { page } = await setUp(ALL, html`<ie-view name="cost" label="Cost">What it costs</ie-view>`);
    await until(() => page.state.views.length === 5);
    expect(page.state.views.at(-1)).to.deep.equal({ name: 'cost', label: 'Cost' });
  });

  it('makes a source of its attributes, for which the property makes way', async () => {
    const page = await fixture<Analytics>(html`<ie-analytics prometheus="/none" profile="huggingface"></ie-analytics>`);
    await until(() => page.source);
    expect(inside(page, 'ie-prometheus-source')).not.to.equal(null);
    const before = page.source;
    page.source = new TestSource();
    expect(page.source).not.to.equal(before);
    page.source = page.prometheus = null;
    await page.updateComplete;
    await until(() => page.source === null);
  });

  it('is what its attributes say, and tells events of its time frame', async () => {
    const { page } = await setUp();
    page.range = '6h';
    page.from = page.to = null;
    await until(() => page.state.rangeText === '6h');
    expect(page.range).to.equal('6h');
    let told = '';
    page.addEventListener('ie-view-change', ({ detail }) => (told = detail.view));
    page.store.request({ type: 'view', view: 'compute' });
    expect(told).to.equal('compute');
  });
});
