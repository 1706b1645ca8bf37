import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/index.js';

/** Places that are as wide as what is in them. */
const PLACES: Readonly<Record<string, string>> = {
  'a flex item': 'display: flex',
  'a column that is centred': 'display: flex; flex-direction: column; align-items: center',
  'a grid that is centred': 'display: grid; justify-items: start',
  'a float': 'float: left',
  'an absolute box': 'position: absolute',
};

for (const [title, style] of Object.entries(PLACES)) {
  it(`${title} leaves a chart, and the whole page, room to be read`, async () => {
    for (const content of [html`<ie-requests-chart></ie-requests-chart>`, html`<ie-analytics></ie-analytics>`]) {
      const place = await fixture<HTMLElement>(html`<div><main>${content}</main></div>`);
      place.style.cssText = style;
      expect(place.querySelector('main')?.firstElementChild?.getBoundingClientRect().width).to.be.at.least(240);
    }
  });
}

it('a place with a width of its own, narrower too, has its width', async () => {
  const grid = await fixture<HTMLElement>(html`<div><ie-requests-chart></ie-requests-chart><i></i><i></i></div>`);
  grid.style.cssText = 'display: grid; width: 600px; grid-template-columns: 1fr 1fr 1fr';
  expect(grid.firstElementChild?.getBoundingClientRect().width).to.equal(200);
});
