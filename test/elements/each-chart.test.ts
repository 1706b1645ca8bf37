import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { CASES, caseSource, FROM, TO } from '../../demo/cases/case-source.js';
import type { Timeframe } from '../../src/elements/index.js';
import { abilities, holdKey, resetMouse, sendKeys, sendMouse, swipe, touch } from '../support/commands.js';
import { HOUR, inside, nextFrame, part, placeIn, ready, until } from './support.js';

const MINUTE = 60_000;

/** Each chart in each of its forms, and what its tooltip names. */
const CHARTS: readonly (readonly [name: string, content: TemplateResult, told: string, replicas?: number])[] = [
  ['requests', html`<ie-requests-chart></ie-requests-chart>`, '2XX'],
  ['requests by status', html`<ie-requests-chart details></ie-requests-chart>`, '429'],
  ['pending requests', html`<ie-pending-chart></ie-pending-chart>`, 'pending requests'],
  ['latency', html`<ie-latency-chart></ie-latency-chart>`, 'Median'],
  ['latency as a heatmap', html`<ie-latency-chart view="heatmap"></ie-latency-chart>`, 's'],
  ['replicas', html`<ie-replica-status></ie-replica-status>`, 'running'],
  ['lanes', html`<ie-replica-status view="timeline"></ie-replica-status>`, 'running', 3],
  ['lanes that scroll', html`<ie-replica-status view="timeline"></ie-replica-status>`, 'llm-chat', 64],
  ['CPU', html`<ie-hardware-chart metric="cpu"></ie-hardware-chart>`, 'Average'],
  ['GPU memory of each replica', html`<ie-hardware-chart metric="gpu-memory" details></ie-hardware-chart>`, 'llm-chat'],
  ['any metric as lines', html`<ie-metric-chart metric="queue"></ie-metric-chart>`, 'Queue'],
  ['any metric as an area', html`<ie-metric-chart metric="kv-cache" type="area"></ie-metric-chart>`, 'KV Cache'],
  ['any metric as bars', html`<ie-metric-chart metric="tokens" type="bars"></ie-metric-chart>`, 'output'],
  ['any metric as stacked bars', html`<ie-metric-chart metric="tokens" type="stacked"></ie-metric-chart>`, 'Total'],
  [
    'any distribution as a heatmap',
    html`<ie-metric-chart metric="time-to-first-token" type="heatmap"></ie-metric-chart>`,
    's',
  ],
];

async function mount(
  content: TemplateResult,
  replicas: number,
): Promise<{ readonly timeframe: Timeframe; readonly chart: Element }> {
  const one = CASES.find((each) => each.replicas === replicas && each.name !== 'empty');
  if (!one) throw new Error('No such case');
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${caseSource(one)}>${content}</ie-timeframe>
  `);
  const chart = timeframe.firstElementChild;
  if (!chart) throw new Error('No chart');
  await until(() => ready(chart) && inside(chart, '.plot')?.ariaBusy === 'false');
  for (let i = 0; i < 4; i++) await nextFrame();
  return { timeframe, chart };
}

const tooltip = (chart: Element): string =>
  inside(chart, '.tooltip')?.matches(':popover-open') ? (part(chart, '.tooltip').textContent ?? '') : '';

/** The range is, but for whole steps, this one; minutes of the hour. */
function expectRange({ state }: Timeframe, from: number, to: number): void {
  const slack = 3 * MINUTE;
  expect(state.range.from).to.be.within(HOUR.from + from * MINUTE - slack, HOUR.from + from * MINUTE + slack);
  expect(state.range.to).to.be.within(HOUR.from + to * MINUTE - slack, HOUR.from + to * MINUTE + slack);
}

for (const [name, content, told, replicas = 3] of CHARTS) {
  describe(`a chart of ${name}`, () => {
    afterEach(async () => {
      await resetMouse();
      scrollTo(0, 0);
    });

    it('tells its values at the mouse, and zooms by a drag', async () => {
      const { timeframe, chart } = await mount(content, replicas);
      const at = (x: number): [number, number] => {
        const { x: left, y: top } = placeIn(chart, x);
        return [left, top];
      };
      await sendMouse({ type: 'move', position: at(0.6) });
      await until(() => tooltip(chart).includes(told));
      expect(tooltip(chart)).to.match(/10:3\d/);
      await sendMouse({ type: 'move', position: at(0.25) });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: at(0.4) });
      await sendMouse({ type: 'move', position: at(0.5) });
      expect(timeframe.state.brushing).to.equal(true);
      await sendMouse({ type: 'up' });
      await until(() => !timeframe.state.brushing);
      expectRange(timeframe, 15, 30);
    });

    it('tells its values by a tap, and zooms by a long press and a drag', async function () {
      if (!(await abilities()).touch) this.skip();
      const { timeframe, chart } = await mount(content, replicas);
      await swipe(placeIn(chart, 0.6));
      await until(() => tooltip(chart).includes(told));
      expect(tooltip(chart)).to.match(/10:3\d/);
      expect(timeframe.state.range).to.deep.equal(HOUR);
      await touch('touchStart', [placeIn(chart, 0.25)]);
      await until(() => timeframe.state.brushing);
      await touch('touchMove', [placeIn(chart, 0.4)]);
      await touch('touchMove', [placeIn(chart, 0.5)]);
      await touch('touchEnd');
      await until(() => !timeframe.state.brushing);
      expectRange(timeframe, 15, 30);
    });

    it('tells its values by the keys, and zooms by them', async () => {
      const { timeframe, chart } = await mount(content, replicas);
      part(chart, '.plot').focus();
      await sendKeys({ press: 'End' });
      await until(() => tooltip(chart) !== '');
      for (let i = 0; i < 3; i++) await sendKeys({ press: 'ArrowLeft' });
      await until(() => tooltip(chart).includes(told) && inside(chart, '[aria-live]')?.textContent);
      await holdKey('Shift', true);
      for (let i = 0; i < 4; i++) await sendKeys({ press: 'ArrowLeft' });
      await holdKey('Shift', false);
      await until(() => timeframe.state.brushing);
      await sendKeys({ press: 'Enter' });
      await until(() => !timeframe.state.brushing);
      expect(timeframe.state.canGoBack).to.equal(true);
      expect(timeframe.state.range.to - timeframe.state.range.from).to.be.below(45 * MINUTE);
    });
  });
}
