import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Analytics, Annotation, Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import { answerReplicas } from './replica-answers.js';
import {
  canvasOf,
  drawn,
  drawnPage,
  FROM,
  HOUR,
  inside,
  nextEvent,
  part,
  placeIn,
  TestSource,
  TO,
  until,
} from './support.js';

const AT = '2026-06-01T10:30:00Z';
const deployed = html`<ie-annotation at=${AT} label="v2" kind="deployment"></ie-annotation>`;

const listOf = (chart: Element): string[] =>
  [...(inside(chart, 'ul[aria-label=Annotations]')?.querySelectorAll('li') ?? [])].map(
    ({ textContent }) => textContent,
  );
const notesOf = (chart: Element): string => inside(chart, '.tooltip-notes:not([hidden])')?.textContent ?? '';

/** The colour on a chart at a share of its plot. */
function colorAt(chart: Element, x: number, y: number): string {
  const canvas = canvasOf(chart);
  const over = part(chart, '.u-over').getBoundingClientRect();
  const rect = canvas?.getBoundingClientRect();
  if (!canvas || !rect) throw new Error('Nothing is drawn');
  const ratio = canvas.width / rect.width;
  const left = Math.round((over.left - rect.left + over.width * x) * ratio);
  const top = Math.round((over.top - rect.top + over.height * y) * ratio);
  const { data } = canvas.getContext('2d')?.getImageData(left - 1, top, 3, 1) ?? { data: [] };
  return [...data].join();
}

