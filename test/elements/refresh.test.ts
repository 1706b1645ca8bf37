import { expect, fixture, html } from '@open-wc/testing';
import type { Stat, Timeframe } from '../../src/elements/index.js';
import { answerTo, drawn, drawnPage, FROM, inside, nextFrame, TestSource, textOf, TO, until } from './support.js';

const HOUR = 3_600_000;

function showPage(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** This machine's clock goes on by so much at once, as it does for who sleeps. */
function skip(ms: number): void {
  const { now } = Date;
  Date.now = () => now() + ms;
}

async function refreshed() {
  const source = new TestSource();
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} refresh="30m" .source=${source}>
      <ie-requests-chart></ie-requests-chart>
    </ie-timeframe>
  `);
  const chart = timeframe.querySelector('ie-requests-chart') ?? timeframe;
  await drawn(chart);
  source.requests.length = 0;
  return { source, timeframe, chart };
}

describe('automatic refresh on a page', () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
    Reflect.deleteProperty(document, 'hidden');
  });

  it('asks at once when a page comes back that was hidden for longer than that', async () => {
    const { source } = await refreshed();
    showPage(true);
    skip(HOUR);
    showPage(true);
    await nextFrame();
    expect(source.requests).to.have.length(0);
    showPage(false);
    await until(() => source.requests.length === 1);
  });

  it('goes on behind another window with refresh-hidden', async () => {
    const { source, timeframe } = await refreshed();
    showPage(true);
    skip(HOUR);
    showPage(true);
    expect([timeframe.refreshHidden, source.requests.length]).to.deep.equal([false, 0]);
    timeframe.setAttribute('refresh-hidden', '');
    await until(() => source.requests.length === 1);
  });

  it('rests while its charts are scrolled away, and asks at once when one comes back', async () => {
    const { source, chart } = await refreshed();
    const parent = document.createElement('div');
    document.body.prepend(parent);
    parent.style.height = '5000px';
    const out = (): boolean => chart.getBoundingClientRect().top > innerHeight;
    await until(out);
    for (let frames = 0; frames < 4; frames++) await nextFrame();
    skip(HOUR);
    showPage(false);
    for (let frames = 0; frames < 4; frames++) await nextFrame();
    expect(source.requests).to.have.length(0);
    parent.remove();
    await until(() => source.requests.length === 1);
  });

  it('leaves a number alone that is scrolled away', async () => {
    const source = new TestSource();
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} .source=${source}>
        <ie-stat of="2xx"></ie-stat>
        <div class="room"></div>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const stat = timeframe.querySelector<Stat>('ie-stat') ?? timeframe;
    const asked = (): number => source.requests.filter(({ step }) => step === null).length;
    await until(() => inside(stat, '[part=value]')?.textContent?.trim() !== '–' && asked() === 1);
    const room = timeframe.querySelector<HTMLElement>('.room');
    room?.style.setProperty('height', '5000px');
    timeframe.querySelector('ie-requests-chart')?.scrollIntoView();
    await until(() => stat.getBoundingClientRect().bottom < 0);
    for (let frames = 0; frames < 4; frames++) await nextFrame();
    timeframe.store.request({ type: 'refresh' });
    await until(() => source.requests.length > 2);
    expect(asked()).to.equal(1);
    stat.scrollIntoView();
    await until(() => asked() === 2);
  });

  it('says when it tries again, and does not where it is off', async () => {
    const { timeframe, requests, source } = await drawnPage();
    source.answer = () => {
      throw new Error('The server is down.');
    };
    timeframe.store.request({ type: 'refresh' });
    await until(() => textOf(requests).includes('The server is down.'));
    expect(textOf(requests)).not.to.contain('next try');
    timeframe.refresh = '30m';
    timeframe.store.request({ type: 'refresh' });
    await until(() => /; next try at \d\d:\d\d:\d\d\. The server is down\./.test(textOf(requests)));
    source.answer = (request) => answerTo(request);
    timeframe.store.request({ type: 'refresh' });
    await until(() => !textOf(requests).includes('The server is down'));
  });

  it('reads auto and live as attributes, and refuses what is neither', async () => {
    const timeframe = await fixture<Timeframe>(
      html`<ie-timeframe from=${FROM} to=${TO} refresh="auto"></ie-timeframe>`,
    );
    expect([timeframe.refresh, timeframe.state.refreshText]).to.deep.equal(['auto', 'auto']);
    timeframe.setAttribute('refresh', 'live');
    expect([timeframe.refresh, timeframe.state.refreshText]).to.deep.equal(['live', 'live']);
    timeframe.refresh = 'sometimes';
    expect(timeframe.state.refreshText).to.equal('live');
    await until(() => timeframe.state.problem?.message.includes('1s or longer, auto, live or off'));
  });
});
