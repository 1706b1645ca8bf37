import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe, Toolbar } from '../../src/elements/index.js';
import { sendKeys, sendMouse, resetMouse } from '../support/commands.js';
import { drawn, FROM, inside, nextEvent, nextFrame, part, TestSource, TO, until } from './support.js';

async function setUp(view = '') {
  const source = new TestSource();
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" view=${view} .source=${source}>
      <ie-toolbar></ie-toolbar>
      <ie-view name="requests" label="Requests"><ie-requests-chart></ie-requests-chart></ie-view>
      <ie-view name="latency"><ie-latency-chart></ie-latency-chart></ie-view>
    </ie-timeframe>
  `);
  const [toolbar, requests, latency] = ['ie-toolbar', 'ie-requests-chart', 'ie-latency-chart'].map((tag) =>
    timeframe.querySelector<Toolbar>(tag),
  );
  if (!toolbar || !requests || !latency) throw new Error('The page is not whole');
  await until(() => inside(toolbar, '[part=views]'));
  const radios = (): HTMLInputElement[] => [...(toolbar.shadowRoot?.querySelectorAll('input') ?? [])];
  const checked = (): number => radios().findIndex((radio) => radio.checked);
  return { source, timeframe, toolbar, requests, latency, radios, checked };
}

const MINUTE = 60_000;
const isShown = (element: Element): boolean => element.getClientRects().length > 0;

describe('views', () => {
  it('show the first one, and ask nothing for the others', async () => {
    const { source, requests, latency, toolbar, checked } = await setUp();
    await drawn(requests);
    expect([isShown(requests), isShown(latency), checked()]).to.deep.equal([true, false, 0]);
    expect(source.requests.map(({ metric }) => metric)).not.to.include('latency');
    const names = [...part(toolbar, '[part=views]').querySelectorAll('span')].map((span) => span.textContent);
    expect(names).to.deep.equal(['Requests', 'latency']);
  });

  it('are shown by the switch as a listener of the change left them', async () => {
    const { timeframe, toolbar, checked } = await setUp();
    timeframe.addEventListener('ie-view-change', ({ detail }) => {
      if (detail.view === 'latency') timeframe.setState({ view: 'requests' });
    });
    timeframe.setState({ view: 'latency' });
    await toolbar.updateComplete;
    expect([timeframe.state.view, checked()]).to.deep.equal(['requests', 0]);
    const told: string[] = [];
    timeframe.addEventListener('ie-view-change', ({ detail }) => told.push(detail.view));
    timeframe.view = 'latency';
    await nextFrame();
    expect(told).to.have.members(['requests', 'latency']);
    expect([timeframe.state.view, checked()]).to.deep.equal(['requests', 0]);
  });

  it('change by a click, and draw what is shown', async () => {
    const { timeframe, requests, latency, source, radios, toolbar, checked } = await setUp();
    await drawn(requests);
    const told = nextEvent<{ view: string }>(timeframe, 'ie-view-change');
    const { left, top, width, height } = radios()[1]?.closest('label')?.getBoundingClientRect() ?? new DOMRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    expect((await told).detail).to.deep.equal({ view: 'latency' });
    await drawn(latency);
    await toolbar.updateComplete;
    expect([isShown(requests), isShown(latency), checked()]).to.deep.equal([false, true, 1]);
    const before = source.requests.length;
    timeframe.store.request({ type: 'refresh' });
    await until(() => source.requests.length > before);
    await nextFrame();
    expect(source.requests.slice(before).map(({ metric }) => metric)).not.to.include('requests');
    await resetMouse();
  });

  it('have the steps of their own widths, also after a visit to a wider one', async () => {
    const source = new TestSource();
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" .source=${source}>
        <ie-view name="half"><ie-replica-status></ie-replica-status></ie-view>
        <ie-view name="whole"><ie-replica-status view="timeline"></ie-replica-status></ie-view>
      </ie-timeframe>
    `);
    const [bars, lanes] = timeframe.querySelectorAll('ie-replica-status');
    if (!bars || !lanes) throw new Error('The charts are missing');
    bars.style.width = '320px';
    lanes.style.width = '760px';
    await drawn(bars);
    await until(() => bars.getBoundingClientRect().width === 320 && bars.frames[0]?.step === 2 * MINUTE);
    const show = (view: string): void => timeframe.store.request({ type: 'view', view });
    show('whole');
    await until(() => source.requests.some(({ metric, step }) => metric === 'replica-states' && step === MINUTE));
    show('half');
    await until(() => isShown(bars));
    for (let i = 0; i < 5; i++) await nextFrame();
    expect([timeframe.state.barStep, bars.frames[0]?.step]).to.deep.equal([2 * MINUTE, 2 * MINUTE]);
  });

  it('change by the arrow keys, as a group of radio buttons', async () => {
    const { timeframe, radios } = await setUp();
    radios()[0]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(timeframe.state.view).to.equal('latency');
    // Back by the other arrow: WebKit's radio groups do not go round.
    await sendKeys({ press: 'ArrowLeft' });
    expect(timeframe.state.view).to.equal('requests');
  });

  it('show the one that the attribute names, and tell no change of it', async () => {
    let told = 0;
    const tell = (): number => told++;
    addEventListener('ie-view-change', tell);
    const { requests, latency, checked } = await setUp('latency');
    await drawn(latency);
    expect([isShown(requests), isShown(latency), checked(), told]).to.deep.equal([false, true, 1, 0]);
    removeEventListener('ie-view-change', tell);
  });

  it('are in the switch in the order of the page, and leave it with their element', async () => {
    const { timeframe, toolbar } = await setUp();
    const view = document.createElement('ie-view');
    view.name = 'early';
    toolbar.after(view);
    await until(() => timeframe.state.views.length === 3);
    expect(timeframe.state.views.map(({ name }) => name)).to.deep.equal(['early', 'requests', 'latency']);
    view.remove();
    timeframe.querySelector('ie-view')?.remove();
    await toolbar.updateComplete;
    expect(timeframe.state.view).to.equal('latency');
    expect(inside(toolbar, '[part=views]')).to.equal(null);
  });
});
