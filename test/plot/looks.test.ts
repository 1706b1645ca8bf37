import { expect } from '@open-wc/testing';
import { areaMark, laneAxis, lanesMark, thresholdMark, type Mark, type PlotLane } from '../../src/plot/index.js';
import { recordCanvasTexts, textsOn } from '../elements/canvas-text.js';
import { mark, MINUTE, mountPlot, specOf, START, type MountedPlot } from './support.js';

const STEPS = 20;
const level = (key: string, value: number, patch: Partial<Mark> = {}): Mark =>
  mark(key, Array<number>(STEPS).fill(value), patch);
/** CSS pixels. */
const PIXEL = 1 / devicePixelRatio;

describe('what a plot looks like', () => {
  let mounted: MountedPlot;
  beforeEach(() => {
    mounted = mountPlot();
    mounted.plot.use({ area: areaMark, threshold: thresholdMark, lanes: lanesMark, axis: laneAxis });
  });
  afterEach(() => mounted.remove());

  const boxOf = () => {
    if (!mounted.plot.box) throw new Error('Nothing is drawn');
    return mounted.plot.box;
  };
  /** Shows marks on an axis from 0 to 100. */
  const show = (...marks: readonly Mark[]): Promise<void> =>
    mounted.show(specOf(marks, { y: { unit: 'requests', min: 0, max: 100 } }));
  const placeOf = (value: number): number => (boxOf().height * (100 - value)) / 100;
  const alphaAt = (x: number, y: number): number => (mounted.pixel(x, y)[3] ?? 0) / 255;

  /** CSS pixels of ink in a column, around a value. */
  function inkAt(x: number, value: number): number {
    let ink = 0;
    for (let y = -8; y <= 8; y += PIXEL) ink += alphaAt(x, placeOf(value) + y) * PIXEL;
    return ink;
  }

  /** The usual length of what is inked of a line, and of what is left out, CSS pixels; `null` for one that is whole. */
  function dashOf(value: number): readonly [number, number] | null {
    const runs: { readonly inked: boolean; length: number }[] = [];
    for (let x = 100; x < 250; x += PIXEL) {
      const inked = inkAt(x, value) > 0.7;
      if (runs.at(-1)?.inked !== inked) runs.push({ inked, length: 0 });
      const run = runs.at(-1);
      if (run) run.length += PIXEL;
    }
    const usual = (kind: boolean): number => {
      const lengths = runs.slice(1, -1).flatMap(({ inked, length }) => (inked === kind ? length : []));
      return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? NaN;
    };
    return runs.length === 1 ? null : [usual(true), usual(false)];
  }

  function expectDash(value: number, on: number, off: number): void {
    const [inked = NaN, left = NaN] = dashOf(value) ?? [];
    expect(inked).to.be.closeTo(on, 1);
    expect(left).to.be.closeTo(off, 1);
  }

  it('tells percentiles apart without their colours: by their widths and dashes', async () => {
    await show(
      level('p99', 80, { role: 'quantile-99' }),
      level('p95', 60, { role: 'quantile-95' }),
      level('p90', 40, { role: 'quantile-90' }),
      level('p50', 20, { role: 'quantile-50' }),
    );
    expect([dashOf(80), dashOf(20)]).to.deep.equal([null, null]);
    expectDash(60, 6, 3);
    expectDash(40, 2, 3);
    expect(inkAt(150, 80)).to.be.closeTo(2, 0.2);
    expect(inkAt(150, 20)).to.be.closeTo(1.5, 0.2);
  });

  it('fills an area so thinly that what lies behind it can be seen', async () => {
    await show(level('a', 50, { kind: 'area', role: 'pending' }));
    for (const value of [5, 25, 45]) expect(alphaAt(150, placeOf(value))).to.be.within(0.07, 0.15);
    expect(inkAt(150, 50)).to.be.within(1.5, 3);
    expect(alphaAt(150, placeOf(60))).to.equal(0);
  });

  it('dashes a limit, and writes its name above its right end', async () => {
    const stop = recordCanvasTexts();
    try {
      await show(level('limit', 50, { kind: 'threshold', role: 'limit', label: 'Maximum' }));
      expectDash(50, 6, 4);
      const { canvas } = mounted.plot;
      if (!canvas) throw new Error('No canvas');
      const { texts, room } = textsOn(canvas);
      const names = texts.filter(({ text }) => text === 'Maximum');
      expect(names).to.have.length(1);
      const { left, top } = boxOf();
      const line = room.top + top + placeOf(50);
      expect(line - (names[0]?.bottom ?? 0)).to.be.within(2, 10);
      expect(room.left + left + boxOf().width - (names[0]?.right ?? 0)).to.be.within(-1, 3);
    } finally {
      stop();
    }
  });

  it('hatches a replica that waits, and gives each state a darker edge', async () => {
    const lane = (name: string, state: string): PlotLane => ({
      name,
      intervals: [{ from: START + 2 * MINUTE, to: START + 18 * MINUTE, state }],
    });
    const states = ['pending', 'running'] as const;
    const marks = states.map((state) =>
      level(state, 1, { kind: 'lanes', role: `state-${state}`, label: '', unit: 'replicas' }),
    );
    await mounted.show(specOf(marks, { lanes: states.map((state) => lane(state, state)), y: { unit: 'replicas' } }));
    const { width, height } = boxOf();
    const left = width / 10;
    const brightness = (x: number, y: number): number => {
      const [red = 0, green = 0, blue = 0] = mounted.pixel(x, y);
      return red + green + blue;
    };
    const inside = (lane: number): number[] =>
      Array.from({ length: 40 }, (_, i) => brightness(left + 40 + i, (height * (2 * lane + 1)) / 4));
    expect(Math.max(...inside(0)) - Math.min(...inside(0))).to.be.greaterThan(60);
    expect(new Set(inside(1))).to.have.property('size', 1);
    for (const lane of [0, 1]) {
      const edge = Math.min(...[-1, 0, 1].map((x) => brightness(left + x, (height * (2 * lane + 1)) / 4) || Infinity));
      expect(edge, `lane ${lane}`).to.be.below(0.75 * Math.max(...inside(lane)));
    }
  });
});
