import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, type SeriesFrame } from '../../src/core/index.js';
import { resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import { answerTo, drawn, FROM, inside, part, placeIn, TestSource, TO, until, type Chart } from './support.js';

declare global {
  interface Window {
    hostileRan?: number;
  }
}

/** Names as a server that means harm, or one that is only odd, may send them. */
const HOSTILE: Readonly<Record<string, string>> = {
  'an image with a handler': '<img src=x onerror="window.hostileRan=1">',
  'a script': '<script>window.hostileRan=1</script>',
  'a closed tag and an SVG': '"></span></button><svg onload="window.hostileRan=1">',
  'a template expression': '${window.hostileRan=1}{{window.hostileRan=1}}',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a right-to-left override': 'user\u202Egpj.exe',
  'ten thousand letters': 'x'.repeat(10_000),
  'a control character and a line break': 'a\u0000b\nc',
};

/** Tags that our own templates and overlays may make. */
const OWN = new Set(
  (
    'section header h3 slot button dl div dt dd ul li i span bdi p b canvas select option label svg path style input ' +
    'ie-timeframe ie-toolbar ie-requests-chart ie-latency-chart'
  ).split(' '),
);

function strangers(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(OWN.has(element.localName) ? [] : [element.localName]),
    ...[...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
    ...(element.shadowRoot ? strangers(element.shadowRoot) : []),
  ]);
}

/** A frame in which everything that a server can name has the name. */
function hostileFrame(base: SeriesFrame, name: string): SeriesFrame {
  const [first] = base.series;
  if (!first) return base;
  return {
    ...base,
    notices: [name],
    series: [
      ...base.series,
      {
        ...first,
        name,
        labels: labelSet([
          [Object.keys(first.labels)[0] ?? 'status', name],
          [name, name],
          ['replica', name],
        ]),
      },
    ],
  };
}

describe('a name from a server is text and nothing else', () => {
  afterEach(async () => {
    await resetMouse();
    delete window.hostileRan;
  });

  for (const [kind, name] of Object.entries(HOSTILE)) {
    it(`in legend, tooltip, notices, spoken text, header and toolbar: ${kind}`, async () => {
      const source = new TestSource((request) => hostileFrame(answerTo(request), name));
      source.replicas = [name];
      const root = await fixture<HTMLElement>(html`
        <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
          <ie-toolbar></ie-toolbar>
          <ie-requests-chart details .heading=${name}></ie-requests-chart>
          <ie-latency-chart .heading=${name}></ie-latency-chart>
        </ie-timeframe>
      `);
      const chart = root.querySelector('ie-requests-chart') as Chart;
      const toolbar = root.querySelector('ie-toolbar') ?? root;
      await drawn(chart);
      await until(() => inside(chart, '.notice'));
      const { x, y } = placeIn(chart, 0.5);
      await sendMouse({ type: 'move', position: [x, y] });
      await until(() => inside(chart, '.tooltip')?.matches(':popover-open'));
      part(chart, '.plot').focus();
      await sendKeys({ press: 'ArrowRight' });
      await until(() => inside(chart, '[aria-live]')?.textContent);

      const texts = (selector: string): string[] =>
        [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])].map((element) => element.textContent ?? '');
      expect(texts('.key span')).to.include(name);
      expect(texts('.tooltip-label')).to.include(name);
      expect(texts('.notice')).to.include(name);
      expect(texts('h3')).to.deep.equal([name]);
      expect(texts('[aria-live]')[0]).to.contain(name);
      part<HTMLButtonElement>(toolbar, '[part=replicas] button').click();
      const option = (): HTMLElement | null => inside(toolbar, '[role=option] .replica');
      await until(() => option()?.textContent === name);
      option()?.click();
      await until(() => part(toolbar, '[part=replicas] button').textContent.trim() === name.trim());
      expect(strangers(root)).to.deep.equal([]);
      expect(window.hostileRan).to.equal(undefined);
      // A name that goes on and on makes nothing wider than its place.
      expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    });

    it(`in an error, first and beside stale data: ${kind}`, async () => {
      const fail = (): never => {
        throw new Error(`No answer from ${name}`);
      };
      const source = new TestSource(fail);
      const root = await fixture<HTMLElement>(html`
        <ie-timeframe from=${FROM} to=${TO} .source=${source}><ie-requests-chart></ie-requests-chart></ie-timeframe>
      `);
      const chart = root.querySelector('ie-requests-chart') as Chart;
      await until(() => inside(chart, '.message .error')?.textContent?.includes(name));
      expect(strangers(root)).to.deep.equal([]);
      source.answer = (request) => answerTo(request);
      part<HTMLButtonElement>(chart, '.message button').click();
      await until(() => inside(chart, '.message') === null);
      source.answer = fail;
      (root as HTMLElementTagNameMap['ie-timeframe']).store.request({ type: 'refresh' });
      await until(() => inside(chart, '.strip span')?.textContent?.includes(name));
      expect(strangers(root)).to.deep.equal([]);
      expect(window.hostileRan).to.equal(undefined);
    });

    it(`in a setting: ${kind}`, async () => {
      const root = await fixture<HTMLElement>(html`
        <ie-timeframe from=${FROM} to=${TO} timezone=${name} .source=${new TestSource()}>
          <ie-requests-chart></ie-requests-chart>
        </ie-timeframe>
      `);
      const chart = root.querySelector('ie-requests-chart') as Chart;
      await until(() => inside(chart, '.strip span')?.textContent?.includes('is not a time zone'));
      expect(strangers(root)).to.deep.equal([]);
      expect(window.hostileRan).to.equal(undefined);
    });
  }

  it('would be seen, were it markup', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.innerHTML = HOSTILE['an image with a handler'] ?? '';
    await until(() => window.hostileRan);
    expect(strangers(root)).to.include('img');
  });
});
