import { expect } from '@open-wc/testing';
import { canvasOf, drawnPage, part, until, type Chart } from './support.js';

/** How many pixels of a chart's canvas have this colour. */
function count(chart: Chart, [red, green, blue]: readonly [number, number, number]): number {
  const canvas = canvasOf(chart);
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let found = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) found++;
  return found;
}

const LIGHT = [78, 128, 238] as const;
const DARK = [91, 140, 245] as const;
const OWN = [18, 200, 52] as const;
const swatch = (chart: Chart): string => getComputedStyle(part(chart, '.key .swatch')).color;

describe('the theme', () => {
  before(() => (document.documentElement.style.colorScheme = 'light'));
  after(() => (document.documentElement.style.colorScheme = ''));

  it('follows the colour scheme of an element around, on the canvas too', async () => {
    const { requests, timeframe } = await drawnPage();
    await until(() => count(requests, LIGHT) > 100);
    const around = timeframe.parentElement;
    if (!around) throw new Error('No parent');
    around.style.colorScheme = 'dark';
    await until(() => count(requests, DARK) > 100);
    expect(count(requests, LIGHT)).to.equal(0);
    expect(swatch(requests)).to.equal('rgb(91, 140, 245)');
    around.style.colorScheme = '';
    await until(() => count(requests, LIGHT) > 100);
    expect(count(requests, DARK)).to.equal(0);
  });

  it('takes the colour of a class from a variable, for bars and legend', async () => {
    const { requests, latency, timeframe } = await drawnPage();
    await until(() => count(requests, LIGHT) > 100);
    timeframe.style.setProperty('--ie-class-2xx', 'rgb(18 200 52)');
    await until(() => count(requests, OWN) > 100);
    expect(count(requests, LIGHT)).to.equal(0);
    expect(swatch(requests)).to.equal('rgb(18, 200, 52)');
    expect(count(latency, OWN)).to.equal(0);
    timeframe.style.removeProperty('--ie-class-2xx');
    await until(() => count(requests, LIGHT) > 100);
  });

  it('takes height and size of type from variables', async () => {
    const { requests, timeframe } = await drawnPage();
    timeframe.style.setProperty('--ie-plot-height', '180px');
    timeframe.style.setProperty('--ie-font-size', '17px');
    await until(() => canvasOf(requests)?.getBoundingClientRect().height === 180);
    expect(getComputedStyle(part(requests, 'h3')).fontSize).to.equal('17px');
  });
});
