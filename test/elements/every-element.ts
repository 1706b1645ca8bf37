import { CASES, caseSource } from '../../demo/cases/case-source.js';
import { METRICS, type Frame, type FrameRequest, type Source, type SourceDescription } from '../../src/core/index.js';
import { asSource } from '../../src/sources/index.js';
import { FROM, HOUR, inside, nextFrame, part, ready, TO, until } from './support.js';

/** Answers every metric of the library, tells of scaling, and counts who listens to it. */
export class EverySource implements Source {
  readonly #inner: Source;
  listeners = 0;

  constructor() {
    const inner = asSource(
      caseSource(CASES.find(({ name }) => name === 'unfinished') ?? { name: '', title: '', replicas: 3 }),
    );
    if (!inner) throw new Error('There is no such case');
    this.#inner = inner;
  }

  async query(request: FrameRequest, context: { readonly signal: AbortSignal }): Promise<Frame> {
    if (request.metric !== 'scaling') return this.#inner.query(request, context);
    const { range, step } = request;
    const events = [
      { at: HOUR.from + 600_000, until: null, label: '1 → 2', labels: { kind: 'scale-up', cause: 'many requests' } },
    ].filter(({ at }) => at >= range.from && at < range.to);
    return { kind: 'events', range, step, completeUntil: range.to, now: range.to, notices: [], events };
  }

  async describe(): Promise<SourceDescription> {
    return { metrics: [...METRICS.keys(), 'scaling'], replicas: [{ name: 'llm-chat-1' }, { name: 'llm-chat-2' }] };
  }

  subscribe(): () => void {
    this.listeners++;
    return () => this.listeners--;
  }
}

const CONTENT = `
  <ie-toolbar></ie-toolbar>
  <ie-navigator span="6h"></ie-navigator>
  <ie-annotation at="2026-06-01T10:20Z" label="v2"></ie-annotation>
  <ie-annotation at="2026-06-01T10:30Z" until="2026-06-01T10:40Z" label="slow" kind="incident"></ie-annotation>
  <ie-view name="requests">
    <ie-stat metric="requests" of="2xx"></ie-stat>
    <ie-stat metric="latency" of="0.99"></ie-stat>
    <ie-requests-chart details></ie-requests-chart>
    <ie-pending-chart></ie-pending-chart>
    <ie-latency-chart view="heatmap"></ie-latency-chart>
    <ie-replica-status></ie-replica-status>
    <ie-replica-status view="timeline" time-to-ready></ie-replica-status>
  </ie-view>
  <ie-view name="compute" label="Compute">
    <ie-hardware-chart metric="gpu" details></ie-hardware-chart>
    <ie-hardware-chart metric="memory"></ie-hardware-chart>
    <ie-metric-chart metric="queue" type="area"></ie-metric-chart>
    <ie-metric-chart metric="tokens" type="stacked" legend-values></ie-metric-chart>
    <ie-metric-chart metric="time-to-first-token" type="heatmap"></ie-metric-chart>
  </ie-view>`;

const press = (element: Element, key: string, more: KeyboardEventInit = {}): boolean =>
  element.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );

/** Read at the cursor, table, picture, the chart alone; all that opens is open at the end. */
async function useChart(chart: Element): Promise<void> {
  const plot = part(chart, '.plot');
  plot.focus();
  press(plot, 'End');
  press(plot, 'ArrowLeft');
  await until(() => inside(chart, '.tooltip')?.matches(':popover-open'));
  part(chart, '[part=menu-button]').click();
  await until(() => inside(chart, '.menu [role=menuitem]'));
  part(chart, '.menu [role=menuitem]').click();
  part(chart, '.menu [role=menuitem]:last-child').click();
}

const address = location.href;

/** What a page with everything on it kept outside of itself. */
export function forget(name: string): void {
  localStorage.removeItem(`ie-charts/${name}`);
  history.replaceState(null, '', address);
}

/**
 * One time frame with every element and everything that it can keep, all drawn, used and removed while panels, menus and a
 * brush are open. `name` is that of its group, its address and its
 * storage, which are empty before.
 */
export async function mountEverything(source: Source, name: string): Promise<void> {
  forget(name);
  const timeframe = document.createElement('ie-timeframe');
  Object.assign(timeframe, { from: FROM, to: TO, timezone: 'UTC', refresh: '30s', compare: 'previous', source });
  Object.assign(timeframe, { group: name, syncUrl: name, storageKey: name });
  timeframe.annotations = async () => [{ at: HOUR.from + 900_000, label: 'v1', kind: 'deployment' }];
  timeframe.innerHTML = CONTENT;
  document.body.append(timeframe);
  const charts = (view: string): Element[] => [...timeframe.querySelectorAll(`ie-view[name=${view}] > :not(ie-stat)`)];
  await until(() => charts('requests').every(ready));
  timeframe.store.cursor.move(HOUR.from + 600_000, null);
  timeframe.store.cursor.pin(HOUR.from + 600_000, null);
  for (const chart of charts('requests').slice(-2)) await useChart(chart);
  timeframe.store.request({ type: 'view', view: 'compute' });
  await until(() => charts('compute').every(ready));
  timeframe.store.request({ type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 1_200_000 } });
  await nextFrame();
  for (const toolbar of timeframe.querySelectorAll('ie-toolbar')) {
    part(toolbar, '[part=replicas] button').click();
    await until(() => inside(toolbar, '.replicas:popover-open [role=option]'));
    part(toolbar, '[part=range-button]').click();
    await until(() => inside(toolbar, '.panel:popover-open input'));
  }
  for (const chart of charts('compute').slice(-2)) await useChart(chart);
  // A brush holds back what arrives.
  for (const chart of charts('compute').slice(-1)) press(part(chart, '.plot'), 'ArrowLeft', { shiftKey: true });
  timeframe.remove();
}

const answers = (text: string) => async (): Promise<Response> => new Response(text);

/** The whole page by its tag, and both sources in markup. */
export async function mountAnalytics(source: Source): Promise<void> {
  const page = document.createElement('ie-analytics');
  Object.assign(page, { from: FROM, to: TO, timezone: 'UTC', refresh: '30s', source });
  const timeframe = document.createElement('ie-timeframe');
  const prometheus = document.createElement('ie-prometheus-source');
  const empty = answers('{"status":"success","data":{"resultType":"vector","result":[]}}');
  Object.assign(prometheus, { url: '/prometheus', profile: 'kubernetes', timeout: '1m', fetch: empty });
  const openMetrics = document.createElement('ie-openmetrics-source');
  const fetch = answers('# TYPE vllm:num_requests_running gauge\nvllm:num_requests_running 3\n# EOF\n');
  Object.assign(openMetrics, { url: '/metrics', profile: 'vllm', timeout: '1m', fetch });
  const chart = document.createElement('ie-metric-chart');
  chart.metric = 'batch';
  timeframe.append(prometheus, openMetrics, chart);
  document.body.append(page, timeframe);
  const ofPage = (): Element[] => [...(page.shadowRoot?.querySelectorAll('ie-requests-chart, ie-latency-chart') ?? [])];
  await until(() => ofPage().length === 2 && [...ofPage(), chart].every(ready));
  page.remove();
  timeframe.remove();
}
