import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '../support/commands.js';
import { drawnPage, HOUR, inside, nextEvent, nextFrame, part, placeIn, until } from './support.js';

const MINUTE = 60_000;
const html = document.documentElement;

/** Ways in which a page shows a chart larger or smaller than its own pixels. */
const WAYS: Readonly<Record<string, (element: HTMLElement) => void>> = {
  'a page with CSS zoom': () => (html.style.zoom = '1.25'),
  'a part with CSS zoom': (element) => (element.style.zoom = '0.8'),
  'a part that is scaled': (element) => {
    element.style.transform = 'scale(0.7)';
    element.style.transformOrigin = '0 0';
  },
};

for (const [title, enlarge] of Object.entries(WAYS)) {
  describe(title, () => {
    afterEach(async () => {
      html.style.removeProperty('zoom');
      await resetMouse();
    });

    it('has the cursor, the tooltip and the selection under the pointer', async () => {
      const { timeframe, requests } = await drawnPage();
      enlarge(requests);
      await nextFrame();
      await nextFrame();

      const at = placeIn(requests, 0.6);
      await sendMouse({ type: 'move', position: [at.x, at.y] });
      await until(() => inside(requests, '.tooltip')?.matches(':popover-open'));
      expect(part(requests, '.tooltip').textContent).to.match(/10:3[5-7]/);
      const tip = part(requests, '.tooltip').getBoundingClientRect();
      expect(Math.min(Math.abs(tip.left - at.x), Math.abs(tip.right - at.x))).to.be.below(40);

      const changed = nextEvent<{ range: { from: number; to: number } }>(timeframe, 'ie-range-change');
      const [from, to] = [placeIn(requests, 0.2), placeIn(requests, 0.5)];
      await sendMouse({ type: 'move', position: [from.x, from.y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [to.x, to.y] });
      await sendMouse({ type: 'up' });
      const { range } = (await changed).detail;
      expect((range.from - HOUR.from) / MINUTE).to.be.within(11, 12.5);
      expect((range.to - HOUR.from) / MINUTE).to.be.within(29.5, 31);
    });

    it('has the menu of a chart below its button', async function () {
      // WebKit tells the width of the window in pixels of the page, and the places in it in its own.
      if (!('currentCSSZoom' in html)) this.skip();
      const { requests } = await drawnPage();
      enlarge(requests);
      await nextFrame();
      const button = part<HTMLButtonElement>(requests, '[part=menu-button]');
      button.click();
      await until(() => inside(requests, '.menu')?.matches(':popover-open'));
      await nextFrame();
      const menu = part(requests, '.menu').getBoundingClientRect();
      const { bottom, right } = button.getBoundingClientRect();
      expect(Math.abs(menu.top - bottom)).to.be.below(12);
      expect(Math.abs(menu.right - right)).to.be.below(24);
    });
  });
}
