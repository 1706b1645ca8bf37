import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/index.js';
import type { OpenMetricsSource } from '../../src/elements/index.js';

const { signal } = new AbortController();
const asked = {
  metric: 'batch',
  range: { from: 0, to: Date.now() + 60_000 },
  step: null,
  by: ['replica'],
  replicas: null,
  shape: 'series',
} as const;

describe('ie-openmetrics-source', () => {
  it('is a source once it knows where to read, and reads what its properties say', async () => {
    const element = await fixture<OpenMetricsSource>(
      html`<ie-openmetrics-source profile="vllm"></ie-openmetrics-source>`,
    );
    expect(element.source).to.equal(null);
    const urls: string[] = [];
    element.fetch = async (url) => {
      urls.push(String(url));
      return new Response('# TYPE vllm:num_requests_running gauge\nvllm:num_requests_running 3\n# EOF\n');
    };
    element.url = '/a/metrics /b/metrics';
    await element.updateComplete;
    const frame = await element.source?.query(asked, { signal });
    expect(urls).to.deep.equal(['/a/metrics', '/b/metrics']);
    expect(frame?.kind === 'series' && frame.series.map(({ values }) => [...values])).to.deep.equal([[6]]);
    element.targets = () => [{ url: '/c/metrics', replica: 'c' }];
    await element.updateComplete;
    const second = await element.source?.query(asked, { signal });
    expect(second?.kind === 'series' && second.series.map(({ name }) => name)).to.deep.equal(['c']);
  });

  it('keeps what it has read where a framework sets equal properties anew', async () => {
    const element = await fixture<OpenMetricsSource>(html`<ie-openmetrics-source></ie-openmetrics-source>`);
    const render = async (limits: object): Promise<void> => {
      element.targets = [{ url: '/a', replica: 'a' }];
      element.headers = { Authorization: 'Bearer x' };
      element.profiles = [{ name: 'mine', metrics: {} }];
      element.limits = limits;
      await element.updateComplete;
    };
    await render({ bytes: 1000 });
    const { source } = element;
    await render({ bytes: 1000 });
    expect(element.source).to.equal(source);
    await render({ bytes: 2000 });
    expect(element.source).not.to.equal(source);
  });

  it('cuts a text at the limit that it is told', async () => {
    const element = await fixture<OpenMetricsSource>(html`
      <ie-openmetrics-source
        url="/metrics"
        profile="vllm"
        .limits=${{ series: 1 }}
        .fetch=${async () => new Response('vllm:num_requests_running 3\nother 4\n')}
      ></ie-openmetrics-source>
    `);
    const frame = await element.source?.query(asked, { signal });
    expect(frame?.notices.join()).to.contain('no more series than the limit');
  });

  it('draws nothing, and shows no token', async () => {
    const element = await fixture<OpenMetricsSource>(html`
      <ie-openmetrics-source
        url="/metrics"
        profile="vllm"
        .headers=${{ Authorization: 'Bearer secret' }}
      ></ie-openmetrics-source>
    `);
    expect(getComputedStyle(element).display).to.equal('none');
    expect(element.outerHTML).to.not.contain('secret');
  });
});
