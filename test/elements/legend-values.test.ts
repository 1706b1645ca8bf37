import { expect, fixture, html } from '@open-wc/testing';
import { CASES, caseSource, FROM, TO } from '../../demo/cases/case-source.js';
import { METRICS } from '../../src/core/index.js';
import { functionSource } from '../../src/sources/index.js';
import { abilities, setViewport } from '../support/commands.js';
import { textsIn } from './page-text.js';
import { inside, nextFrame, until } from './support.js';
import { overlaps } from './text-box.js';

const WIDTHS = [320, 380, 768, 1440, 2560];
const LONG = 'requests of a unit with a name of many words';

const sourceOf = (name: string) => {
  const one = CASES.find((each) => each.name === name);
  if (!one) throw new Error('There is no such case');
  const answer = caseSource(one);
  return {
    ...functionSource(answer),
    describe: async () => ({ metrics: [...METRICS.keys()], replicas: [] }),
  };
};

/** In words, what of a chart's legend passes its room at the sides or lies on something else there. */
function badIn(chart: Element): readonly string[] {
  const list = inside(chart, '[part=legend]');
  if (!list) return ['no legend'];
  const room = list.getBoundingClientRect();
  const { texts } = textsIn(list);
  const out = texts.filter(({ left, right }) => left < room.left - 1 || right > room.left + list.clientWidth + 1);
  const scrolled = list.scrollWidth > list.clientWidth ? ['scrolls sideways'] : [];
  return [...out.map(({ text }) => `out: ${text}`), ...overlaps(texts), ...scrolled].map(
    (words) => `${chart.localName} ${chart.clientWidth}: ${words}`,
  );
}

describe('values in the legend', function () {
  before(async function () {
    if (!(await abilities()).viewport) this.skip();
  });
  after(async () => {
    if ((await abilities()).viewport) await setViewport({ width: 800, height: 600 });
  });

  for (const name of ['normal', 'huge', 'tiny']) {
    it(`have room beside or below their names at any width, ${name}`, async () => {
      const root = await fixture(html`
        <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${sourceOf(name)}>
          <div class="two">
            <ie-requests-chart legend-values details></ie-requests-chart>
            <ie-latency-chart legend-values details></ie-latency-chart>
            ${['cpu', 'memory', 'gpu-memory'].map(
              (metric) => html`<ie-hardware-chart legend-values .metric=${metric}></ie-hardware-chart>`,
            )}
            <ie-hardware-chart legend-values details metric="gpu-memory"></ie-hardware-chart>
            <ie-metric-chart legend-values metric="tokens" type="stacked"></ie-metric-chart>
            <ie-metric-chart legend-values metric="kv-cache" by="replica"></ie-metric-chart>
            <ie-metric-chart legend-values metric="batch" .unit=${LONG}></ie-metric-chart>
          </div>
        </ie-timeframe>
      `);
      const two = root.querySelector<HTMLElement>('.two');
      if (!two) throw new Error('There is no grid');
      two.style.display = 'grid';
      two.style.gridTemplateColumns = 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))';
      const charts = [...root.querySelectorAll('[legend-values]')];
      const bad: string[] = [];
      for (const width of WIDTHS) {
        await setViewport({ width, height: 900 });
        await until(() => charts.every((chart) => inside(chart, '.statistic') !== null));
        for (let i = 0; i < 4; i++) await nextFrame();
        bad.push(...charts.flatMap(badIn).map((words) => `${width}: ${words}`));
        if (document.documentElement.scrollWidth > document.documentElement.clientWidth) bad.push(`${width}: page`);
        const numbers = charts.flatMap((chart) =>
          [...(chart.shadowRoot?.querySelectorAll('.statistic') ?? [])].map(
            ({ lastChild }) => lastChild?.textContent ?? '',
          ),
        );
        bad.push(...numbers.filter((text) => /\d[\d.,]{8}/.test(text)).map((text) => `no number to read: ${text}`));
      }
      expect([...new Set(bad)]).to.deep.equal([]);
    });
  }

  it('are written in the digits of the greatest, where they compare to it', async () => {
    const timeframe = await fixture(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en" .source=${sourceOf('huge')}>
        <ie-hardware-chart legend-values metric="cpu"></ie-hardware-chart>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector('ie-hardware-chart');
    if (!chart) throw new Error('There is no chart');
    await until(() => inside(chart, '.statistic') !== null);
    const texts = [...(chart.shadowRoot?.querySelectorAll('.statistic') ?? [])].map(({ textContent }) => textContent);
    for (const text of texts.slice(0, 4)) expect(text).to.match(/^\w+ \d(\.\d{1,2})?×10[⁰¹²³⁴⁵⁶⁷⁸⁹]+ %$/);
  });
});
