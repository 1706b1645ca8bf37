import { expect, fixture, html } from '@open-wc/testing';
import type { RequestsChart, Timeframe } from '../../src/elements/index.js';
import {
  answerTo,
  drawn,
  drawnPage,
  FROM,
  HOUR,
  inside,
  nextFrame,
  part,
  TestSource,
  TO,
  until,
  type AnswerOptions,
} from './support.js';

const MIDDLE = (HOUR.from + HOUR.to) / 2;
const CODES: Readonly<Record<string, number>> = { '200': 140, '429': 20, '400': 9, '404': 8, '500': 3, '503': 2 };

/** What is told of the middle of the hour while the cursor is on another chart. */
async function told(timeframe: Timeframe, chart: Element): Promise<string[][]> {
  timeframe.store.cursor.move(MIDDLE, timeframe);
  await until(() => inside(chart, '.readout:not([hidden])'));
  await nextFrame();
  return [...part(chart, '.readout').querySelectorAll('.tooltip-row:not([hidden])')].map((row) =>
    ['.tooltip-label', 'b'].map((cell) => row.querySelector(cell)?.textContent ?? ''),
  );
}

async function byCode(answer: AnswerOptions): Promise<{ timeframe: Timeframe; requests: RequestsChart }> {
  const source = new TestSource((request) => answerTo(request, request.metric === 'requests' ? answer : {}));
  const { timeframe, requests } = await drawnPage(source);
  requests.details = true;
  await until(() => inside(requests, '.key')?.textContent?.includes(answer.names?.[0] ?? ''));
  await nextFrame();
  return { timeframe, requests };
}

describe('the values beside the cursor of another chart', () => {
  it('say how many more there are than find room, and leave no failure out', async () => {
    const names = Object.keys(CODES);
    const { timeframe, requests } = await byCode({ names, value: (_, nth) => CODES[names[nth] ?? ''] ?? 0 });
    expect(await told(timeframe, requests)).to.deep.equal([
      ['200', '140'],
      ['429', '20'],
      ['500', '3'],
      ['503', '2'],
      ['+ 2 more', ''],
    ]);
  });

  it('count failures that did not happen as any other', async () => {
    const names = ['200', '302', '429', '404', '500'];
    const { timeframe, requests } = await byCode({ names, value: (_, nth) => 4 - nth });
    const rows = await told(timeframe, requests);
    expect(rows.map(([label]) => label)).to.deep.equal(['200', '302', '429', '404', '+ 1 more']);
  });

  it('give a long name what the numbers leave, in a box with an edge', async () => {
    const names = ['gf83pe', '2p3ua7'].map((end) => `meta-llama-3-1-70b-instruct-production-eu-west-1-${end}`);
    const source = new TestSource((request) =>
      answerTo(request, request.by.includes('replica') ? { names, value: () => 0.1234 } : {}),
    );
    const timeframe = await fixture<Timeframe>(html`
      <ie-timeframe from=${FROM} to=${TO} timezone="UTC" locale="en-GB" .source=${source}>
        <ie-hardware-chart metric="cpu" details></ie-hardware-chart>
      </ie-timeframe>
    `);
    const chart = timeframe.querySelector<HTMLElement>('ie-hardware-chart') ?? timeframe;
    chart.style.width = '330px';
    await drawn(chart);
    await told(timeframe, chart);
    const box = part(chart, '.readout');
    expect(getComputedStyle(box).borderTopWidth).to.equal('1px');
    for (const cell of box.querySelectorAll<HTMLElement>('.tooltip-label, b')) {
      const { left, right } = cell.getBoundingClientRect();
      expect(left).to.be.at.least(box.getBoundingClientRect().left);
      expect(right).to.be.at.most(box.getBoundingClientRect().right);
      // Numbers are whole.
      if (cell.localName === 'b') expect(cell.scrollWidth).to.equal(cell.clientWidth);
    }
    const ends = [...box.querySelectorAll('.tooltip-label')].map((label) => label.lastElementChild?.textContent);
    expect(ends).to.include.members(['1-gf83pe', '1-2p3ua7']);
  });
});
