import { expect, fixture, html } from '@open-wc/testing';
import { labelSet, MENU_WORDS, type Frame, type FrameRequest, type SeriesFrame } from '../../src/core/index.js';
import { resetMouse, sendKeys, sendMouse } from '../support/commands.js';
import { choose, interceptFiles } from './chart-menu.js';
import {
  answerTo,
  drawn,
  FROM,
  HOUR,
  inside,
  nextFrame,
  part,
  placeIn,
  TestSource,
  TO,
  until,
  type Chart,
} from './support.js';

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
    'section header h3 slot button dl div dt dd ul li i span bdi p b small canvas select option label svg path style input ' +
    'table caption thead tbody tr th td nav dialog ie-timeframe ie-toolbar ie-requests-chart ie-latency-chart ' +
    'ie-metric-chart ie-replica-status ie-navigator ie-view'
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

/** Lanes, states, buckets and errors that have the name. */
function hostileAnswer(request: FrameRequest, name: string): Frame {
  const { range, step, shape, metric } = request;
  if (metric === name) throw new Error(`No answer from ${name}`);
  const facts = { range, step, completeUntil: HOUR.to, now: HOUR.to, notices: [name] };
  if (shape === 'histogram') {
    const { times } = answerTo(request);
    const bounds = Float64Array.of(1, 2, Infinity);
    return { ...facts, kind: shape, times, bounds, counts: new Float64Array(times.length * 3).fill(4), unit: name };
  }
  if (shape !== 'intervals') return { ...hostileFrame(answerTo(request), name), completeUntil: HOUR.to, now: HOUR.to };
  const half = HOUR.from + 1_800_000;
  const intervals = [
    { from: HOUR.from, to: half, state: name },
    { from: half, to: HOUR.to, state: 'running' },
  ];
  return { ...facts, kind: shape, lanes: [{ name, labels: labelSet([['replica', name]]), intervals }] };
}

const textsIn = (element: Element, selector: string): string[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent ?? '');

/** Until it is told: what is long may still move it. */
async function hover(chart: Element): Promise<void> {
  for (let nth = 0; !inside(chart, '.tooltip:popover-open'); nth++) {
    part(chart, '.plot').scrollIntoView({ block: 'center' });
    const { x, y } = placeIn(chart, nth % 2 ? 0.25 : 0.3);
    await sendMouse({ type: 'move', position: [x, y] });
    await nextFrame();
  }
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

    it(`in a chart of any metric, its table, values, comparison and files, and alone: ${kind}`, async () => {
      const source = new TestSource((request) => hostileFrame(answerTo(request, { names: ['a', 'b'] }), name));
      const root = await fixture<HTMLElement>(html`
        <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" compare="1d" .source=${source}>
          <ie-metric-chart .metric=${name} legend-values></ie-metric-chart>
          <ie-metric-chart .query=${name} .unit=${name} type="bars"></ie-metric-chart>
        </ie-timeframe>
      `);
      const [chart, other] = root.querySelectorAll('ie-metric-chart');
      if (!chart || !other) throw new Error('The charts are missing');
      await drawn(chart, other);
      expect([chart, other].flatMap((one) => textsIn(one, 'h3'))).to.deep.equal([name, name]);
      part(chart, '.plot').focus();
      await sendKeys({ press: 'ArrowRight' });
      await until(() => inside(chart, '.tooltip:popover-open .tooltip-rows.compared'));
      // All labels of a series are its name here.
      expect(textsIn(chart, '.tooltip-label').join()).to.contain(name);
      await until(() => textsIn(other, '.readout:not([hidden]) .tooltip-label').join().includes(name));
      await until(() => inside(chart, '.statistic'));
      expect(textsIn(chart, '.key span').join()).to.contain(name);

      const { files, end } = interceptFiles();
      try {
        await choose(other, MENU_WORDS.saveCsv);
        await choose(other, MENU_WORDS.savePng);
        await until(() => files.length === 2);
      } finally {
        end();
      }
      for (const file of files) expect(file.name).to.match(/^[\p{L}\p{N}-]{1,60}-2026-06-01T10-00-00Z\.(csv|png)$/u);
      await choose(chart, MENU_WORDS.asTable);
      await until(() => inside(chart, '.table th'));
      expect(textsIn(chart, '.table th[scope=col]').join()).to.contain(name);
      await choose(chart, MENU_WORDS.alone);
      await until(() => inside(chart, 'dialog[open]'));
      expect(textsIn(chart, 'dialog h3')).to.deep.equal([name]);
      expect(strangers(root)).to.deep.equal([]);
      expect(window.hostileRan).to.equal(undefined);
    });

    it(`in lanes and their lives, a heatmap, the switch of views and the strip: ${kind}`, async () => {
      const source = new TestSource((request) => hostileAnswer(request, name));
      // A page names its views itself, and makes its toolbar as wide as it likes.
      const view = name.slice(0, 60);
      const root = await fixture<HTMLElement>(html`
        <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
          <ie-toolbar></ie-toolbar>
          <ie-navigator .metric=${name}></ie-navigator>
          <ie-view name="first" .label=${view}>
            <ie-replica-status view="timeline" time-to-ready></ie-replica-status>
            <ie-metric-chart query="buckets" type="heatmap"></ie-metric-chart>
          </ie-view>
          <ie-view .name=${view}></ie-view>
        </ie-timeframe>
      `);
      const [toolbar, strip, lanes, heatmap] = root.querySelectorAll(
        'ie-toolbar, ie-navigator, ie-replica-status, ie-metric-chart',
      );
      if (!toolbar || !strip || !lanes || !heatmap) throw new Error('An element is missing');
      await drawn(lanes, heatmap);
      await until(() => inside(heatmap, '.swatch.heat'));
      expect(textsIn(toolbar, '.views label').map((text) => text.trim())).to.deep.equal([view.trim(), view.trim()]);
      await until(() => inside(strip, '.trouble')?.textContent?.includes(name));
      for (const chart of [lanes, heatmap]) {
        await hover(chart);
        expect(part(chart, '.tooltip').textContent, chart.localName).to.contain(name);
      }
      await choose(lanes, MENU_WORDS.asTable);
      await until(() => inside(lanes, '.table th'));
      expect(textsIn(lanes, '.table th[scope=row]')).to.include(name);
      expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
      expect(strangers(root)).to.deep.equal([]);
      expect(window.hostileRan).to.equal(undefined);
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
