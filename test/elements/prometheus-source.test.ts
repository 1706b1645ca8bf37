import { expect, fixture, html } from '@open-wc/testing';
import type { PrometheusSource, Timeframe } from '../../src/elements/index.js';
import '../../src/elements/index.js';
import { functionSource } from '../../src/sources/index.js';
import { success } from '../sources/prometheus/fake-server.js';
import { nextEvent, until } from './support.js';
import { loadElement as load } from './load-element.js';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A time frame with one source in markup that answers nothing, and notes what it is asked. */
async function page(asked: string[] = []): Promise<{ timeframe: Timeframe; source: PrometheusSource }> {
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    asked.push(String(input));
    return success([], 'vector');
  };
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe>
      <div><ie-prometheus-source url="/p" profile="vllm" .fetch=${fetch}></ie-prometheus-source></div>
    </ie-timeframe>
  `);
  const source = timeframe.querySelector('ie-prometheus-source');
  if (!source) throw new Error('The source is missing');
  await source.updateComplete;
  await settled();
  return { timeframe, source };
}

describe('<ie-prometheus-source>', () => {
  it('is the source of the time frame around it, takes no room, and can be asked', async () => {
    const asked: string[] = [];
    const { timeframe, source } = await page(asked);
    expect(timeframe.source).to.equal(source.source);
    expect(timeframe.source).not.to.equal(null);
    expect(getComputedStyle(source).display).to.equal('none');
    await until(() => asked.length > 0);
    expect(asked[0]).to.equal('/p/api/v1/query');
  });

  it('goes with its element, and comes with it again', async () => {
    const { timeframe, source } = await page();
    const parent = source.parentElement;
    source.remove();
    await settled();
    expect(timeframe.source).to.equal(null);
    parent?.append(source);
    await settled();
    expect(timeframe.source).to.equal(source.source);
  });

  it('is another one when an attribute changes, and none without an address', async () => {
    const { timeframe, source } = await page();
    const before = timeframe.source;
    source.profile = 'vllm dcgm';
    await source.updateComplete;
    await settled();
    expect(timeframe.source).to.equal(source.source);
    expect(timeframe.source).not.to.equal(before);
    source.url = null;
    await source.updateComplete;
    await settled();
    expect(timeframe.source).to.equal(null);
  });

  it('is the same one after a framework has set all of its properties anew', async () => {
    const { timeframe, source } = await page();
    const before = timeframe.source;
    source.url = '/p';
    source.profile = 'vllm';
    source.metrics = '';
    await source.updateComplete;
    await settled();
    expect(timeframe.source).to.equal(before);
  });

  it('is joined with others of the time frame, in the order of the document', async () => {
    const { timeframe, source } = await page();
    const other = document.createElement('ie-prometheus-source');
    other.url = '/q';
    other.fetch = async () => success([], 'vector');
    other.profile = 'dcgm';
    other.metrics = 'gpu';
    timeframe.prepend(other);
    await other.updateComplete;
    await settled();
    expect([source.source, other.source, null]).not.to.include(timeframe.source);
    other.remove();
    await settled();
    expect(timeframe.source).to.equal(source.source);
  });

  it('gives way to the property source, and comes back after it', async () => {
    const { timeframe, source } = await page();
    const own = functionSource(() => []);
    timeframe.source = own;
    source.profile = 'dcgm';
    await source.updateComplete;
    await settled();
    expect(timeframe.source).to.equal(own);
    timeframe.source = null;
    expect(timeframe.source).to.equal(source.source);
  });

  for (const order of [
    ['markup', 'prometheus-source', 'timeframe'],
    ['markup', 'timeframe', 'prometheus-source'],
    ['prometheus-source', 'markup', 'timeframe'],
    ['timeframe', 'prometheus-source', 'markup'],
  ]) {
    it(`connects whatever comes first: ${order.join(', ')}`, async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const page = frame.contentWindow;
      if (!page) throw new Error('No frame');
      for (const step of order) {
        if (step !== 'markup') {
          await load(page, step);
          continue;
        }
        const timeframe = page.document.createElement('ie-timeframe');
        const source = page.document.createElement('ie-prometheus-source');
        source.setAttribute('url', '/p');
        timeframe.append(source);
        page.document.body.append(timeframe);
      }
      const [timeframe, source] = [
        page.document.querySelector('ie-timeframe'),
        page.document.querySelector('ie-prometheus-source'),
      ];
      await until(() => timeframe?.source);
      expect(timeframe?.source).to.equal(source?.source);
      frame.remove();
    });
  }

  it('shows in the chart what is wrong with it', async () => {
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe>
        <ie-prometheus-source url="/p" profile="nothing"></ie-prometheus-source>
        <ie-requests-chart></ie-requests-chart>
      </ie-timeframe>
    `);
    const { detail } = await nextEvent<{ error: Error }>(timeframe, 'ie-error');
    expect(detail.error.message).to.contain('There is no profile "nothing"');
  });
});
