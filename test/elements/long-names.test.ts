import { expect, fixture, html } from '@open-wc/testing';
import type { Timeframe } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import {
  answerTo,
  drawn,
  drawnPage,
  FROM,
  inside,
  nextFrame,
  part,
  placeIn,
  TestSource,
  TO,
  until,
} from './support.js';

const PREFIX = 'meta-llama-3-1-70b-instruct-production-eu-west-1-deployment-6f7d8c9b5d-';
const PODS = ['gf83pe', '2p3ua7', 'hblybt', 'GPU-0A'].map((end) => PREFIX + end);

const source = (): TestSource =>
  new TestSource((request) => answerTo(request, request.by.includes('replica') ? { names: PODS } : {}));

/** Where the last of a text stands: as many characters as differ from pod to pod. */
function endOf(element: Element): DOMRect {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text && walker.currentNode.data.trim()) last = walker.currentNode;
  }
  if (!last) throw new Error('No text');
  const range = document.createRange();
  const length = last.data.trimEnd().length;
  range.setStart(last, Math.max(0, length - 6));
  range.setEnd(last, length);
  return range.getBoundingClientRect();
}

function expectWithin(inner: DOMRect, outer: DOMRect, what: string): void {
  expect(inner.left, what).to.be.at.least(outer.left - 0.5);
  expect(inner.right, what).to.be.at.most(outer.right + 0.5);
}

const labelsIn = (chart: Element, box: string): HTMLElement[] =>
  [
    ...(chart.shadowRoot?.querySelectorAll<HTMLElement>(`${box} .tooltip-row:not([hidden]) .tooltip-label`) ?? []),
  ].filter(({ textContent }) => textContent.startsWith(PREFIX));

async function pointed(): Promise<Element> {
  const timeframe = await fixture<Timeframe>(html`
    <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source()}>
      <ie-hardware-chart metric="cpu" details></ie-hardware-chart>
    </ie-timeframe>
  `);
  const chart = timeframe.querySelector('ie-hardware-chart');
  if (!chart) throw new Error('No chart');
  await drawn(chart);
  const { x, y } = placeIn(chart, 0.5);
  await sendMouse({ type: 'move', position: [x, y] });
  await until(() => inside(chart, '.tooltip')?.matches(':popover-open'));
  await nextFrame();
  return chart;
}

describe('a name for which there is no room', () => {
  afterEach(() => resetMouse());

  it('keeps its end in the tooltip', async () => {
    const labels = labelsIn(await pointed(), '.tooltip');
    expect(labels.length).to.equal(PODS.length);
    for (const label of labels) {
      expect(label.getBoundingClientRect().width).to.be.below(320);
      expectWithin(endOf(label), label.getBoundingClientRect(), label.textContent);
      // Some of its beginning is there, too.
      expect(label.firstElementChild?.getBoundingClientRect().width).to.be.above(40);
    }
  });

  it('is copied out of the tooltip whole', async () => {
    const [label] = labelsIn(await pointed(), '.tooltip');
    expect(PODS).to.include(label?.innerText);
  });

  it('keeps its end on the button of the toolbar, whose name for screen readers it is in full', async () => {
    const { timeframe } = await drawnPage(source(), html`<ie-toolbar></ie-toolbar>`);
    const toolbar = timeframe.querySelector('ie-toolbar') ?? timeframe;
    for (const name of ['a', PODS[0] ?? '']) {
      timeframe.store.request({ type: 'replicas', replicas: [name] });
      await until(() => part(toolbar, '[part=replicas] button').textContent.trim() === name);
      const button = part(toolbar, '[part=replicas] button');
      expect(button.getAttribute('aria-label')).to.equal(`Replica ${name}`);
      const { left, right } = button.getBoundingClientRect();
      // Its arrow stands at its end.
      expect(endOf(button).right, name).to.be.within(left, right - 24);
    }
  });
});
