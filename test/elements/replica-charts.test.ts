import { expect, fixture, html } from '@open-wc/testing';
import type { FrameRequest } from '../../src/core/index.js';
import type { ReplicaStatus, Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import {
  drawn,
  FROM,
  HOUR,
  inside,
  nextEvent,
  nextFrame,
  part,
  placeIn,
  TestSource,
  textOf,
  TO,
  until,
} from './support.js';
import { answerReplicas } from './replica-answers.js';

const source = (replicas: number): TestSource =>
  new TestSource((request: FrameRequest) => answerReplicas(request, HOUR, replicas));

async function pageOf(replicas: number, content = html`<ie-replica-status></ie-replica-status>`): Promise<Timeframe> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source(replicas)}
      >${content}</ie-timeframe
    >
  `);
  await drawn(...timeframe.children);
  return timeframe;
}

function status(timeframe: Timeframe): ReplicaStatus {
  const found = timeframe.querySelector('ie-replica-status');
  if (!found) throw new Error('No replicas');
  return found;
}

const legendOf = (chart: Element): (string | undefined)[] =>
  [...(chart.shadowRoot?.querySelectorAll('.key') ?? [])].map((key) => key.textContent?.trim());

const rowsOf = (chart: Element): string =>
  [...(chart.shadowRoot?.querySelectorAll<HTMLElement>('.tooltip-row:not([hidden])') ?? [])]
    .map((row) => row.textContent)
    .join('; ');

describe('replica status', () => {
  afterEach(() => resetMouse());

  it('turns its bars into lanes by the switch, and back', async () => {
    const chart = status(await pageOf(3));
    expect(legendOf(chart)).to.deep.equal(['running', 'Current max replicas']);
    part<HTMLButtonElement>(chart, '.switch').click();
    await until(() => legendOf(chart).includes('pulling') && chart.frames[0]?.kind === 'intervals');
    expect(chart.view).to.equal('timeline');
    expect(chart.hasAttribute('view')).to.equal(false);
    part<HTMLButtonElement>(chart, '.switch').click();
    await until(() => legendOf(chart)[1] === 'Current max replicas');
  });

  it('says at the pointer which state each replica was in and how long it took', async () => {
    const chart = status(await pageOf(2, html`<ie-replica-status view="timeline"></ie-replica-status>`));
    await until(() => chart.frames[0]?.kind === 'intervals' && inside(chart, '.u-over'));
    const { x, y } = placeIn(chart, 0.3);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => rowsOf(chart).includes('replica-1'));
    expect(rowsOf(chart)).to.contain('replica-0pulling 10 min');
    expect(rowsOf(chart)).to.contain('replica-1pulling 10 min');
  });

  it('scrolls lanes that find no room, down to the last', async () => {
    const chart = status(await pageOf(500, html`<ie-replica-status view="timeline"></ie-replica-status>`));
    await until(() => inside(chart, '.lanes')?.hidden === false);
    const box = part(chart, '.lanes');
    box.scrollTop = box.scrollHeight;
    await nextEvent(box, 'scroll');
    const { x, y } = placeIn(chart, 0.5, 0.97);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => rowsOf(chart).includes('replica-499'));
    expect(rowsOf(chart)).to.not.contain('replica-0p');
  });

  it('needs no scrolling for a few', async () => {
    const chart = status(await pageOf(2, html`<ie-replica-status view="timeline"></ie-replica-status>`));
    await until(() => chart.frames[0]?.kind === 'intervals');
    await chart.updateComplete;
    expect(inside(chart, '.lanes')?.hidden).to.equal(true);
  });

  it('scrolls lanes that a lower box has no room for', async () => {
    const chart = status(await pageOf(10, html`<ie-replica-status view="timeline"></ie-replica-status>`));
    chart.style.setProperty('--ie-plot-height', '700px');
    await until(() => inside(chart, '.lanes')?.hidden === true && chart.frames[0]?.kind === 'intervals');
    for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
    await chart.updateComplete;
    expect(inside(chart, '.lanes')?.hidden).to.equal(true);
    chart.style.setProperty('--ie-plot-height', '160px');
    await until(() => inside(chart, '.lanes')?.hidden === false);
  });

  it('says which views there are where it is given another', async () => {
    const chart = status(await pageOf(1));
    const told = nextEvent<{ error: Error }>(chart, 'ie-error');
    chart.view = 'pie';
    expect((await told).detail.error.message).to.contain('bars or timeline');
  });
});

describe('pending and hardware charts', () => {
  it('word their numbers anew in another language', async () => {
    const timeframe = await pageOf(2, html`<ie-pending-chart threshold="1.5"></ie-pending-chart>`);
    const pending = timeframe.querySelector('ie-pending-chart');
    if (!pending) throw new Error('No chart');
    await until(() => legendOf(pending).includes('Scale-up threshold (1.5 a replica)'));
    timeframe.locale = 'de';
    await until(() => legendOf(pending).includes('Scale-up threshold (1,5 a replica)'));
  });

  it('draw what the source tells, threshold and limit with it', async () => {
    const timeframe = await pageOf(
      2,
      html`<ie-pending-chart threshold="2"></ie-pending-chart><ie-hardware-chart metric="memory"></ie-hardware-chart>`,
    );
    const [pending, memory] = timeframe.children;
    if (!pending || !memory) throw new Error('No charts');
    await until(() => legendOf(pending).length === 2 && legendOf(memory)[0]?.includes('running'));
    expect(legendOf(pending)).to.deep.equal(['pending requests (all replicas)', 'Scale-up threshold (2 a replica)']);
    expect(legendOf(memory)).to.deep.equal(['Average (running replicas)', 'Maximum available memory']);
    part<HTMLButtonElement>(memory, '.switch').click();
    await until(() => legendOf(memory).length === 3);
    expect(legendOf(memory).slice(0, 2)).to.deep.equal(['replica-0', 'replica-1']);
  });

  it('draw only with the states of the replicas, or with word that there are none', async () => {
    let end = (): void => undefined;
    const waits = (): Promise<void> => new Promise((resolve) => (end = resolve));
    const slow = new TestSource(async (request: FrameRequest) => {
      const answer = answerReplicas(request, HOUR, 2);
      if (request.shape === 'intervals') await waits();
      return answer;
    });
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" .source=${slow}
        ><ie-hardware-chart></ie-hardware-chart
      ></ie-timeframe>
    `);
    const [chart] = timeframe.children;
    if (!chart) throw new Error('No chart');
    const seen = new Set<string | undefined>();
    const look = (): void => void seen.add(legendOf(chart)[0]);
    const looking = setInterval(look, 5);
    await nextEvent(chart, 'ie-data');
    await until(() => slow.requests.some(({ shape }) => shape === 'intervals'));
    for (let i = 0; i < 5; i++) await nextFrame();
    expect([part(chart, '.plot').getAttribute('aria-busy'), textOf(chart).includes('No data')]).to.deep.equal([
      'true',
      false,
    ]);
    end();
    await until(() => part(chart, '.plot').getAttribute('aria-busy') === 'false');
    await nextFrame();
    clearInterval(looking);
    expect([...seen].filter(Boolean)).to.deep.equal(['Average (running replicas)']);

    timeframe.source = new TestSource((request: FrameRequest) => {
      if (request.shape === 'intervals') throw new Error('nobody knows');
      return answerReplicas(request, HOUR, 2);
    });
    await until(() => legendOf(chart)[0] === 'Average (all replicas)');
    expect(textOf(chart)).to.contain('nobody knows');
  });

  it('go on with the usual where an attribute cannot be read, and say so', async () => {
    const timeframe = await pageOf(
      1,
      html`<ie-pending-chart></ie-pending-chart><ie-hardware-chart></ie-hardware-chart>`,
    );
    const [pending, hardware] = timeframe.children;
    if (!pending || !hardware) throw new Error('No charts');
    pending.setAttribute('threshold', 'many');
    hardware.setAttribute('metric', 'disk');
    await until(() => textOf(pending).includes('no threshold') && textOf(hardware).includes('no hardware'));
    expect(textOf(hardware)).to.contain('CPU Usage');
  });
});
