import { expect } from '@open-wc/testing';
import { loadElement as load } from './load-element.js';
import { nextFrame } from './support.js';

/** The order in which a page of its own gets its elements and their definitions. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'the chart is defined before the time frame': ['markup', 'requests-chart', 'timeframe'],
  'the time frame is defined before the chart': ['markup', 'timeframe', 'requests-chart'],
  'both are defined before they are inserted': ['timeframe', 'requests-chart', 'markup'],
  'the chart is defined and inserted before the time frame is defined': ['requests-chart', 'markup', 'timeframe'],
  'the time frame is defined and inserted before the chart is defined': ['timeframe', 'markup', 'requests-chart'],
};

const MARKUP = {
  nested: (page: Document) => {
    const timeframe = page.createElement('ie-timeframe');
    timeframe.append(page.createElement('ie-requests-chart'));
    page.body.append(timeframe);
  },
  'by id': (page: Document) => {
    const timeframe = page.createElement('ie-timeframe');
    const chart = page.createElement('ie-requests-chart');
    timeframe.id = 'frame';
    chart.setAttribute('timeframe', 'frame');
    page.body.append(chart, timeframe);
  },
};

describe('a chart finds its time frame whatever comes first', () => {
  for (const [order, steps] of Object.entries(ORDERS)) {
    for (const [link, build] of Object.entries(MARKUP)) {
      it(`${link}: ${order}`, async () => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const page = frame.contentWindow;
        if (!page) throw new Error('No frame');
        for (const step of steps) {
          if (step === 'markup') build(page.document);
          else await load(page, step);
        }
        await nextFrame();
        const chart = page.document.querySelector('ie-requests-chart');
        while (!chart?.visibleRange) await nextFrame();
        expect(chart.visibleRange).to.deep.equal(page.document.querySelector('ie-timeframe')?.state.range);
        frame.remove();
      });
    }
  }
});
