import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { CASES, caseSource, FROM, TO } from '../../demo/cases/case-source.js';
import { METRICS } from '../../src/core/index.js';
import { functionSource } from '../../src/sources/index.js';
import { abilities, setViewport } from '../support/commands.js';
import { recordCanvasTexts, textsDrawn } from './canvas-text.js';
import { textsIn } from './page-text.js';
import { inside, nextFrame } from './support.js';
import { overlaps } from './text-box.js';

const WIDTHS = [320, 380, 768, 1268, 2560];

const CHARTS: Readonly<Record<string, TemplateResult>> = {
  'requests-chart': html`<ie-requests-chart></ie-requests-chart><ie-requests-chart details></ie-requests-chart>`,
  'pending-chart': html`<ie-pending-chart></ie-pending-chart>`,
  'latency-chart': html`<ie-latency-chart></ie-latency-chart><ie-latency-chart view="heatmap"></ie-latency-chart>`,
  'replica-status': html`
    <ie-replica-status></ie-replica-status><ie-replica-status view="timeline"></ie-replica-status>
    <ie-replica-status view="timeline" time-to-ready></ie-replica-status>
  `,
  'hardware-chart': html`
    ${['cpu', 'memory', 'gpu', 'gpu-memory'].map(
      (metric) => html`<ie-hardware-chart .metric=${metric}></ie-hardware-chart>`,
    )}<ie-hardware-chart metric="gpu-memory" details></ie-hardware-chart>
  `,
  'metric-chart': html`
    ${['lines', 'area', 'bars', 'stacked'].map(
      (type) => html`<ie-metric-chart metric="tokens" .type=${type}></ie-metric-chart>`,
    )}<ie-metric-chart metric="time-to-first-token" type="heatmap"></ie-metric-chart>
    <ie-metric-chart metric="kv-cache" by="replica"></ie-metric-chart>
  `,
  toolbar: html`<ie-toolbar></ie-toolbar>`,
  stat: html`<ie-stat of="2xx"></ie-stat><ie-stat metric="latency" of="0.99"></ie-stat>`,
};

/** Moments side by side, one at either edge, and a span; with names that are longer than there is room for. */
const ANNOTATIONS = html`
  <ie-annotation at="2026-06-01T10:00:00Z" label="v1"></ie-annotation>
  <ie-annotation at="2026-06-01T10:20:00Z" label="Deployed version 41 of the language model"></ie-annotation>
  <ie-annotation at="2026-06-01T10:21:00Z" label="Rolled back" kind="incident"></ie-annotation>
  <ie-annotation
    at="2026-06-01T10:30:00Z"
    until="2026-06-01T10:45:00Z"
    label="Maintenance of the cluster, zone b"
    kind="maintenance"
  ></ie-annotation>
  <ie-annotation at="2026-06-01T10:59:00Z" label="Deployed version 42 of the language model"></ie-annotation>
`;

const sourceOf = (name: string) => {
  const one = CASES.find((each) => each.name === name) ?? CASES[0];
  if (!one) throw new Error('There are no cases');
  return {
    ...functionSource(caseSource(one)),
    describe: async () => ({ metrics: [...METRICS.keys()], replicas: [] }),
  };
};

/** Everything inside that is an element of ours and on screen. */
const tagsIn = (root: Element | ShadowRoot): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName.startsWith('ie-') && element.getClientRects().length > 0 ? [element] : []),
    ...(element.shadowRoot ? tagsIn(element.shadowRoot) : []),
  ]);

/** Waits until all charts have their answers, and nothing was drawn or moved for some frames. */
async function still(root: Element): Promise<void> {
  const busy = (): boolean =>
    tagsIn(root).some((tag) => {
      const plot = inside(tag, '.plot');
      return plot !== null && (plot.getAttribute('aria-busy') !== 'false' || !inside(tag, '.canvas canvas'));
    });
  let seen = '';
  for (let quiet = 0; quiet < 6; quiet++) {
    await nextFrame();
    const now = [textsDrawn(), root.getBoundingClientRect().height, tagsIn(root).length].join();
    if (now !== seen || busy()) quiet = 0;
    seen = now;
  }
}

/** At each width, in words, every label that is cut or lies on another one; and what is `wanted` and at no width there. */
async function badLabels(root: Element, least: number, wanted: readonly string[] = []): Promise<readonly string[]> {
  const bad: string[] = [];
  const missing = new Set(wanted);
  for (const width of WIDTHS) {
    await setViewport({ width, height: 900 });
    await still(root);
    const { texts, cut } = textsIn(root);
    expect(texts.length, `texts at ${width}`).to.be.at.least(least);
    for (const words of missing) if (texts.some(({ text }) => text.includes(words))) missing.delete(words);
    bad.push(...[...cut, ...overlaps(texts)].map((words) => `${width}: ${words}`));
  }
  return [...bad, ...Array.from(missing, (words) => `nowhere: ${words}`)];
}

describe('no label is cut or lies on another one', function () {
  let stop: (() => void) | null = null;
  before(async function () {
    if (!(await abilities()).viewport) this.skip();
    stop = recordCanvasTexts();
  });
  after(async () => {
    if (!stop) return;
    stop();
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, content] of Object.entries(CHARTS)) {
    for (const { name: one } of CASES) {
      it(`in <ie-${name}>, ${one}, at any width`, async () => {
        const root = await fixture(html`
          <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${sourceOf(one)}
            >${ANNOTATIONS}${content}</ie-timeframe
          >
        `);
        const small = /toolbar|stat$/.test(name);
        const annotated = small
          ? []
          : ['v1', 'Rolled back', 'Maintenance of the cluster, zone b', 'Deployed version 42'];
        const timed = name === 'replica-status' && !/empty|one-replica|500/.test(one) ? ['ready in'] : [];
        expect(await badLabels(root, small ? 2 : 6, [...annotated, ...timed])).to.deep.equal([]);
      });
    }
  }

  for (const view of ['requests', 'compute', 'timeline', 'tokens']) {
    it(`in the view ${view} of <ie-analytics>, at any width`, async () => {
      const root = await fixture(html`
        <ie-analytics
          from=${FROM}
          to=${TO}
          timezone="UTC"
          locale="en"
          view=${view}
          .source=${sourceOf('normal')}
        ></ie-analytics>
      `);
      expect(await badLabels(root, 20)).to.deep.equal([]);
    });
  }
});
