import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, resetMouse } from '../support/commands.js';
import { answerReplicas } from './replica-answers.js';
import { answerTo, drawn, drawnPage, FROM, HOUR, inside, page, placeIn, TestSource, TO, until } from './support.js';

const fail = (): never => {
  throw new Error('The endpoint sleeps');
};

describe('accessibility', () => {
  for (const scheme of ['light', 'dark']) {
    describe(`in ${scheme}`, () => {
      beforeEach(() => {
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = scheme === 'dark' ? '#0f1115' : '#f9fafc';
      });
      after(() => {
        document.documentElement.style.colorScheme = '';
        document.body.style.background = '';
      });

      it('holds for charts with data, details, and a mark switched off', async () => {
        const { requests, latency } = await drawnPage();
        requests.details = true;
        await requests.updateComplete;
        inside<HTMLButtonElement>(requests, '.key')?.click();
        await requests.updateComplete;
        await expect(requests).to.be.accessible();
        await expect(latency).to.be.accessible();
      });

      it('holds under the pointer', async () => {
        const { requests } = await drawnPage();
        const { x, y } = placeIn(requests, 0.5);
        await sendMouse({ type: 'move', position: [x, y] });
        await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
        await expect(requests).to.be.accessible();
        await resetMouse();
      });

      it('holds for an open menu, the table, values in the legend, help, and a chart alone', async () => {
        const { requests } = await drawnPage();
        requests.help = 'What a request is';
        requests.legendValues = true;
        await until(() => inside(requests, '.statistic'));
        const open = (): void => inside<HTMLButtonElement>(requests, '[part=menu-button]')?.click();
        const choose = async (nth: number): Promise<void> => {
          open();
          await until(() => inside(requests, '.menu')?.matches(':popover-open'));
          requests.shadowRoot?.querySelectorAll<HTMLButtonElement>('.menu [role^=menuitem]')[nth]?.click();
        };
        open();
        await until(() => inside(requests, '.menu')?.matches(':popover-open'));
        await expect(requests).to.be.accessible();
        inside<HTMLButtonElement>(requests, '.menu [role^=menuitem]')?.click();
        inside<HTMLButtonElement>(requests, '.help')?.click();
        await until(() => inside(requests, '#help')?.matches(':popover-open'));
        await expect(requests).to.be.accessible();
        await choose(5);
        await until(() => inside<HTMLDialogElement>(requests, 'dialog')?.open);
        await expect(requests).to.be.accessible();
      });

      it('holds while a chart loads', async () => {
        const { requests, latency } = await page(new TestSource(() => new Promise(() => {})));
        await until(() => inside(requests, '[aria-busy=true]'));
        await expect(requests).to.be.accessible();
        await expect(latency).to.be.accessible();
      });

      it('holds without data', async () => {
        const { latency } = await drawnPage(new TestSource((request) => answerTo(request, { value: () => NaN })));
        await until(() => inside(latency, '.message'));
        await expect(latency).to.be.accessible();
      });

      it('holds with an error', async () => {
        const { requests } = await page(new TestSource(fail));
        await until(() => inside(requests, '.message .error'));
        await expect(requests).to.be.accessible();
      });

      it('holds with stale data', async () => {
        const { requests, source, timeframe } = await drawnPage();
        source.answer = fail;
        timeframe.store.request({ type: 'refresh' });
        await until(() => inside(requests, '.strip'));
        await expect(requests).to.be.accessible();
      });

      it('holds for pending requests, hardware, bars and lanes that scroll', async () => {
        const source = new TestSource((request) => answerReplicas(request, HOUR, 40));
        const timeframe = await fixture(html`
          <ie-timeframe from=${FROM} to=${TO} timezone="UTC" .source=${source}>
            <ie-pending-chart></ie-pending-chart>
            <ie-hardware-chart metric="gpu" details></ie-hardware-chart>
            <ie-replica-status></ie-replica-status>
            <ie-replica-status view="timeline"></ie-replica-status>
          </ie-timeframe>
        `);
        const charts = [...timeframe.children];
        await drawn(...charts);
        const lanes = charts[3] ?? timeframe;
        await until(() => inside(lanes, '.lanes')?.hidden === false);
        for (const chart of charts) await expect(chart).to.be.accessible();
      });

      it('holds for the switch of views, for boxes, one of which failed, and for a chart of any metric', async () => {
        const source = new TestSource((request) => (request.metric === 'gpu' ? fail() : answerTo(request)));
        const timeframe = await fixture(html`
          <ie-timeframe from=${FROM} to=${TO} .source=${source}>
            <ie-toolbar></ie-toolbar>
            <ie-view name="one">
              <ie-stat of="2xx"></ie-stat>
              <ie-stat metric="gpu"></ie-stat>
              <ie-metric-chart metric="tokens" type="bars"></ie-metric-chart>
            </ie-view>
            <ie-view name="two"></ie-view>
          </ie-timeframe>
        `);
        const found = [...timeframe.querySelectorAll('ie-toolbar, ie-stat, ie-metric-chart')];
        expect(found.length).to.equal(4);
        await until(() => found.some((element) => inside(element, '.failed')));
        await drawn(...timeframe.querySelectorAll('ie-metric-chart'));
        for (const element of found) await expect(element).to.be.accessible();
      });

      it('holds for the whole page', async () => {
        const source = new TestSource();
        const page = await fixture(html`<ie-analytics from=${FROM} to=${TO} .source=${source}></ie-analytics>`);
        await until(() => page.shadowRoot?.querySelector('ie-stat'));
        await expect(page).to.be.accessible();
      });

      it('holds for the toolbar and for a chart without a time frame', async () => {
        const source = new TestSource();
        source.replicas = ['a', 'b'];
        const { timeframe, requests } = await drawnPage(source, html`<ie-toolbar></ie-toolbar>`);
        await drawn(requests);
        const toolbar = timeframe.querySelector('ie-toolbar');
        await expect(toolbar).to.be.accessible();
        await expect(await fixture(html`<ie-latency-chart></ie-latency-chart>`)).to.be.accessible();
      });
    });
  }

  it('can fail: a button without a name is found', async () => {
    const bad = await fixture(html`<div><button></button></div>`);
    let failed = false;
    try {
      await expect(bad).to.be.accessible();
    } catch {
      failed = true;
    }
    expect(failed).to.equal(true);
  });
});