async function pageWith(annotations: TemplateResult, charts: TemplateResult): Promise<Timeframe> {
  const source = new TestSource((request) => answerReplicas(request, HOUR, 3));
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}
      >${annotations}
      <div>${charts}</div></ie-timeframe
    >
  `);
  await drawn(...(timeframe.querySelector('div')?.children ?? []));
  return timeframe;
}

describe('annotations', () => {
  afterEach(() => resetMouse());

  it('cost a page without any not one request', async () => {
    performance.clearResourceTimings();
    const { requests, timeframe } = await drawnPage();
    await until(() => inside(requests, '.tool'));
    timeframe.annotations = null;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.some((name) => /chart-annotations/.test(name))).to.equal(true);
    expect(loaded.filter((name) => /annotation-(layer|painter-|notes)|shown-annotations/.test(name))).to.deep.equal([]);
  });

  it('stand on every chart of the time frame, lanes too, as lines and as text', async () => {
    const timeframe = await pageWith(
      deployed,
      html`<ie-pending-chart></ie-pending-chart>
        <ie-replica-status></ie-replica-status>
        <ie-replica-status view="timeline"></ie-replica-status>
        <ie-hardware-chart></ie-hardware-chart>`,
    );
    const charts = [...(timeframe.querySelector('div')?.children ?? [])];
    await until(() => charts.every((chart) => listOf(chart).length === 1));
    for (const chart of charts) {
      expect(listOf(chart)).to.deep.equal(['Deployment: v2, 1 Jun, 10:30']);
      await until(() => colorAt(chart, 0.5, 0.9).includes('47,107,224,255'));
      expect(colorAt(chart, 0.25, 0.9)).not.to.contain('47,107,224,255');
    }
    timeframe.querySelector('ie-annotation')?.remove();
    await until(() => charts.every((chart) => listOf(chart).length === 0));
    await until(() => charts.every((chart) => !colorAt(chart, 0.5, 0.9).includes('47,107,224,255')));
  });

  it('are named in the tooltip where the cursor is near, and not elsewhere', async () => {
    const { requests } = await drawnPage(undefined, deployed);
    await until(() => listOf(requests).length === 1);
    const over = async (share: number): Promise<void> => {
      const { x, y } = placeIn(requests, share);
      await sendMouse({ type: 'move', position: [x, y] });
    };
    await over(0.5);
    await until(() => notesOf(requests) !== '');
    expect(notesOf(requests)).to.equal('v2Deployment · 1 Jun, 10:30');
    await over(0.3);
    await until(() => notesOf(requests) === '');
  });

  it('are said with the values when the keys come to their step', async () => {
    const { requests } = await drawnPage(
      undefined,
      html`<ie-annotation at="2026-06-01T10:59:59Z" label="v2"></ie-annotation>`,
    );
    await until(() => listOf(requests).length === 1);
    part(requests, '.plot').focus();
    part(requests, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    await until(() => inside(requests, '[aria-live]')?.textContent.includes('; Note: v2, 1 Jun, 10:59:59'));
  });

  it('follow their attributes, and say what is wrong with a time', async () => {
    const { requests, timeframe } = await drawnPage(undefined, deployed);
    await until(() => listOf(requests).length === 1);
    const annotation = timeframe.querySelector<Annotation>('ie-annotation');
    if (!annotation) throw new Error('No annotation');
    annotation.until = HOUR.to;
    annotation.kind = 'incident';
    await until(() => listOf(requests)[0]?.startsWith('Incident: v2, 1 Jun, 10:30'));
    const told = nextEvent<{ error: Error }>(annotation, 'ie-error');
    annotation.at = 'soon';
    expect((await told).detail.error.message).to.contain('"soon" is not a time');
    await until(() => listOf(requests).length === 0);
    annotation.at = new Date(HOUR.from);
    annotation.until = null;
    await until(() => listOf(requests)[0] === 'Incident: v2, 1 Jun, 10:00');
    const missing = nextEvent<{ error: Error }>(annotation, 'ie-error');
    annotation.at = '';
    expect((await missing).detail.error.message).to.equal(
      'Annotation 1 has no time at; write ISO 8601 or now-2h, or a number of milliseconds since 1970',
    );
    await until(() => listOf(requests).length === 0);
  });

  it('name a time frame that they do not stand in', async () => {
    const { requests, timeframe } = await drawnPage();
    timeframe.id = 'frame';
    await fixture(html`<ie-annotation timeframe="frame" at=${AT} label="far"></ie-annotation>`);
    await until(() => listOf(requests)[0]?.includes('far'));
  });

  it('come from a function of the range, whose failure is told', async () => {
    const { requests, timeframe } = await drawnPage();
    timeframe.annotations = async ({ from, to }) => [{ at: (from + to) / 2, label: 'asked', cause: 'by hand' }];
    await until(() => listOf(requests)[0] === 'Note: asked, 1 Jun, 10:30, by hand');
    timeframe.store.request({ type: 'zoom', range: { from: HOUR.from, to: HOUR.from + 1_800_000 } });
    await until(() => listOf(requests)[0]?.includes('10:15'));
    const told = nextEvent<{ error: Error }>(timeframe, 'ie-error');
    timeframe.annotations = () => {
      throw new Error('no way');
    };
    expect((await told).detail.error.message).to.equal('The annotations could not be had: no way');
    timeframe.annotations = null;
    await until(() => listOf(requests).length === 0);
  });

  it('are asked again where the time frame was moved meanwhile', async () => {
    const { requests, timeframe } = await drawnPage();
    const signals: AbortSignal[] = [];
    timeframe.annotations = (_range, { signal }) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise(() => undefined) : [{ at: AT, label: 'moved' }];
    };
    await until(() => signals.length === 1);
    const place = document.createElement('div');
    timeframe.after(place);
    place.append(timeframe);
    await until(() => listOf(requests).length === 1);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });

  it('are left out with a word where what shows them cannot be had', async () => {
    const { timeframe } = await drawnPage();
    const { error } = console;
    const failed = new Promise((resolve) => (console.error = resolve));
    timeframe.addController = () => {
      throw new Error('not loaded');
    };
    timeframe.annotations = [];
    try {
      expect(String(await failed)).to.contain('not loaded');
    } finally {
      console.error = error;
    }
  });

  it('are text, whatever their labels are', async () => {
    const { requests, timeframe } = await drawnPage();
    const label = '<img src=x onerror="document.title=1">';
    timeframe.annotations = [{ at: AT, label, kind: label, cause: label }];
    await until(() => listOf(requests).length === 1);
    const { x, y } = placeIn(requests, 0.5);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => notesOf(requests) !== '');
    expect(notesOf(requests)).to.contain(label);
    expect(requests.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('are taken by the whole page too, as a property and as children', async () => {
    const page = await fixture<Analytics>(html`
      <ie-analytics
        from=${FROM}
        to=${TO}
        timezone="UTC"
        locale="en-GB"
        .source=${new TestSource()}
        .annotations=${[{ at: AT, label: 'listed' }]}
      >
        ${deployed}
      </ie-analytics>
    `);
    await until(() => inside(page, 'ie-requests-chart'));
    const chart = part(page, 'ie-requests-chart');
    await until(() => listOf(chart).length === 2);
    expect(page.annotations).to.have.length(1);
    expect(listOf(chart).join()).to.contain('listed').and.contain('v2');
  });
});
