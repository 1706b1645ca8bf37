import { expect, fixture, html } from '@open-wc/testing';
import type { Frame, FrameRequest } from '../../src/core/index.js';
import type { Timeframe } from '../../src/elements/index.js';
import { doubleClick, resetMouse, sendMouse } from '../support/commands.js';
import { answerReplicas } from './replica-answers.js';
import { drawn, FROM, HOUR, inside, nextEvent, part, TestSource, TO, until } from './support.js';

/** A time frame of which the autoscaler may add replicas: `count` is how many there are. */
async function setUp(replicas = 'all') {
  const autoscaler = { count: 3 };
  const source = new TestSource((request: FrameRequest): Frame => {
    const frame = answerReplicas(request, HOUR, autoscaler.count);
    const wanted = (name = 'limit'): boolean =>
      !request.replicas || name === 'limit' || request.replicas.includes(name);
    // The last step still fills, so that there is something to ask with each refresh.
    const completeUntil = HOUR.to - (request.step ?? 0);
    if (frame.kind === 'series')
      return { ...frame, completeUntil, series: frame.series.filter(({ name }) => wanted(name)) };
    if (frame.kind !== 'intervals') return frame;
    const runs = [{ from: HOUR.to - 600_000, to: HOUR.to, state: 'running' }];
    const lanes = frame.lanes.filter(({ name }) => wanted(name)).map((lane) => ({ ...lane, intervals: runs }));
    return { ...frame, completeUntil, lanes };
  });
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} replicas=${replicas} timezone="UTC" .source=${source}>
      <ie-toolbar></ie-toolbar>
      <ie-hardware-chart metric="cpu" details></ie-hardware-chart>
      <ie-replica-status view="timeline"></ie-replica-status>
    </ie-timeframe>
  `);
  const [chart, lanes] = timeframe.querySelectorAll<HTMLElementTagNameMap['ie-hardware-chart']>(
    'ie-hardware-chart, ie-replica-status',
  );
  const toolbar = timeframe.querySelector('ie-toolbar');
  if (!chart || !lanes || !toolbar) throw new Error('The charts are missing');
  await drawn(chart, lanes);
  // What a double click does comes after the first painting.
  await until(() => inside(chart, '[part=menu-button]'));
  const keys = (): HTMLElement[] => [...(chart.shadowRoot?.querySelectorAll<HTMLElement>('.key') ?? [])];
  const press = async (name: string, twice = false): Promise<void> => {
    const key = (): HTMLElement | undefined => keys().find(({ textContent }) => textContent.trim() === name);
    await until(key);
    const { left, top, width, height } = key()?.getBoundingClientRect() ?? new DOMRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    if (twice) await doubleClick({ x, y });
    else await sendMouse({ type: 'click', position: [x, y] });
  };
  const lines = (): string =>
    chart.frames
      .flatMap((frame) => (frame.kind === 'series' ? frame.series.map(({ name }) => name) : []))
      .filter((name) => name !== 'limit')
      .join(' ');
  const label = (): string => part(toolbar, '[part=replicas] button').textContent.trim();
  const grow = async (count: number): Promise<void> => {
    autoscaler.count = count;
    timeframe.store.request({ type: 'refresh' });
    await until(() => timeframe.state.knownReplicas.length >= count);
  };
  return { timeframe, source, press, lines, label, grow };
}

describe('a replica that comes', () => {
  afterEach(() => resetMouse());

  it('is shown while another one is hidden', async () => {
    const { timeframe, press, lines, label, grow } = await setUp();
    const told = nextEvent(timeframe, 'ie-replicas-change');
    await press('replica-1');
    await until(() => lines() === 'replica-0 replica-2');
    expect((await told).detail).to.deep.equal({ replicas: ['replica-0', 'replica-2'], except: ['replica-1'] });
    await until(() => label() === 'All but replica-1');
    await grow(4);
    await until(() => lines() === 'replica-0 replica-2 replica-3');
    await press('replica-3');
    await until(() => label() === 'All but 2');
    await press('replica-1');
    await until(() => label() === 'All but replica-3');
    await press('replica-3');
    await until(() => label() === 'All');
    expect(timeframe.getState().replicas).to.equal(null);
  });

  it('stays out where one is shown alone', async () => {
    const { timeframe, press, lines, label, grow } = await setUp();
    await press('replica-1', true);
    await until(() => lines() === 'replica-1');
    expect([timeframe.getState().replicas, label()]).to.deep.equal([['replica-1'], 'replica-1']);
    timeframe.store.request({ type: 'refresh' });
    await grow(3);
    await until(() => lines() === 'replica-1');
    expect(timeframe.state.replicas).to.deep.equal(['replica-1']);
  });

  it('stays out where some are chosen by name, also after one of them was hidden', async () => {
    const { timeframe, press, lines } = await setUp('replica-0 replica-1');
    await until(() => lines() === 'replica-0 replica-1');
    await press('replica-1');
    await until(() => lines() === 'replica-0');
    expect(timeframe.getState().replicas).to.deep.equal(['replica-0']);
  });

  it('is found by an attribute that leaves others out', async () => {
    const { timeframe, lines, label, grow } = await setUp('!replica-0');
    await until(() => lines() === 'replica-1 replica-2');
    await until(() => label() === 'All but replica-0');
    await grow(5);
    await until(() => lines() === 'replica-1 replica-2 replica-3 replica-4');
    expect(timeframe.replicas).to.equal('!replica-0');
    timeframe.replicas = { except: ['replica-4'] };
    await until(() => lines() === 'replica-0 replica-1 replica-2 replica-3');
    expect(timeframe.replicas).to.equal('!replica-4');
  });
});
