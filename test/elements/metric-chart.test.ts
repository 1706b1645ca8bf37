import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, perSecond, type SeriesFrame } from '../../src/core/index.js';
import type { MetricChart, Timeframe } from '../../src/elements/index.js';
import { metricSpec, type MetricType } from '../../src/elements/metric-chart/metric-spec.js';
import { canvasOf, drawn, FROM, inside, nextEvent, TestSource, textOf, TO, until, answerTo } from './support.js';

const MINUTE = 60_000;

function frame(
  unit: string,
  series: readonly (readonly [Readonly<Record<string, string>>, number])[],
  name = 'm',
): SeriesFrame {
  return {
    kind: 'series',
    range: { from: 0, to: 2 * MINUTE },
    step: MINUTE,
    completeUntil: MINUTE,
    now: MINUTE,
    notices: [],
    times: Float64Array.of(0, MINUTE),
    series: series.map(([labels, value]) => ({
      name,
      labels: labelSet(Object.entries(labels)),
      unit,
      values: Float64Array.of(value, NaN),
    })),
  };
}

const spec = (answer: SeriesFrame, type: MetricType = 'lines', metric = 'own', unit = '') =>
  metricSpec(answer, { metric, type, unit, slots: new Map([['r1', 4]]) });

describe('the specification of any metric', () => {
  it('has a mark a series, as the type says', () => {
    const answer = frame('widgets', [
      [{ a: 'x' }, -1],
      [{ a: 'y', b: 'z' }, 2],
    ]);
    const kinds = (['lines', 'area', 'bars', 'stacked'] as const).map((type) =>
      spec(answer, type).marks.map((m) => m.kind),
    );
    expect(kinds.map(([kind]) => kind)).to.deep.equal(['line', 'area', 'bars', 'stacked-bars']);
    expect(spec(answer).marks.map(({ label }) => label)).to.deep.equal(['x', 'y z']);
    expect(spec(answer).y).to.deep.equal({ unit: 'widgets' });
    expect(spec(answer, 'bars').y).to.deep.equal({ unit: 'widgets', min: 0 });
    expect(spec(answer, 'lines', 'own', 'bytes').marks[0]?.unit).to.equal('bytes');
  });

  it('knows replicas, percentiles and limits by their labels', () => {
    const answer = frame('ratio', [
      [{ replica: 'r1' }, 0.5],
      [{ quantile: '0.99' }, 0.9],
      [{ series: 'limit' }, 1],
    ]);
    expect(spec(answer, 'bars').marks.map(({ role, kind }) => [role, kind])).to.deep.equal([
      ['replica-4', 'bars'],
      ['quantile-99', 'bars'],
      ['limit', 'threshold'],
    ]);
    expect(spec(answer).y).to.deep.include({ max: 1 });
  });

  it('stacks no bound, no wish and no highest value of a metric on its values', () => {
    const queue = frame(
      'requests',
      [
        [{}, 2],
        [{ series: 'max' }, 9],
      ],
      'queue',
    );
    expect(spec(queue, 'stacked', 'queue').marks.map(({ label, kind }) => [label, kind])).to.deep.equal([
      ['Queue', 'stacked-bars'],
      ['max', 'line'],
    ]);
    const names = ['desired', 'running', 'minimum', 'maximum'];
    const replicas = frame(
      'replicas',
      names.map((series) => [{ series }, 1]),
      'replicas',
    );
    expect(spec(replicas, 'stacked', 'replicas').marks.map(({ kind }) => kind)).to.deep.equal([
      'threshold',
      'stacked-bars',
      'threshold',
      'threshold',
    ]);
    const cpu = frame(
      'ratio',
      [
        [{ series: 'threshold' }, 0.8],
        [{ replica: 'r1' }, 0.5],
      ],
      'cpu',
    );
    expect(spec(cpu, 'area', 'cpu').marks.map(({ kind }) => kind)).to.deep.equal(['threshold', 'area']);
    // What a query names only its owner knows.
    expect(spec(queue, 'stacked').marks.map(({ kind }) => kind)).to.deep.equal(['stacked-bars', 'stacked-bars']);
  });

  it('says how long counts count, and begins known metrics at zero', () => {
    expect(spec(frame('requests', [[{ status: '200' }, 3]]), 'stacked', 'requests').y).to.deep.equal({
      unit: 'requests',
      per: '1 min',
      min: 0,
    });
    expect(spec(frame('requests', [[{}, 3]], 'queue'), 'area', 'queue').marks[0]?.label).to.equal('Queue');
  });

  it('shows tokens by the second, and says so with each name of its table', () => {
    const { y, marks, columns } = spec(frame('tokens', [[{ direction: 'input' }, 90]]), 'stacked', 'tokens');
    expect(y).to.deep.equal({ unit: 'tokens/s', min: 0 });
    expect(marks[0]).to.deep.include({ label: 'input', unit: 'tokens/s' });
    expect(Array.from(marks[0]?.values ?? [])).to.deep.equal([1.5, Number.NaN]);
    expect(columns?.[0]).to.deep.include({ label: 'input (tokens/s)', values: marks[0]?.values });
  });

  it('divides an unfinished step by what has passed of it, and tells nothing of one that has hardly begun', () => {
    const counts = Float64Array.of(60, 60, 60);
    const times = [0, 60_000, 120_000];
    const at = (now: number, completeUntil = 60_000): number[] =>
      Array.from(perSecond(counts, times, 60_000, { now, completeUntil }));
    expect(at(90_000)).to.deep.equal([1, 2, 1]);
    expect(at(62_000)).to.deep.equal([1, Number.NaN, 1]);
    expect(at(200_000)).to.deep.equal([1, 1, 1]);
    expect(at(30_000, 180_000)).to.deep.equal([1, 1, 1]);
  });
});

