import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { formatCount, formatValue, quantileOfBuckets, type Source } from '../../src/core/index.js';
import type { Timeframe } from '../../src/elements/index.js';
import { drawn, inside, part, until } from '../elements/support.js';
import { ANCHOR, endpointOf, HOUR, recorded } from './endpoints.js';
import { Records } from './records.js';

const RANGE = { from: ANCHOR - HOUR, to: ANCHOR };
const QUANTILES = [0.99, 0.95, 0.9, 0.5];
const endpoint = endpointOf(await recorded);
const records = await Records.of(endpoint, RANGE);

/** A source whose percentiles come from buckets, as those of most servers do. */
const bucketed: Source = {
  async query(request, context) {
    if (request.metric !== 'latency' || request.shape !== 'series') return endpoint.query(request, context);
    const [lines, cells] = await Promise.all([
      endpoint.query(request, context),
      endpoint.query({ ...request, shape: 'histogram' }, context),
    ]);
    if (lines.kind !== 'series' || cells.kind !== 'histogram') throw new Error('Not as asked');
    const series = lines.series.map((one) => ({
      ...one,
      values: one.values.map((_, i) =>
        quantileOfBuckets(Number(one.labels['quantile']), cells, i * cells.bounds.length),
      ),
    }));
    return { ...lines, series };
  },
};

