import { expect } from '@open-wc/testing';
import { barPath } from '../../src/plot/bar-path.js';
import { stack } from '../../src/plot/stack.js';
import { bars } from './support.js';

interface Bar {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly radii: unknown;
}

/** The rectangles that a drawing puts into its paths. */
function barsOf(draw: () => void): Bar[] {
  const seen: Bar[] = [];
  class Recording extends Path2D {
    override rect(left: number, top: number, width: number, height: number): void {
      seen.push({ left, top, width, height, radii: null });
    }
    override roundRect(
      left: number,
      top: number,
      width: number,
      height: number,
      radii?: number | DOMPointInit | Iterable<number | DOMPointInit>,
    ): void {
      seen.push({ left, top, width, height, radii });
    }
  }
  const own = globalThis.Path2D;
  globalThis.Path2D = Recording;
  try {
    draw();
  } finally {
    globalThis.Path2D = own;
  }
  return seen;
}

const VALUES = [0, 0.001, 3.7, NaN, 10, 6.2];
const at = Float64Array.from(VALUES, (_, i) => i);

/** Bars of two layers, `wide` CSS pixels a step, at a place that is no whole pixel. */
function drawn(ratio: number, wide: number): Bar[] {
  const layers = stack([
    bars('low', VALUES),
    bars(
      'high',
      VALUES.map(() => 2),
    ),
  ]);
  const total = layers.get('high')?.top ?? new Float64Array();
  const layout = {
    x: (time: number) => ratio * (40.3 + time * wide),
    y: (value: number) => ratio * (200.4 - value * 12.7),
    step: 1,
    ratio,
  };
  return barsOf(() => {
    for (const layer of layers.values()) barPath(at, layer, total, 0, VALUES.length - 1, layout);
  });
}

describe('the path of bars', () => {
  for (const ratio of [1, 2]) {
    for (const wide of [1.1, 3.3, 11.7]) {
      it(`stands on whole device pixels at ratio ${ratio} and ${wide} pixels a step`, () => {
        const seen = drawn(ratio, wide);
        expect(seen).to.have.length(4 + 6);
        for (const { left, top, width, height } of seen) {
          expect(
            [left, top, width, height].every(Number.isInteger),
            JSON.stringify({ left, top, width, height }),
          ).to.equal(true);
          expect(width).to.be.at.least(1);
          expect(height).to.be.at.least(1);
        }
      });
    }
  }

  it('fills four fifths of a step, and never reaches into the next', () => {
    const low = drawn(1, 20).slice(0, 4);
    expect(low.map(({ width }) => width)).to.deep.equal([16, 16, 16, 16]);
    expect((low[1]?.left ?? 0) - (low[0]?.left ?? 0)).to.equal(20);
  });

  it('rounds by a pixel the upper corners of the topmost layer, where bars are 6 pixels wide or more', () => {
    for (const ratio of [1, 2]) {
      const wide = [7.5, 20, 60].flatMap((step) => drawn(ratio, step));
      const { low, high } = { low: wide.filter((_, i) => i % 10 < 4), high: wide.filter((_, i) => i % 10 >= 4) };
      expect(Math.min(...wide.map(({ width }) => width))).to.equal(6 * ratio);
      expect(low.every(({ radii }) => radii === null)).to.equal(true);
      for (const { radii } of high) expect(radii).to.deep.equal([ratio, ratio, 0, 0]);
      expect(drawn(ratio, 6.4).every(({ radii }) => radii === null)).to.equal(true);
    }
  });

  it('draws nothing for zero and for what is missing', () => {
    const layers = stack([bars('a', [0, NaN, -0])]);
    const layer = layers.get('a');
    if (!layer) throw new Error('No layer');
    const layout = { x: (time: number) => time * 10, y: (value: number) => 100 - value, step: 1, ratio: 1 };
    expect(barsOf(() => barPath(at, layer, layer.top, 0, 2, layout))).to.deep.equal([]);
  });

  it('leaves one pixel of ground between layers', () => {
    const layers = stack([bars('a', [30]), bars('b', [30])]);
    const layout = { x: (time: number) => time * 10, y: (value: number) => 100 - value, step: 1, ratio: 1 };
    const [low, high] = barsOf(() => {
      for (const layer of layers.values()) barPath(at, layer, Float64Array.of(60), 0, 0, layout);
    });
    expect((low?.top ?? 0) - ((high?.top ?? 0) + (high?.height ?? 0))).to.equal(1);
  });
});
