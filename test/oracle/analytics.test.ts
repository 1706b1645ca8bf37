import { expect, fixture, html } from '@open-wc/testing';
import type { Frame, Source, SourceFunction } from '../../src/core/index.js';
import type { Analytics } from '../../src/elements/index.js';
import '../../src/elements/index.js';
import { CASES, caseSource, FROM, TO } from '../../demo/cases/case-source.js';
import { drawn, until } from '../elements/support.js';
import { addressOf, forEachServer, scene, sourceOf, truth } from './scene.js';

const iso = (time: number): string => new Date(time).toISOString();
const CHARTS =
  'ie-requests-chart, ie-pending-chart, ie-latency-chart, ie-replica-status, ie-hardware-chart, ie-metric-chart';
type Shown = HTMLElement & { readonly frames: readonly Frame[] };

const shownIn = (page: Analytics, selector: string): Shown[] =>
  [...(page.shadowRoot?.querySelectorAll<Shown>(selector) ?? [])].filter((one) => one.getClientRects().length > 0);

const nameOf = (one: Element): string => `${one.localName} ${one.getAttribute('metric') ?? ''}`;

/** Whether there is something to see in an answer. */
const hasData = (frames: readonly Frame[]): boolean =>
  frames.some((frame) =>
    frame.kind === 'series'
      ? frame.series.some(({ values }) => values.some((value) => !Number.isNaN(value)))
      : frame.kind === 'intervals' && frame.lanes.some(({ intervals }) => intervals.length > 0),
  );

/** The one tag, the same for every source, walked through view by view: what each has is drawn, nothing is in trouble. */
async function walk(
  source: Source | SourceFunction,
  from = iso(scene.range.from),
  to = iso(scene.range.to),
): Promise<Readonly<Record<string, number>>> {
  return walkThrough(
    await fixture<Analytics>(html`
      <ie-analytics from=${from} to=${to} timezone="UTC" locale="en" .source=${source}></ie-analytics>
    `),
  );
}

async function walkThrough(page: Analytics): Promise<Readonly<Record<string, number>>> {
  await until(() => page.state?.metrics !== undefined);
  const seen: Record<string, number> = {};
  for (const { name } of page.state.views) {
    page.view = name;
    await until(() => shownIn(page, CHARTS).length > 0);
    await page.updateComplete;
    const charts = shownIn(page, CHARTS);
    await drawn(...charts);
    await until(() => charts.every(({ frames }) => frames.length > 0));
    for (const chart of charts) {
      expect(hasData(chart.frames), `${name}: ${nameOf(chart)}`).to.equal(true);
      expect(chart.shadowRoot?.querySelector('.message, .strip')?.textContent?.trim() ?? '', nameOf(chart)).to.equal(
        '',
      );
    }
    const stats = shownIn(page, 'ie-stat');
    await until(() => stats.every(({ frames }) => frames.length > 0));
    seen[name] = charts.length;
  }
  return seen;
}

const WHOLE = { requests: 4, compute: 4, timeline: 1, tokens: 6 };

/** What the profiles of the library find: of the route of Hugging Face three names are published, the grid closes up around them. */
const BY_ATTRIBUTES = {
  huggingface: { profile: 'huggingface', views: { requests: 3, compute: 1 } },
  vllm: { profile: 'vllm kubernetes dcgm', views: WHOLE },
};

describe('the same <ie-analytics>', function () {
  it('shows the simulated endpoint', async () => {
    expect(await walk(truth)).to.deep.equal(WHOLE);
  });

  it('shows a function of one’s own', async () => {
    const [normal] = CASES;
    if (!normal) throw new Error('There are no cases');
    const own = caseSource(normal);
    // It does not say what it has: the tokens have their view since it answers them.
    expect(await walk((request, options) => own(request, options), FROM, TO)).to.deep.equal(WHOLE);
  });

  forEachServer((kind, names) => {
    it('shows a real server', async () => {
      expect(await walk(sourceOf(kind, names))).to.deep.equal(WHOLE);
    });

    it('shows a real server by its attributes alone', async () => {
      const { profile, views } = BY_ATTRIBUTES[names];
      const page = await fixture<Analytics>(html`
        <ie-analytics
          prometheus=${addressOf(kind)}
          profile=${profile}
          from=${iso(scene.range.from)}
          to=${iso(scene.range.to)}
          timezone="UTC"
          locale="en"
        ></ie-analytics>
      `);
      expect(await walkThrough(page)).to.deep.equal(views);
    });
  });
});