async function show(content: TemplateResult, source: Source = endpoint): Promise<readonly HTMLElement[]> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe
      from=${new Date(RANGE.from).toISOString()}
      to=${new Date(RANGE.to).toISOString()}
      timezone="UTC"
      locale="en"
      .source=${source}
      >${content}</ie-timeframe
    >
  `);
  return [...timeframe.children].filter((child) => child instanceof HTMLElement);
}

interface Table {
  readonly head: readonly string[];
  readonly step: number;
  /** Times in ms, then values. */
  readonly rows: readonly (readonly number[])[];
}

/** What `toCSV` says. */
function tableOf(chart: (Element & { toCSV?: () => string }) | undefined): Table {
  if (!chart?.toCSV) throw new Error('No chart');
  const [step = '', head = '', ...lines] = chart.toCSV().trim().split('\n');
  const rows = lines.map((line) =>
    line.split(',').map((cell, i) => (i === 0 ? Date.parse(cell) : Number(cell || NaN))),
  );
  // A point may stand before the range, to lead its line in.
  const within = rows.filter(([time = 0]) => time >= RANGE.from && time < RANGE.to);
  return { head: head.split(',').slice(1), step: Number(step.replace(/\D/g, '')) * 1000, rows: within };
}

/** The upper bounds of the endpoint's buckets. */
async function boundsOf(): Promise<readonly number[]> {
  const request = { metric: 'latency', range: RANGE, step: null, by: [], replicas: null, shape: 'histogram' } as const;
  const frame = await endpoint.query(request, { signal: new AbortController().signal });
  return frame.kind === 'histogram' ? [...frame.bounds] : [];
}

const headerValues = (chart: Element): string[] =>
  [...(chart.shadowRoot?.querySelectorAll('header dd') ?? [])].map(({ textContent }) => textContent?.trim() ?? '');

describe('what the simulated endpoint did', function () {
  it('is shown by class exactly, in each step and as a table', async () => {
    const [chart] = await show(html`<ie-requests-chart></ie-requests-chart>`);
    await drawn(chart ?? document.body);
    const { head, rows, step } = tableOf(chart);
    expect(head).to.deep.equal(['2XX', '3XX', '4XX', '5XX']);
    expect(rows.length).to.equal(HOUR / step);
    let all = 0;
    for (const [time = 0, ...counts] of rows) {
      expect(counts).to.deep.equal([2, 3, 4, 5].map((one) => records.count(time, time + step, one)));
      all += counts.reduce((sum, count) => sum + count, 0);
    }
    expect(all).to.equal(records.count(RANGE.from, RANGE.to));
    if (!chart) return;
    part<HTMLButtonElement>(chart, '[part=menu-button]').click();
    await until(() => inside(chart, '.menu [role=menuitem]'));
    part<HTMLButtonElement>(chart, '.menu [role=menuitem]').click();
    await until(() => inside(chart, 'tbody tr'));
    const cells = [...part(chart, 'tbody tr').querySelectorAll('td')].map(({ textContent }) => textContent?.trim());
    const first = RANGE.from;
    expect(cells).to.deep.equal(
      [2, 3, 4, 5].map((one) => formatValue(records.count(first, first + step, one), 'requests', { locale: 'en' })),
    );
  });

  it('is counted over the whole range exactly, with its share', async () => {
    const stats = await show(html`
      <ie-stat></ie-stat>${['2xx', '4xx', '5xx'].map((of) => html`<ie-stat of=${of}></ie-stat>`)}
    `);
    const textIn = (stat: Element, name: string): string => inside(stat, `[part=${name}]`)?.textContent?.trim() ?? '';
    await until(() => stats.every((stat) => textIn(stat, 'value') !== '–'));
    const whole = records.count(RANGE.from, RANGE.to);
    const counts = [undefined, 2, 4, 5].map((one) => records.count(RANGE.from, RANGE.to, one));
    expect(whole).to.be.above(5000);
    expect(stats.map((stat) => textIn(stat, 'value'))).to.deep.equal(counts.map((count) => formatCount(count, 'en')));
    expect(stats.slice(1).map((stat) => textIn(stat, 'share'))).to.deep.equal(
      counts.slice(1).map((count) => formatValue(count / whole, 'ratio', { locale: 'en' })),
    );
  });

  it('has the percentiles of its raw latencies, in each step, in the header and as numbers', async () => {
    const [chart, ...stats] = await show(html`
      <ie-latency-chart></ie-latency-chart>
      ${QUANTILES.map((quantile) => html`<ie-stat metric="latency" .of=${quantile}></ie-stat>`)}
    `);
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    const { rows, step } = tableOf(chart);
    for (const [time = 0, ...values] of rows)
      expect(values).to.deep.equal(QUANTILES.map((q) => records.quantile(q, time, time + step)));
    const whole = QUANTILES.map((q) =>
      formatValue(records.quantile(q, RANGE.from, RANGE.to), 'seconds', { locale: 'en' }),
    );
    await until(() => headerValues(chart).every((value) => value !== '–'));
    expect(headerValues(chart)).to.deep.equal(whole);
    const texts = (): string[] => stats.map((stat) => inside(stat, '[part=value]')?.textContent?.trim() ?? '');
    await until(() => texts().every((text) => text !== '–'));
    expect(texts()).to.deep.equal(whole);
  });

  it('has, out of buckets, percentiles within the bucket that the true one is in', async () => {
    const [chart] = await show(html`<ie-latency-chart></ie-latency-chart>`, bucketed);
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    const { rows, step } = tableOf(chart);
    const bounds = await boundsOf();
    let looked = 0;
    for (const [time = 0, ...values] of rows) {
      for (const [i, q] of QUANTILES.entries()) {
        // Of the two nearest ranks a bucket holds one or the other.
        const sorted = records.seconds(time, time + step);
        const place = q * (sorted.length - 1);
        const bucketOf = (rank: number): number => bounds.findIndex((bound) => (sorted[rank] ?? NaN) <= bound);
        const low = bounds[bucketOf(Math.floor(place)) - 1] ?? 0;
        const high = bounds[bucketOf(Math.min(sorted.length - 1, Math.floor(place) + 1))] ?? Number.NaN;
        expect(values[i], `P${q} at ${new Date(time).toISOString()}`).to.be.within(low, high);
        looked++;
      }
    }
    expect(looked).to.be.above(100);
  });

  it('fills the buckets of a heatmap exactly', async () => {
    const [chart] = await show(html`<ie-latency-chart view="heatmap"></ie-latency-chart>`);
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    const { head, rows, step } = tableOf(chart);
    const names = head.slice(0, -QUANTILES.length);
    expect(names.length).to.be.above(5);
    const boundOf = (name: string): number => {
      const [, number = '', unit = ''] = /([\d.]+) (ms|s)$/.exec(name) ?? [];
      return Number(number) * (unit === 'ms' ? 0.001 : 1);
    };
    let counted = 0;
    for (const [time = 0, ...values] of rows) {
      const seconds = records.seconds(time, time + step);
      let below = 0;
      names.forEach((name, b) => {
        const upTo = seconds.filter((one) => one <= boundOf(name) * (1 + 1e-9)).length;
        expect(values[b], `${name} at ${new Date(time).toISOString()}`).to.equal(upTo - below);
        counted += upTo - below;
        below = upTo;
      });
    }
    expect(counted).to.equal(records.seconds(RANGE.from, RANGE.to).length);
  });

  it('has the average of the running replicas exactly', async () => {
    const [chart] = await show(html`<ie-hardware-chart metric="cpu"></ie-hardware-chart>`);
    if (!chart) throw new Error('No chart');
    await drawn(chart);
    await until(() => tableOf(chart).head[0] === 'Average (running replicas)');
    const { rows, step } = tableOf(chart);
    for (const [time = 0, average = NaN] of rows)
      expect(average).to.be.closeTo(await records.runningCpu(time, time + step), 1e-12);
    expect(rows.length).to.equal(HOUR / step);
  });
});
