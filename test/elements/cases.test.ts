import { expect, fixture, html } from '@open-wc/testing';
import { CASES, caseSource, FROM, TO } from '../../demo/cases/case-source.js';
import { LIFE_WORDS, WORDS } from '../../src/core/index.js';
import { canvasOf, inside, nextFrame, part, textOf, until, type Chart } from './support.js';

const CHARTS = [
  'requests-chart',
  'pending-chart',
  'latency-chart',
  'replica-status',
  'hardware-chart',
  'metric-chart',
] as const;

/** What a case page shows for each case. */
async function contentOf(page: string): Promise<DocumentFragment> {
  const text = await (await fetch(`/demo/cases/${page}.html`)).text();
  const template = new DOMParser().parseFromString(text, 'text/html').querySelector('template');
  if (!template) throw new Error(`${page} has no template`);
  return document.importNode(template.content, true);
}

const isIdle = (chart: Element): boolean =>
  inside(chart, '.plot')?.getAttribute('aria-busy') === 'false' && canvasOf(chart) !== null;

describe('a case page', () => {
  for (const page of CHARTS) {
    for (const one of CASES) {
      it(`of ${page}, ${one.title}, is drawn without a problem`, async () => {
        const errors: string[] = [];
        const content = await contentOf(page);
        const timeframe = await fixture(html`
          <ie-timeframe
            from=${FROM}
            to=${TO}
            timezone="UTC"
            locale="en"
            .source=${caseSource(one)}
            @ie-error=${({ detail }: CustomEvent<{ error: Error }>) => errors.push(detail.error.message)}
            >${content}</ie-timeframe
          >
        `);
        const charts = [...timeframe.querySelectorAll<Chart>(`ie-${page}`)];
        expect(charts.length).to.be.above(0);
        await until(() => charts.every(isIdle) || errors.length > 0);
        await nextFrame();
        expect(errors).to.deep.equal([]);
        for (const chart of charts) {
          const words = textOf(chart);
          const nothing = [WORDS.noData, LIFE_WORDS.noReplica].some((one) => words.includes(one));
          expect(nothing, `${chart.outerHTML}: ${words}`).to.equal(one.name === 'empty');
          expect(part(chart, '.card').getBoundingClientRect().height).to.be.below(620);
          expect(chart.toCSV()).not.to.match(/Infinity|undefined|null/);
        }
      });
    }
  }
});
