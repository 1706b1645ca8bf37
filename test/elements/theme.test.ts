import { expect, fixture, html } from '@open-wc/testing';
import { wcagContrast } from 'culori';
import type { Timeframe } from '../../src/elements/index.js';
import { recordCanvasTexts, textsOn, type CanvasText } from './canvas-text.js';
import { answerReplicas } from './replica-answers.js';
import {
  answerTo,
  canvasOf,
  drawn,
  FROM,
  HOUR,
  inside,
  TO,
  page,
  drawnPage,
  part,
  TestSource,
  until,
  type Chart,
} from './support.js';

/** How many pixels of a chart's canvas have this colour. */
function count(chart: Chart, [red, green, blue]: readonly [number, number, number]): number {
  const canvas = canvasOf(chart);
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let found = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) found++;
  return found;
}

const LIGHT = [78, 128, 238] as const;
const DARK = [91, 140, 245] as const;
const OWN = [18, 200, 52] as const;
const swatch = (chart: Chart): string => getComputedStyle(part(chart, '.key .swatch')).color;

describe('the theme', () => {
  before(() => (document.documentElement.style.colorScheme = 'light'));
  after(() => (document.documentElement.style.colorScheme = ''));

  it('follows the colour scheme of an element around, on the canvas too', async () => {
    const { requests, timeframe } = await drawnPage();
    await until(() => count(requests, LIGHT) > 100);
    const around = timeframe.parentElement;
    if (!around) throw new Error('No parent');
    around.style.colorScheme = 'dark';
    await until(() => count(requests, DARK) > 100);
    expect(count(requests, LIGHT)).to.equal(0);
    expect(swatch(requests)).to.equal('rgb(91, 140, 245)');
    around.style.colorScheme = '';
    await until(() => count(requests, LIGHT) > 100);
    expect(count(requests, DARK)).to.equal(0);
  });

  it('takes the colour of a class from a variable, for bars and legend', async () => {
    const { requests, latency, timeframe } = await drawnPage();
    await until(() => count(requests, LIGHT) > 100);
    timeframe.style.setProperty('--ie-class-2xx', 'rgb(18 200 52)');
    await until(() => count(requests, OWN) > 100);
    expect(count(requests, LIGHT)).to.equal(0);
    expect(swatch(requests)).to.equal('rgb(18, 200, 52)');
    expect(count(latency, OWN)).to.equal(0);
    timeframe.style.removeProperty('--ie-class-2xx');
    await until(() => count(requests, LIGHT) > 100);
  });

  it('takes height and size of type from variables', async () => {
    const { requests, timeframe } = await drawnPage();
    timeframe.style.setProperty('--ie-plot-height', '180px');
    timeframe.style.setProperty('--ie-font-size', '17px');
    await until(() => canvasOf(requests)?.getBoundingClientRect().height === 180);
    expect(getComputedStyle(part(requests, 'h3')).fontSize).to.equal('17px');
  });

  // Most fonts have them so anyway: it is read, not measured.
  it('has digits of one width wherever numbers stand, so that they do not move as they change', async () => {
    const { timeframe, requests, latency } = await drawnPage(
      undefined,
      html`<ie-toolbar></ie-toolbar><ie-stat of="2xx"></ie-stat>`,
    );
    const found = (tag: string): Element => timeframe.querySelector(tag) ?? timeframe;
    requests.legendValues = true;
    await until(() => inside(requests, '.statistic') && inside(found('ie-stat'), 'dd'));
    const places: readonly (readonly [Element, string])[] = [
      [found('ie-stat'), 'dd'],
      [found('ie-stat'), '.share'],
      [latency, 'dd'],
      [requests, '.statistic'],
      [requests, '.tooltip-head'],
      [requests, '.tooltip-rows'],
      [requests, '.readout'],
      [requests, '.brush span'],
      [found('ie-toolbar'), 'button'],
    ];
    for (const [element, selector] of places)
      expect(getComputedStyle(part(element, selector)).fontVariantNumeric, selector).to.equal('tabular-nums');
  });

  for (const [title, size, face] of [
    ['as it does beside them', '', ''],
    ['in the size and face that a page sets', '17px', 'serif'],
  ] as const) {
    it(`writes on canvases ${title}`, async () => {
      const stop = recordCanvasTexts();
      try {
        const source = new TestSource((request) =>
          request.metric === 'latency' ? answerTo(request) : answerReplicas(request, HOUR, 2),
        );
        const timeframe = await fixture<Timeframe>(html`
          <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${source}>
            <ie-annotation at="2026-06-01T10:20:00Z" label="Deployed"></ie-annotation>
            <ie-latency-chart></ie-latency-chart>
            <ie-replica-status></ie-replica-status>
            <ie-replica-status view="timeline"></ie-replica-status>
          </ie-timeframe>
        `);
        if (size) timeframe.style.setProperty('--ie-font-size', size);
        if (face) timeframe.style.setProperty('--ie-font', face);
        const charts = [...timeframe.querySelectorAll('ie-latency-chart, ie-replica-status')];
        await drawn(...charts);
        const textsIn = (chart: Element): readonly CanvasText[] =>
          textsOn(part<HTMLCanvasElement>(chart, '.canvas canvas')).texts;
        const texts = (): readonly CanvasText[] => charts.flatMap(textsIn);
        // Of the time axis, the value axis, its unit, the end of a line, a limit, a lane, a state and an annotation.
        const all = ['10:30', '2', 's', 'P99', 'Current max replicas', 'replica-1', 'running', 'Deployed'];
        await until(() => all.every((words) => texts().some(({ text }) => text === words)));

        const { fontSize, fontFamily } = getComputedStyle(part(charts[0] ?? timeframe, 'h3'));
        const context = document.createElement('canvas').getContext('2d');
        if (!context) throw new Error('No canvas');
        context.font = `${Number.parseFloat(fontSize) * devicePixelRatio}px ${fontFamily}`;
        await until(() => charts.every((chart) => textsIn(chart).some(({ font }) => font === context.font)));
        expect([...new Set(texts().map(({ font }) => font))]).to.deep.equal([context.font]);
      } finally {
        stop();
      }
    });
  }
});

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const LEAST = { text: 4.5, shape: 3 } as const;