async function setUp(source = new TestSource()) {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${source}>
      <ie-metric-chart metric="tokens" type="stacked"></ie-metric-chart>
    </ie-timeframe>
  `);
  const chart = timeframe.querySelector<MetricChart>('ie-metric-chart');
  if (!chart) throw new Error('There is no chart');
  return { timeframe, chart, source };
}

describe('<ie-metric-chart>', () => {
  it('asks for its metric by its labels, and in bars', async () => {
    const { chart, source, timeframe } = await setUp();
    await drawn(chart);
    expect(source.requests[0]).to.deep.include({ metric: 'tokens', by: ['direction'], step: timeframe.state.barStep });
    expect(textOf(chart)).to.include('Tokens');
  });

  it('asks for a query, by the labels that it is told', async () => {
    const { chart, source, timeframe } = await setUp();
    await drawn(chart);
    chart.metric = null;
    chart.query = 'sum(up)';
    chart.type = 'lines';
    chart.by = 'replica zone';
    await until(() => source.requests.some(({ query }) => query));
    const step = timeframe.state.lineStep;
    expect(source.requests.at(-1)).to.deep.include({ query: 'sum(up)', by: ['replica', 'zone'], step });
    await chart.updateComplete;
    expect(textOf(chart)).to.include('sum(up)');
  });

  it('asks percentiles of a distribution', async () => {
    const { chart, source } = await setUp();
    chart.metric = 'time-to-first-token';
    await until(() => source.requests.some(({ metric }) => metric === 'time-to-first-token'));
    expect(source.requests.at(-1)?.quantiles).to.deep.equal([0.99, 0.95, 0.9, 0.5]);
  });

  for (const type of ['lines', 'area', 'bars', 'stacked']) {
    it(`draws ${type}, with an unfinished step`, async () => {
      const { chart } = await setUp(new TestSource((request) => answerTo(request, { names: ['input', 'output'] })));
      chart.type = type;
      await drawn(chart);
      const canvas = canvasOf(chart);
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const colours = new Set<string>();
      for (let i = 0; i < pixels.length; i += 4) {
        const [r = 0, g = 0, b = 0, a = 0] = pixels.slice(i, i + 4);
        if (a > 200 && Math.max(r, g, b) - Math.min(r, g, b) > 100) colours.add(r > b ? 'warm' : 'cold');
      }
      expect([...colours].sort()).to.deep.equal(['cold', 'warm']);
    });
  }

  it('says in words that a type is none, and draws lines', async () => {
    const { chart } = await setUp();
    chart.type = 'pie';
    await drawn(chart);
    await until(() => inside(chart, '.strip'));
    expect(textOf(chart)).to.include('"pie" is no type of chart');
  });

  it('says that no metric is named, until one is', async () => {
    const { chart } = await setUp();
    const told = nextEvent<{ error: Error }>(chart, 'ie-error');
    chart.metric = '';
    expect((await told).detail.error.message).to.equal('No metric is named; write metric or query');
    await until(() => inside(chart, '.strip'));
    chart.query = 'up';
    await until(() => !inside(chart, '.strip'));
  });
});
