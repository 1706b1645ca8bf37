import { expect } from '@open-wc/testing';
import { abilities, emulatePixelRatio } from '../support/commands.js';
import { recordCanvasTexts, textsOn } from './canvas-text.js';
import { answerTo, drawnPage, part, TestSource, until } from './support.js';

type Color = readonly [red: number, green: number, blue: number];
const P99: Color = [179, 30, 38];
const P95: Color = [226, 118, 47];
const MEDIAN: Color = [47, 107, 224];

/** What there is of a colour in each column of a canvas, device pixels. */
function inkOf(canvas: HTMLCanvasElement, color: Color): readonly number[] {
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  const near = (at: number): boolean => color.every((part, i) => Math.abs((data[at + i] ?? 0) - part) < 16);
  return Array.from({ length: width }, (_, x) => {
    let ink = 0;
    for (let y = 0; y < height; y++) {
      const at = (y * width + x) * 4;
      if (near(at)) ink += (data[at + 3] ?? 0) / 255;
    }
    return ink;
  });
}

/** The thickness of a line, and the most usual length of its dashes, device pixels, in the middle of a canvas. */
function lineOf(canvas: HTMLCanvasElement, color: Color): { readonly thick: number; readonly dash: number } {
  const ink = inkOf(canvas, color).slice(canvas.width * 0.3, canvas.width * 0.7);
  const runs = ink
    .map((one) => (one > 0.7 ? 'i' : ' '))
    .join('')
    .split(/ +/)
    .slice(1, -1);
  const lengths = runs.map(({ length }) => length).sort((a, b) => a - b);
  return { thick: Math.max(...ink), dash: lengths[lengths.length >> 1] ?? Infinity };
}

describe('a screen of two device pixels a CSS pixel', () => {
  before(async function () {
    // Only the DevTools protocol sets it.
    if (!(await abilities()).devtools) this.skip();
    document.documentElement.style.colorScheme = 'light';
  });
  after(async () => {
    document.documentElement.style.colorScheme = '';
    if ((await abilities()).devtools) await emulatePixelRatio(1);
  });

  it('has sharp plots: twice the pixels, with lines, dashes and texts twice as large, where they were', async () => {
    const stop = recordCanvasTexts();
    try {
      const source = new TestSource((request) =>
        answerTo(request, { value: (_, nth) => [7.3, 5.3, 3.3, 1.3][nth] ?? 0 }),
      );
      const { latency } = await drawnPage(source);
      const canvas = part<HTMLCanvasElement>(latency, '.canvas canvas');
      const pixels = () => [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight];
      const fonts = () => new Set(textsOn(canvas).texts.map(({ font }) => Number.parseFloat(font)));
      const expectLines = (ratio: number): void => {
        expect(lineOf(canvas, P99).thick).to.be.closeTo(2 * ratio, 0.3);
        expect(lineOf(canvas, MEDIAN).thick).to.be.closeTo(1.5 * ratio, 0.3);
        expect(lineOf(canvas, P95).dash).to.be.closeTo(6 * ratio, ratio);
      };
      expect(pixels()).to.deep.equal([1, 1]);
      expectLines(1);
      const written = textsOn(canvas).texts;
      await emulatePixelRatio(2);
      await until(() => canvas.width === 2 * canvas.clientWidth);
      expect(pixels()).to.deep.equal([2, 2]);
      expectLines(2);
      expect([...fonts()]).to.deep.equal([26]);
      const now = textsOn(canvas).texts;
      expect(now.map(({ text }) => text)).to.deep.equal(written.map(({ text }) => text));
      now.forEach(({ text, left, bottom }, i) => {
        expect(left, text).to.be.closeTo(written[i]?.left ?? NaN, 1);
        expect(bottom, text).to.be.closeTo(written[i]?.bottom ?? NaN, 1);
      });
      await emulatePixelRatio(1);
      await until(() => canvas.width === canvas.clientWidth);
      expectLines(1);
    } finally {
      stop();
    }
  });
});
