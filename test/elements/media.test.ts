import { expect, html } from '@open-wc/testing';
import { abilities, emulateMedia } from '../support/commands.js';
import { recordCanvasTexts, textsOn } from './canvas-text.js';
import { drawnPage, inside, part, until } from './support.js';

function colorOf(color: string): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('No context');
  context.fillStyle = color;
  return context.fillStyle;
}

const forced = { name: 'forced-colors', value: 'active' };

describe('what a medium asks for', () => {
  before(async function () {
    // Only the DevTools protocol sets it.
    if (!(await abilities()).devtools) this.skip();
  });
  afterEach(() => emulateMedia({}));

  for (const scheme of ['light', 'dark']) {
    it(`forced colours, ${scheme}: a plot is written in them, data keep their own, and after them all is as before`, async () => {
      document.documentElement.style.colorScheme = 'light dark';
      const preferred = { name: 'prefers-color-scheme', value: scheme };
      await emulateMedia({ features: [preferred] });
      const { latency } = await drawnPage();
      const canvas = part<HTMLCanvasElement>(latency, '.canvas canvas');
      const swatch = part(latency, '.swatch');
      const before = getComputedStyle(swatch).color;
      const written = (): string | undefined => textsOn(canvas).texts.at(-1)?.color;
      const stop = recordCanvasTexts();
      try {
        await emulateMedia({ features: [preferred, forced] });
        const text = getComputedStyle(part(latency, 'h3')).color;
        await until(() => written() === colorOf(text));
        expect(getComputedStyle(swatch).color).to.equal(before);
        expect(getComputedStyle(swatch).forcedColorAdjust).to.equal('none');
        await emulateMedia({ features: [preferred] });
        const own = colorOf(getComputedStyle(latency).color);
        expect(own).not.to.equal(colorOf(text));
        await until(() => written() === own);
      } finally {
        stop();
        document.documentElement.style.colorScheme = '';
      }
    });
  }

  it('reduced motion: what waits for its source does not move', async () => {
    const { requests } = await drawnPage();
    const running = (): readonly string[] => {
      part(requests, '[aria-busy]').setAttribute('aria-busy', 'true');
      return (
        requests.shadowRoot?.getAnimations().flatMap((one) => (one instanceof CSSAnimation ? one.animationName : [])) ??
        []
      );
    };
    await until(() => running().length === 1);
    await emulateMedia({ features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    await until(() => running().length === 0);
    expect(part(requests, '.progress').getBoundingClientRect().width).to.be.greaterThan(0);
  });

  it('paper: numbers, controls and an overview are in light colours, also of a page that is dark', async () => {
    document.documentElement.style.colorScheme = 'dark';
    try {
      const { timeframe, requests } = await drawnPage(
        undefined,
        html`<ie-toolbar></ie-toolbar> <ie-stat of="2xx"></ie-stat> <ie-navigator></ie-navigator>`,
      );
      const shown = [requests, ...timeframe.querySelectorAll('ie-toolbar, ie-stat, ie-navigator')];
      const texts = (): readonly string[] => shown.map((element) => getComputedStyle(element).color);
      await until(() => inside(requests, '.tooltip'));
      expect(shown).to.have.length(4);
      const dark = texts();
      await emulateMedia({ media: 'print' });
      expect(texts()).to.deep.equal(shown.map(() => 'rgb(27, 31, 39)'));
      await emulateMedia({});
      expect(texts()).to.deep.equal(dark);
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });
});
