import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { labelSet, type Frame, type FrameRequest, type SourceDescription } from '../../src/core/index.js';
import type { HardwareChart, PendingChart, Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import { answerReplicas } from './replica-answers.js';
import { drawn, FROM, HOUR, inside, nextEvent, nextFrame, part, placeIn, TestSource, TO, until } from './support.js';

const HALF = HOUR.from + 1_800_000;
const CAUSE = '3.2 pending requests a replica in 20 s, over 1.5';
const HOSTILE = '<img src=x onerror="document.title=1">';

/** Two replicas wanted, from 10:30 on three; the source tells of it as an event where it is asked. */
function answer(request: FrameRequest): Frame {
  const { metric, range, step } = request;
  if (metric === 'scaling') {
    const event = (at: number, kind: string, label: string, cause: string) => ({
      at,
      until: null,
      label,
      labels: labelSet(Object.entries({ kind, cause })),
    });
    const events = [
      event(HALF, 'scale-up', '2 → 3', CAUSE),
      event(HALF + 900_000, 'scale-down', HOSTILE, HOSTILE),
    ].filter(({ at }) => at >= range.from && at < range.to);
    return { kind: 'events', range, step, completeUntil: range.to, now: range.to, notices: [], events };
  }
  const frame = answerReplicas(request, HOUR, 3);
  if (frame.kind !== 'series' || metric !== 'replicas') return frame;
  const [running] = frame.series;
  if (!running) return frame;
  const values = frame.times.map((time) => (time < HALF ? 2 : 3));
  return {
    ...frame,
    series: [...frame.series, { ...running, name: 'desired', labels: labelSet([['series', 'desired']]), values }],
  };
}

class ScalingSource extends TestSource {
  metrics: readonly string[] | undefined = ['pending', 'replicas', 'replica-states', 'scaling'];
  override async describe(): Promise<SourceDescription & { replicas: { name: string }[] }> {
    return { replicas: [], ...(this.metrics && { metrics: this.metrics }) };
  }
}

const CHARTS = html`<ie-pending-chart></ie-pending-chart>
  <ie-replica-status></ie-replica-status>
  <ie-replica-status view="timeline"></ie-replica-status>`;

async function pageOf(source: TestSource, charts: TemplateResult = CHARTS): Promise<Timeframe> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>${charts}</ie-timeframe>
  `);
  await drawn(...timeframe.children);
  return timeframe;
}

const listOf = (chart: Element): string[] =>
  [...(inside(chart, 'ul[aria-label=Annotations]')?.querySelectorAll('li') ?? [])].map(
    ({ textContent }) => textContent,
  );
const notesOf = (chart: Element): string => inside(chart, '.tooltip-notes:not([hidden])')?.textContent ?? '';
const chartIn = <E extends Element>(timeframe: Element, name: string): E => {
  const found = timeframe.querySelector<E>(name);
  if (!found) throw new Error(`No ${name}`);
  return found;
};
const legendOf = (chart: Element): (string | undefined)[] =>
  [...(chart.shadowRoot?.querySelectorAll('.key') ?? [])].map((key) => key.textContent?.trim());

describe('what the autoscaler did', () => {
  afterEach(() => resetMouse());

  it('is marked with its cause on pending requests, replicas and lanes, and nowhere else', async () => {
    const source = new ScalingSource(answer);
    const timeframe = await pageOf(source, html`${CHARTS}<ie-hardware-chart></ie-hardware-chart>`);
    const [pending, bars, lanes, hardware] = timeframe.children;
    if (!pending || !bars || !lanes || !hardware) throw new Error('No charts');
    await until(() => [pending, bars, lanes].every((chart) => listOf(chart).length === 2));
    for (const chart of [pending, bars, lanes])
      expect(listOf(chart)).to.deep.equal([
        `Scaled up: 2 → 3, 1 Jun, 10:30, ${CAUSE}`,
        `Scaled down: ${HOSTILE}, 1 Jun, 10:45, ${HOSTILE}`,
      ]);
    expect(listOf(hardware)).to.deep.equal([]);
    expect(source.requests.filter(({ metric }) => metric === 'scaling')).to.have.length(1);
  });

  it('is told at the pointer, as text whatever it is', async () => {
    const timeframe = await pageOf(new ScalingSource(answer));
    const pending = chartIn(timeframe, 'ie-pending-chart');
    await until(() => listOf(pending).length === 2);
    const over = async (share: number): Promise<void> => {
      const { x, y } = placeIn(pending, share);
      await sendMouse({ type: 'move', position: [x, y] });
    };
    await over(0.5);
    await until(() => notesOf(pending) !== '');
    expect(notesOf(pending)).to.equal(`2 → 3Scaled up · 1 Jun, 10:30${CAUSE}`);
    await over(0.75);
    await until(() => notesOf(pending).includes('Scaled down'));
    expect(notesOf(pending)).to.contain(HOSTILE);
    expect(pending.shadowRoot?.querySelectorAll('img')).to.have.length(0);
  });

  it('is read from the replicas that are wanted where the source has no such events, without a cause', async () => {
    const source = new ScalingSource(answer);
    source.metrics = undefined;
    const timeframe = await pageOf(source);
    const charts = [...timeframe.children];
    await until(() => charts.every((chart) => listOf(chart).length === 1));
    for (const chart of charts) expect(listOf(chart)).to.deep.equal(['Scaled up: 2 → 3, 1 Jun, 10:30']);
    expect(source.requests.some(({ metric }) => metric === 'scaling')).to.equal(false);
  });

  it('is not made up where nobody says how many are wanted', async () => {
    const source = new ScalingSource((request) => answerReplicas(request, HOUR, 3));
    source.metrics = undefined;
    const pending = chartIn<PendingChart>(await pageOf(source), 'ie-pending-chart');
    await until(() => pending.frames.length === 2);
    for (let i = 0; i < 10; i++) await nextFrame();
    expect(listOf(pending)).to.deep.equal([]);
  });

  it('is switched off and on by an attribute; another word is told', async () => {
    const timeframe = await pageOf(new ScalingSource(answer));
    const pending = chartIn<PendingChart>(timeframe, 'ie-pending-chart');
    const bars = chartIn(timeframe, 'ie-replica-status');
    await until(() => listOf(pending).length === 2 && listOf(bars).length === 2);
    pending.setAttribute('scale-events', 'off');
    await until(() => listOf(pending).length === 0);
    expect(listOf(bars)).to.have.length(2);
    pending.scaleEvents = null;
    await until(() => listOf(pending).length === 2);
    const told = nextEvent<{ error: Error }>(pending, 'ie-error');
    pending.scaleEvents = 'sometimes';
    expect((await told).detail.error.message).to.equal('"sometimes" is no way to mark scaling; write on or off');
  });

  it('leaves the word to a page that tells of scaling itself', async () => {
    const timeframe = await pageOf(new ScalingSource(answer));
    const pending = chartIn(timeframe, 'ie-pending-chart');
    await until(() => listOf(pending).length === 2);
    timeframe.annotations = [{ at: HALF, label: 'by hand', kind: 'scale-up' }];
    await until(() => listOf(pending).join() === 'Scaled up: by hand, 1 Jun, 10:30');
    timeframe.annotations = null;
    await until(() => listOf(pending).length === 2);
  });

  it('follows another source, another range and another time frame', async () => {
    const timeframe = await pageOf(new ScalingSource(answer));
    const other = await pageOf(new ScalingSource((request) => answerReplicas(request, HOUR, 3)), html``);
    const pending = chartIn(timeframe, 'ie-pending-chart');
    await until(() => listOf(pending).length === 2);
    timeframe.store.request({ type: 'zoom', range: { from: HOUR.from, to: HALF + 60_000 } });
    await until(() => listOf(pending).length === 1);
    const counted = new ScalingSource(answer);
    counted.metrics = ['pending', 'replicas'];
    timeframe.source = counted;
    await until(() => listOf(pending)[0] === 'Scaled up: 2 → 3, 1 Jun, 10:30');
    const silent = new ScalingSource((request) => answerReplicas(request, HOUR, 3));
    silent.metrics = ['pending', 'replicas'];
    other.source = silent;
    other.append(pending);
    await until(() => inside(pending, 'canvas') && listOf(pending).length === 0);
    other.source = new ScalingSource(answer);
    await until(() => listOf(pending).length === 2);
    pending.remove();
    await nextFrame();
    timeframe.append(pending);
    await until(() => listOf(pending).length === 1);
  });

  it('tells what went wrong, and asks nothing for a chart without a place', async () => {
    const source = new ScalingSource((request) => {
      if (request.metric === 'scaling') throw new Error('no events today');
      return answer(request);
    });
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" .source=${source}
        ><ie-pending-chart></ie-pending-chart
      ></ie-timeframe>
    `);
    const pending = chartIn<PendingChart>(timeframe, 'ie-pending-chart');
    const told = await nextEvent<{ error: Error }>(pending, 'ie-error');
    expect(told.detail.error.message).to.equal('no events today');
    expect(pending.frames).to.have.length(2);
    pending.style.display = 'none';
    await nextFrame();
    await nextFrame();
    source.requests.length = 0;
    timeframe.store.request({ type: 'refresh' });
    await nextFrame();
    await nextFrame();
    expect(source.requests).to.deep.equal([]);
  });
});

