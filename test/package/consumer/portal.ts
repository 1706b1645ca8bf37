// A portal's own page: compiled against the packed package, never run.
import 'ie-charts';
import 'ie-charts/define/latency-chart.js';
import type { LatencyChart } from 'ie-charts';
import { Timeframe, type IeEvent } from 'ie-charts';
import { parseDuration, type Frame, type FrameRequest, type Source, type SourceFunction } from 'ie-charts/core';
import { RequestsChart } from 'ie-charts/elements/requests-chart.js';
import { discover } from 'ie-charts/loader';
import { composeSources } from 'ie-charts/sources';
import type { TimeframeStore } from 'ie-charts/timeframe';
import { type TimeframeState } from 'ie-charts/timeframe';

const timeframe = document.querySelector('ie-timeframe');
if (!timeframe) throw new Error('no time frame');

const source: SourceFunction = async ({ metric, range, step, replicas }, { signal }) => {
  const query = new URLSearchParams({
    metric,
    from: String(range.from),
    step: String(step),
    of: replicas?.join() ?? '',
  });
  const response = await fetch(`/metrics?${query.toString()}`, { signal });
  const rows: Record<string, [number, number | null][]> = await response.json();
  return rows;
};
timeframe.source = source;
const refusing: Source = { query: ({ metric }: FrameRequest): Promise<Frame> => Promise.reject(new Error(metric)) };
timeframe.source = composeSources(refusing, refusing);
timeframe.range = '6h';
timeframe.range = { from: 0, to: parseDuration('1h') };
timeframe.replicas = ['a', 'b'];
// @ts-expect-error -- A number is no range.
timeframe.range = 3600;
// @ts-expect-error -- A number is no source.
timeframe.source = 3600;

timeframe.addEventListener('ie-range-change', (event) => {
  const from: number = event.detail.range.from;
  // @ts-expect-error -- The begin of a range is a number.
  const text: string = event.detail.range.from;
  console.log(from, text);
});
timeframe.addEventListener('ie-replicas-change', ({ detail }) => console.log(detail.replicas?.length));
document.addEventListener('ie-error', ({ detail }) => console.error(detail.error.message));
const told = ({ detail, target }: IeEvent<'ie-data'>): void => console.log(detail.frame.kind, target);
document.createElement('ie-latency-chart').addEventListener('ie-data', told);

const state: TimeframeState = timeframe.state;
const chart: LatencyChart = document.createElement('ie-latency-chart');
chart.quantiles = [0.99, 0.5];
const { visibleRange } = new RequestsChart();
const isTimeframe = (element: Element): element is Timeframe => element instanceof Timeframe;
const sourceOf = (store: TimeframeStore): Source | null => store.source;
const stop: () => void = discover(document);
export { isTimeframe, sourceOf, state, stop, visibleRange };
