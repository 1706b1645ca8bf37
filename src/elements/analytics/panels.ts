import { html, nothing, type TemplateResult } from 'lit';
import { PAGE_WORDS, USUAL_QUANTILES } from '../../core/index.js';
import type { Supplied, Supply } from './supply.js';

/** Parts of a chart that a page may style from outside. */
const CHART_PARTS = 'card, header, title, values, switch, plot, legend, legend-item, tooltip, lanes';
const STAT_PARTS = 'card: stat, label: stat-label, value: stat-value, share: stat-share, change: stat-change';

/** One chart or box of the page; a slot of its name takes another one in its place. */
export interface Panel {
  readonly slot: string;
  readonly metric: string;
  readonly content: TemplateResult;
}

export interface PageView {
  readonly name: string;
  readonly label: string;
  readonly stats: readonly Panel[];
  readonly charts: readonly Panel[];
  /** The view is shown only where the source has one of these metrics, or may yet say so. */
  readonly onlyWith?: readonly string[];
}

const stat = (metric: string, of: string): Panel => ({
  slot: `${metric}-${of}`,
  metric,
  content: html`<ie-stat metric=${metric} of=${of} exportparts=${STAT_PARTS}></ie-stat>`,
});

const hardware = (metric: string): Panel => ({
  slot: metric,
  metric,
  content: html`<ie-hardware-chart metric=${metric} exportparts=${CHART_PARTS}></ie-hardware-chart>`,
});

const chart = (metric: string, type: string, slot = metric): Panel => ({
  slot,
  metric,
  content: html`<ie-metric-chart metric=${metric} type=${type} exportparts=${CHART_PARTS}></ie-metric-chart>`,
});

/** The whole page, in its order. */
const VIEWS: readonly PageView[] = [
  {
    name: 'requests',
    label: PAGE_WORDS.requestsView,
    stats: [
      ...['2xx', '3xx', '4xx', '5xx'].map((name) => stat('requests', name)),
      ...USUAL_QUANTILES.map((quantile) => stat('latency', String(quantile))),
    ],
    charts: [
      {
        slot: 'requests-chart',
        metric: 'requests',
        content: html`<ie-requests-chart exportparts=${CHART_PARTS}></ie-requests-chart>`,
      },
      {
        slot: 'pending-chart',
        metric: 'pending',
        content: html`<ie-pending-chart exportparts=${CHART_PARTS}></ie-pending-chart>`,
      },
      {
        slot: 'latency-chart',
        metric: 'latency',
        content: html`<ie-latency-chart exportparts=${CHART_PARTS}></ie-latency-chart>`,
      },
      {
        slot: 'replica-status',
        metric: 'replicas',
        content: html`<ie-replica-status exportparts=${CHART_PARTS}></ie-replica-status>`,
      },
    ],
  },
  {
    name: 'compute',
    label: PAGE_WORDS.computeView,
    stats: [],
    charts: ['cpu', 'memory', 'gpu', 'gpu-memory'].map(hardware),
  },
  {
    name: 'timeline',
    label: PAGE_WORDS.timelineView,
    stats: [],
    charts: [
      {
        slot: 'replica-timeline',
        metric: 'replica-states',
        content: html`<ie-replica-status
          class="wide"
          heading=${PAGE_WORDS.timelineHeading}
          view="timeline"
          time-to-ready
          exportparts=${CHART_PARTS}
        ></ie-replica-status>`,
      },
    ],
  },
  {
    name: 'tokens',
    label: PAGE_WORDS.tokensView,
    onlyWith: ['tokens', 'time-to-first-token', 'time-per-output-token', 'kv-cache'],
    stats: [
      ...['input', 'output'].map((direction) => stat('tokens', direction)),
      ...['0.99', '0.5'].map((quantile) => stat('time-to-first-token', quantile)),
      ...['0.99', '0.5'].map((quantile) => stat('time-per-output-token', quantile)),
    ],
    charts: [
      chart('tokens', 'stacked', 'tokens-chart'),
      chart('time-to-first-token', 'lines'),
      chart('time-per-output-token', 'lines'),
      chart('queue', 'area'),
      chart('batch', 'area'),
      chart('kv-cache', 'area'),
    ],
  },
];

const mayCome = (supplied: Supplied): boolean => supplied === 'yes' || supplied === 'open';

/** The views that a source fills. What may still come has its place in the switch until it is known. */
export function viewsFor(supply: Supply, slotted: ReadonlySet<string>): readonly PageView[] {
  return VIEWS.filter(
    ({ name, onlyWith, stats, charts }) =>
      slotted.has(name) ||
      ((onlyWith?.some((metric) => mayCome(supply.has(metric))) ?? true) &&
        [...stats, ...charts].some(({ metric, slot }) => slotted.has(slot) || supply.has(metric) !== 'no')),
  );
}

/** A panel in its slot; the slot alone where the source does not have the metric. */
export function panel({ slot, metric, content }: Panel, supply: Supply): TemplateResult {
  return html`<slot name=${slot}>${supply.has(metric) === 'no' ? nothing : content}</slot>`;
}
