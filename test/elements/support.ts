import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import {
  labelSet,
  METRICS,
  type Frame,
  type FrameRequest,
  type SeriesFrame,
  type Source,
} from '../../src/core/index.js';
import type { LatencyChart, RequestsChart, Timeframe } from '../../src/elements/index.js';
import '../../src/elements/index.js';

export type Chart = RequestsChart | LatencyChart;

/** A fixed range of an hour, so that no test depends on the clock. */
export const FROM = '2026-06-01T10:00:00Z';
export const TO = '2026-06-01T11:00:00Z';
export const HOUR = { from: Date.parse(FROM), to: Date.parse(TO) };
/** The clock of the sources: the last steps of the hour still fill, so a refresh asks for them again. */
export const NOW = HOUR.to - 30_000;

/** A number in [0, 1) that is the same for the same arguments. */
const noise = (time: number, salt: number): number => {
  const mixed = Math.sin(time / 60_000 + salt * 12.9898) * 43758.5453;
  return mixed - Math.floor(mixed);
};

/** Names of series for what a chart asks by. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  requests: ['200', '302', '404', '500'],
  latency: ['0.99', '0.95', '0.9', '0.5'],
};

export interface AnswerOptions {
  readonly names?: readonly string[];
  readonly notices?: readonly string[];
  readonly value?: (time: number, nth: number) => number;
}

/** A good answer to a request, the same each time. */
export function answerTo(request: FrameRequest, { names, notices = [], value }: AnswerOptions = {}): SeriesFrame {
  const { range, step, metric, by } = request;
  const count = step === null ? 1 : Math.ceil((range.to - range.from) / step);
  const times = Float64Array.from({ length: count }, (_, i) => range.from + i * (step ?? 0));
  const label = by[0] ?? 'status';
  const latency = metric !== 'requests';
  const usual = (time: number, nth: number): number =>
    latency ? 2 / (nth + 1) + noise(time, nth) / 10 : Math.round((20 * (1 + noise(time, nth))) / (nth * nth + 1));
  return {
    kind: 'series',
    range,
    step,
    completeUntil: Math.min(range.to, step === null ? NOW : Math.floor(NOW / step) * step),
    now: NOW,
    notices,
    times,
    series: (names ?? NAMES[metric] ?? ['a']).map((name, nth) => ({
      name,
      labels: labelSet([[label, name]]),
      unit: METRICS.get(metric)?.unit ?? 'requests',
      values: times.map((time) => (value ?? usual)(time, nth)),
    })),
  };
}

/** A source whose answers a test decides: good ones at first, and each request is noted. */
export class TestSource implements Source {
  readonly requests: FrameRequest[] = [];
  answer: (request: FrameRequest) => unknown;
  replicas: readonly string[] = [];

  constructor(answer: (request: FrameRequest) => unknown = (request) => answerTo(request)) {
    this.answer = answer;
  }

  async query(request: FrameRequest): Promise<Frame> {
    this.requests.push(request);
    // What a source answers may be anything: that is what the tests are about.
    return (await this.answer(request)) as Frame;
  }

  async describe(): Promise<{ replicas: { name: string }[] }> {
    return { replicas: this.replicas.map((name) => ({ name })) };
  }
}

/** The next event of a type at an element. */
export const nextEvent = <T>(element: EventTarget, type: string): Promise<CustomEvent<T>> =>
  new Promise((resolve) => element.addEventListener(type, (event) => resolve(event as CustomEvent<T>), { once: true }));

export const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Waits, a frame at a time, until a check holds; the test's own timeout ends what never does. */
export async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await nextFrame();
}

export const inside = <E extends Element = HTMLElement>(chart: Element, selector: string): E | null =>
  chart.shadowRoot?.querySelector<E>(selector) ?? null;

/** The same, where it has to be there. */
export function part<E extends Element = HTMLElement>(chart: Element, selector: string): E {
  const found = inside<E>(chart, selector);
  if (!found) throw new Error(`<${chart.localName}> has no ${selector}`);
  return found;
}

export const canvasOf = (chart: Element): HTMLCanvasElement | null =>
  inside<HTMLCanvasElement>(chart, '.canvas canvas');

/** True once a chart is on its canvas and answers pointers and keys. */
export const ready = (chart: Element): boolean => canvasOf(chart) !== null && inside(chart, '.tooltip') !== null;

/** Waits until each chart is drawn and its interaction is there. */
export const drawn = (...charts: readonly Element[]): Promise<void> => until(() => charts.every(ready));

/** Waits for the next data of a chart, on its canvas. */
export async function nextDraw(chart: Element): Promise<void> {
  await nextEvent(chart, 'ie-data');
  await nextFrame();
  await nextFrame();
}

/** All that a reader can read in an element, its shadow root included. */
export const textOf = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

export interface Page {
  readonly timeframe: Timeframe;
  readonly requests: RequestsChart;
  readonly latency: LatencyChart;
  readonly source: TestSource;
}

/** A time frame of a fixed hour with both charts inside, not yet drawn. */
export async function page(source = new TestSource(), extra?: TemplateResult): Promise<Page> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
      ${extra}
      <ie-requests-chart></ie-requests-chart>
      <ie-latency-chart></ie-latency-chart>
    </ie-timeframe>
  `);
  const requests = timeframe.querySelector('ie-requests-chart');
  const latency = timeframe.querySelector('ie-latency-chart');
  if (!requests || !latency) throw new Error('The charts are missing');
  return { timeframe, requests, latency, source };
}

/** The same, drawn. */
export async function drawnPage(source?: TestSource, extra?: TemplateResult): Promise<Page> {
  const made = await page(source, extra);
  await drawn(made.requests, made.latency);
  return made;
}

/** A time frame of the same hour with one chart, drawn; `group` is whose cursor it has. */
export async function drawnChart(group = ''): Promise<{ timeframe: Timeframe; chart: RequestsChart }> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" group=${group} .source=${new TestSource()}>
      <ie-requests-chart></ie-requests-chart>
    </ie-timeframe>
  `);
  const chart = timeframe.querySelector('ie-requests-chart');
  if (!chart) throw new Error('No chart');
  await drawn(chart);
  return { timeframe, chart };
}

/** Place in the window of a share of a chart's plot, from its left and its top. */
export function placeIn(chart: Element, x: number, y = 0.5): { x: number; y: number } {
  const rect = part(chart, '.u-over').getBoundingClientRect();
  return { x: Math.round(rect.left + rect.width * x), y: Math.round(rect.top + rect.height * y) };
}
