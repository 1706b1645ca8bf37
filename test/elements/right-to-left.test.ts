import { expect, html } from '@open-wc/testing';
import type { Stat } from '../../src/elements/index.js';
import { resetMouse, sendMouse } from '../support/commands.js';
import { lettersOf } from './letters.js';
import { drawnPage, HOUR, inside, part, placeIn, until } from './support.js';

/** Whether what an element says stands as on a page that is read from the left: `1.21 s`, not `s 1.21`. */
function readsFromLeft(element: Element): boolean {
  const places = lettersOf(element).flatMap(({ left, width }) => (width > 0 ? left : []));
  return places.every((left, i) => i === 0 || left >= (places[i - 1] ?? 0));
}

const page = () =>
  drawnPage(
    undefined,
    html`<ie-toolbar></ie-toolbar>
      <ie-stat of="2xx"></ie-stat>
      <ie-stat metric="latency" of="0.99"></ie-stat>`,
  );

describe('a page that is read from the right', () => {
  beforeEach(() => (document.documentElement.dir = 'rtl'));
  afterEach(async () => {
    document.documentElement.removeAttribute('dir');
    await resetMouse();
  });

  it('has its units after their numbers, and the numbers below their names', async () => {
    const { timeframe, latency } = await page();
    const [count, quantile] = timeframe.querySelectorAll<Stat>('ie-stat');
    if (!count || !quantile) throw new Error('No boxes');
    await until(() => inside(count, '.share') && part(quantile, 'dd').textContent.includes('s'));
    await until(() => part(latency, 'header dd').textContent.includes('s'));
    for (const place of [part(count, '.share'), part(quantile, 'dd'), part(latency, 'header dd')])
      expect(readsFromLeft(place), place.textContent).to.equal(true);
    const box = part(count, 'dt').getBoundingClientRect();
    expect(part(count, '.share').getBoundingClientRect().left).to.be.closeTo(box.left, 1);
    const right = (element: Element): number => Math.max(...lettersOf(element).map((letter) => letter.right));
    expect(right(part(quantile, 'dd'))).to.be.closeTo(right(part(quantile, '.label')), 3);
    expect(right(part(latency, 'header dd'))).to.be.closeTo(right(part(latency, 'header dt')), 3);
  });

  it('has them so at the cursor, in the table and in the legend', async () => {
    const { requests, latency } = await page();
    const { x, y } = placeIn(requests, 0.505);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
    await until(() => inside(latency, '.readout')?.hidden === false);
    const places = [part(requests, '.tooltip-share'), part(requests, '.tooltip b'), part(latency, '.readout b')];
    latency.legendValues = true;
    await until(() => inside(latency, '.statistic'));
    places.push(part(latency, '.statistic'));
    for (const place of places) expect(readsFromLeft(place), place.textContent ?? '').to.equal(true);
    part<HTMLButtonElement>(latency, '[part=menu-button]').click();
    await until(() => inside(latency, '.menu')?.matches(':popover-open'));
    part<HTMLButtonElement>(latency, '.menu [role^=menuitem]').click();
    await until(() => inside(latency, '.table tbody td'));
    const cell = part(latency, '.table tbody td');
    expect(readsFromLeft(cell), cell.textContent ?? '').to.equal(true);
  });

  it('has the change of a scale-up in its order, on the plot and in the tooltip', async () => {
    const own = CanvasRenderingContext2D.prototype.fillText;
    const directions = new Map<string, string>();
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      directions.set(text, this.direction);
      own.call(this, text, ...place);
    };
    try {
      const { timeframe, requests } = await page();
      timeframe.annotations = [
        { at: (HOUR.from + HOUR.to) / 2, label: '2 → 3', kind: 'scale-up' },
        { at: HOUR.from + 600_000, label: 'v2' },
      ];
      await until(() => directions.has('2 → 3') && directions.has('v2'));
      expect(directions.get('2 → 3')).to.equal('ltr');
      expect(directions.get('v2')).not.to.equal('ltr');
      const { x, y } = placeIn(requests, 0.5);
      await sendMouse({ type: 'move', position: [x, y] });
      await until(() => inside(requests, '.tooltip-note b'));
      expect(readsFromLeft(part(requests, '.tooltip-note b'))).to.equal(true);
    } finally {
      CanvasRenderingContext2D.prototype.fillText = own;
    }
  });

  it('has the arrow of a choice beside its words', async () => {
    const { timeframe } = await page();
    const toolbar = timeframe.querySelector('ie-toolbar');
    if (!toolbar) throw new Error('No toolbar');
    for (const choice of toolbar.shadowRoot?.querySelectorAll('.choice, select') ?? []) {
      const { paddingLeft, paddingRight } = getComputedStyle(choice);
      expect([paddingLeft, paddingRight], choice.className).to.deep.equal(['32px', '12px']);
      const field = choice.closest('.field');
      expect(field && getComputedStyle(field, '::after').left).to.equal('14px');
    }
  });
});