for (const scheme of ['light', 'dark'] as const) {
  describe(`what is not the colour of data, in ${scheme}`, () => {
    before(() => (document.documentElement.style.colorScheme = scheme));
    after(() => (document.documentElement.style.colorScheme = ''));

    it('stands out from its ground', async () => {
      const source = new TestSource((request) => {
        if (request.metric === 'latency') throw new Error('It sleeps');
        return answerTo(request);
      });
      const views = html`
        <ie-toolbar></ie-toolbar>
        <ie-view name="a" label="A"></ie-view><ie-view name="b" label="B"></ie-view>
      `;
      const { timeframe, requests, latency } = await page(source, views);
      const toolbar = timeframe.querySelector('ie-toolbar');
      if (!toolbar) throw new Error('No toolbar');
      await drawn(requests);
      await until(() => inside(latency, '.message .action') && inside(toolbar, '.views :checked'));
      part<HTMLButtonElement>(requests, '.key').click();
      await until(() => inside(requests, '.key[aria-pressed=false]'));

      const around = await fixture(html`<ie-analytics></ie-analytics>`);
      const grounds = [part(requests, '.card'), around].map((element) => getComputedStyle(element).backgroundColor);
      const holds = (kind: keyof typeof LEAST, name: string, color: string, on: readonly string[] = grounds): void => {
        for (const ground of on)
          expect(wcagContrast(color, ground), `${name}: ${color} on ${ground}`).to.be.at.least(LEAST[kind]);
      };
      const style = (chart: Element, selector: string, pseudo?: string): CSSStyleDeclaration =>
        getComputedStyle(part(chart, selector), pseudo);

      holds('text', 'text', style(requests, 'h3').color);
      holds('text', 'text on the canvas', style(requests, '.ground-text').color);
      holds('text', 'labels of an axis', style(requests, '.ground-muted').color);
      holds('shape', 'line of the time axis', style(requests, '.ground-axis').color);
      holds('shape', 'crosshair', style(requests, '.crosshair').borderLeftColor);
      holds('shape', 'edges of a selection', style(requests, '.brush div').borderLeftColor);
      const label = style(requests, '.brush span');
      holds('text', 'label of a selection', label.color, [label.backgroundColor]);
      holds('text', 'name of what is switched off', style(requests, '.key[aria-pressed=false] span').color);
      holds('shape', 'swatch of what is switched off', style(requests, '.key[aria-pressed=false] .swatch').color);
      holds('shape', 'switch that is off', style(requests, '.switch[aria-checked=false]', '::before').borderTopColor);
      holds('text', 'error', style(latency, '.message .error').color);
      holds('shape', 'button', style(latency, '.message .action').borderTopColor);
      const chosen = style(toolbar, '.views :checked + span');
      holds('text', 'chosen view', chosen.color, [chosen.backgroundColor]);
      holds('shape', 'mark of the chosen view', chosen.backgroundColor);
      holds('text', 'other view', style(toolbar, '.views :not(:checked) + span').color);
    });
  });
}