describe('the threshold of hardware', () => {
  const hardwareOf = async (source: TestSource, content: TemplateResult): Promise<HardwareChart> => {
    const timeframe = await pageOf(source, content);
    return chartIn(timeframe, 'ie-hardware-chart');
  };
  const told = new TestSource((request) => {
    const frame = answerReplicas(request, HOUR, 2);
    const limit = frame.kind === 'series' ? frame.series.at(-1) : undefined;
    if (frame.kind !== 'series' || !limit) return frame;
    const values = frame.times.map(() => 0.7);
    return {
      ...frame,
      series: [...frame.series, { ...limit, name: 'threshold', labels: labelSet([['series', 'threshold']]), values }],
    };
  });

  it('is drawn where the source or the page tells it, and never made up', async () => {
    const chart = await hardwareOf(
      new TestSource((request) => answerReplicas(request, HOUR, 2)),
      html`<ie-hardware-chart metric="gpu"></ie-hardware-chart>`,
    );
    await until(() => legendOf(chart).length === 2);
    expect(legendOf(chart)).to.deep.equal(['Average (running replicas)', 'Limit']);
    chart.setAttribute('threshold', '0.8');
    await until(() => legendOf(chart)[2] === 'Scale-up threshold');
    expect(chart.toCSV().split('\n')[2]).to.match(/,0\.8$/);
    chart.threshold = 'off';
    await until(() => legendOf(chart).length === 2);
    const error = nextEvent<{ error: Error }>(chart, 'ie-error');
    chart.threshold = '80';
    expect((await error).detail.error.message).to.equal('"80" is no threshold; write a number such as 0.8, or off');
    expect(part(chart, '.strip').textContent).to.contain('no threshold');
  });

  it('comes with the data as a series of its own, and is no replica', async () => {
    const chart = await hardwareOf(told, html`<ie-hardware-chart details></ie-hardware-chart>`);
    await until(() => legendOf(chart).length === 4);
    expect(legendOf(chart)).to.deep.equal(['replica-0', 'replica-1', 'Limit', 'Scale-up threshold']);
    chart.threshold = 'off';
    await until(() => legendOf(chart).length === 3);
    chart.threshold = 0.5;
    await until(() => legendOf(chart).length === 4);
    expect(chart.toCSV().split('\n')[2]).to.match(/,0\.5$/);
  });
});
