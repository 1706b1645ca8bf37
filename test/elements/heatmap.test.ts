import { expect, fixture, html } from '@open-wc/testing';
import type { Frame, FrameRequest, HistogramFrame, Source } from '../../src/core/index.js';
import { WORDS } from '../../src/core/index.js';
import type { LatencyChart, MetricChart, Timeframe } from '../../src/elements/index.js';
import { functionSource } from '../../src/sources/index.js';
import { resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import {
  answerTo,
  canvasOf,
  drawn,
  FROM,
  inside,
  nextFrame,
  part,
  placeIn,
  TestSource,
  textOf,
  TO,
  until,
} from './support.js';

const BOUNDS = [0.1, 0.25, 0.5, 1, Infinity];
const ROW = [2, 30, 8, 0, 0];

/** Each step has the same counts; what is not asked as buckets gets percentiles. */
function answer(request: FrameRequest): Frame {
  const series = answerTo(request);
  if (request.shape !== 'histogram') return series;
  const { range, step, completeUntil, now, notices, times } = series;
  const counts = Float64Array.from({ length: times.length * ROW.length }, (_, i) => ROW[i % ROW.length] ?? 0);
  const buckets = { kind: 'histogram', times, bounds: Float64Array.from(BOUNDS), counts, unit: 'seconds' } as const;
  const facts = { range, step, completeUntil, now, notices };
  return { ...facts, ...buckets } satisfies HistogramFrame;
}

async function setUp<S extends Source = TestSource>(given?: S) {
  const source = given ?? new TestSource(answer);
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${source}>
      <ie-latency-chart view="heatmap"></ie-latency-chart>
      <ie-metric-chart metric="time-to-first-token" type="heatmap"></ie-metric-chart>
    </ie-timeframe>
  `);
  const latency = timeframe.querySelector<LatencyChart>('ie-latency-chart');
  const metric = timeframe.querySelector<MetricChart>('ie-metric-chart');
  if (!latency || !metric) throw new Error('The charts are missing');
  return { timeframe, latency, metric, source };
}

const legendOf = (chart: Element): string =>
  part(chart, '[part=legend]').textContent?.replace(/\s+/g, ' ').trim() ?? '';
const heatmapShown = (chart: Element): boolean => inside(chart, '.swatch.heat') !== null && canvasOf(chart) !== null;
/** Nothing moves any more: the values of the header have come too. */
const settled = (chart: Element): boolean =>
  heatmapShown(chart) && !part(chart, '[part=header]').textContent?.includes('–');
const tooltip = (chart: Element): string[] =>
  [...(chart.shadowRoot?.querySelectorAll<HTMLElement>('.tooltip-row') ?? [])]
    .filter(({ hidden }) => !hidden)
    .map(({ children }) =>
      [...children]
        .map(({ textContent }) => textContent)
        .filter(Boolean)
        .join(' | '),
    );

describe('a heatmap', () => {
  afterEach(() => resetMouse());

  it('asks for buckets by the step of bars, and draws them in both charts', async () => {
    const { timeframe, latency, metric, source } = await setUp();
    await drawn(latency, metric);
    await until(() => heatmapShown(latency) && heatmapShown(metric));
    const asked = source.requests.filter(({ shape }) => shape === 'histogram');
    expect(asked.map(({ metric: name, step }) => [name, step])).to.have.deep.members([
      ['latency', timeframe.state.barStep],
      ['time-to-first-token', timeframe.state.barStep],
    ]);
    expect(legendOf(latency)).to.match(/^2 … 30 requests \/ \S+ \S+ P99 P95 P90 Median$/);
    const canvas = canvasOf(latency);
    const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let strongest = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] === 0 && data[i + 1] === 91 && data[i + 2] === 80) strongest++;
    expect(strongest).to.be.above(1000);
  });

  it('has the values of each percentile on the line of its name', async () => {
    const { latency } = await setUp();
    latency.legendValues = true;
    await drawn(latency);
    await until(() => settled(latency) && inside(latency, '.statistic'));
    for (const item of part(latency, '[part=legend]').children) {
      const [key, ...values] = item.children;
      const { top = 0, bottom = 0 } = key?.getBoundingClientRect() ?? {};
      for (const value of values) expect(value.getBoundingClientRect().top).to.be.within(top, bottom);
    }
  });

  it('names the bucket under the pointer, its count and its share, the percentiles and the total', async () => {
    const { latency } = await setUp();
    await drawn(latency);
    await until(() => settled(latency));
    const { x, y } = placeIn(latency, 0.4, 0.5);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => tooltip(latency).length > 0);
    const rows = tooltip(latency);
    expect(rows[0]).to.equal('100 – 250 ms | 30 | 75 %');
    expect(rows.slice(1, 3)).to.deep.equal(['250 – 500 ms | 8 | 20 %', 'up to 100 ms | 2 | 5 %']);
    expect(rows.slice(3, -1).map((row) => row.split(' | ')[0])).to.deep.equal(['P99', 'P95', 'P90', 'Median']);
    expect(rows.at(-1)).to.equal('Total | 40');
    const top = placeIn(latency, 0.4, 0.1);
    await sendMouse({ type: 'move', position: [top.x, top.y] });
    await until(() => tooltip(latency)[0] === '250 – 500 ms | 8 | 20 %');
  });

  it('names the fullest buckets where keys move the cursor', async () => {
    const { latency } = await setUp();
    await drawn(latency);
    await until(() => settled(latency));
    part(latency, '.plot').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => tooltip(latency).length > 0);
    expect(tooltip(latency)[0]).to.equal('100 – 250 ms | 30 | 75 %');
    await until(() => textOf(latency).includes('100 – 250 ms 30, 250 – 500 ms 8'));
  });

  it('zooms by brushing', async () => {
    const { timeframe, latency } = await setUp();
    await drawn(latency);
    await until(() => settled(latency));
    const before = timeframe.state.range;
    const [from, to] = [placeIn(latency, 0.25), placeIn(latency, 0.75)];
    await sendMouse({ type: 'move', position: [from.x, from.y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [to.x, to.y] });
    await sendMouse({ type: 'up' });
    await until(() => timeframe.state.range !== before);
    expect(timeframe.state.range.to - timeframe.state.range.from).to.be.within(1_700_000, 1_900_000);
    await until(() => latency.frames[0]?.range.from === timeframe.state.range.from);
    expect(heatmapShown(latency)).to.equal(true);
  });

  it('is a table and CSV of its buckets, and a picture with its scale', async () => {
    const { latency } = await setUp();
    await drawn(latency);
    await until(() => heatmapShown(latency));
    const [, head = '', first = ''] = latency.toCSV().split('\n');
    expect(head).to.equal('time,up to 100 ms,100 – 250 ms,250 – 500 ms,P99,P95,P90,Median');
    expect(first.split(',').slice(1, 4)).to.deep.equal(['2', '30', '8']);
    part<HTMLButtonElement>(latency, '[part=menu-button]').click();
    await until(() => inside(latency, '.menu [role=menuitem]'));
    part<HTMLButtonElement>(latency, '.menu [role=menuitem]').click();
    await until(() => inside(latency, 'table'));
    const cells = [...part(latency, 'tbody tr').querySelectorAll('td')].map(({ textContent }) => textContent?.trim());
    expect(cells.slice(0, 3)).to.deep.equal(['2', '30', '8']);
    const picture = await createImageBitmap(await latency.toPNG());
    expect(picture.width).to.be.above(2 * part(latency, '.canvas').clientWidth);
  });

  it('becomes lines and a heatmap again by its attribute', async () => {
    const { latency } = await setUp();
    await drawn(latency);
    await until(() => heatmapShown(latency));
    latency.view = 'lines';
    await until(() => !inside(latency, '.swatch.heat') && latency.frames[0]?.kind === 'series');
    expect(legendOf(latency)).to.equal('P99 P95 P90 Median');
    latency.view = 'heatmap';
    await until(() => heatmapShown(latency));
  });

  it('takes rows by upper bound from a function of the page', async () => {
    const at = Date.parse(FROM);
    const source = functionSource(({ shape, quantiles = [] }) =>
      shape === 'histogram'
        ? { '0.1': [[at, 2]], '0.25': [[at, 30]], '+Inf': [[at, 1]] }
        : Object.fromEntries(quantiles.map((quantile) => [`${quantile}`, [[at, 0.2]] as const])),
    );
    const { latency } = await setUp(source);
    await until(() => heatmapShown(latency));
    const [, head = '', first = ''] = latency.toCSV().split('\n');
    expect(head).to.include('time,up to 100 ms,100 – 250 ms,over 250 ms,P99');
    expect(first.split(',').slice(1, 4)).to.deep.equal(['2', '30', '1']);
  });

  it('says in words that the source has no buckets, and draws the lines', async () => {
    const source = new TestSource((request) => answerTo(request));
    const { timeframe, latency, metric } = await setUp(source);
    await drawn(latency, metric);
    await until(() => textOf(latency).includes('A heatmap needs buckets'));
    expect(textOf(metric)).to.include('A heatmap needs buckets');
    expect(legendOf(latency)).to.equal('P99 P95 P90 Median');
    const asked = (): number => source.requests.filter(({ shape }) => shape === 'histogram').length;
    expect(asked()).to.equal(2);
    timeframe.store.request({ type: 'refresh' });
    await nextFrame();
    await nextFrame();
    expect(asked()).to.equal(2);
  });

  it('asks for buckets again once a source answers that answered nothing at first', async () => {
    let down = true;
    const source = new TestSource((request) => {
      if (down) throw new Error('The endpoint sleeps');
      return answer(request);
    });
    const { timeframe, latency } = await setUp(source);
    await until(() => textOf(latency).includes('The endpoint sleeps') && source.requests.length > 4);
    down = false;
    timeframe.store.request({ type: 'refresh' });
    await until(() => heatmapShown(latency));
    expect(textOf(latency)).not.to.include('needs buckets');
  });

  it('asks once more for buckets where another failure is told, and then believes it', async () => {
    const source = new TestSource((request) => {
      if (request.shape === 'histogram') throw new Error('Ask me another');
      return answerTo(request);
    });
    const { latency, metric } = await setUp(source);
    await drawn(latency, metric);
    const asked = (): number => source.requests.filter(({ shape }) => shape === 'histogram').length;
    await until(
      () => asked() === 4 && textOf(latency).includes('needs buckets') && latency.frames[0]?.kind === 'series',
    );
    expect(textOf(latency)).to.include('Ask me another');
  });

  it('says in words that a view is none', async () => {
    const { latency } = await setUp();
    latency.view = 'pie';
    await until(() => inside(latency, '.strip'));
    expect(textOf(latency)).to.include('"pie" is no view');
    expect(textOf(latency)).not.to.include(WORDS.noData);
  });
});
