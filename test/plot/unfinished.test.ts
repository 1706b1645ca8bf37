import { expect } from '@open-wc/testing';
import { bars, mark, MINUTE, mountPlot, specOf, START, type MountedPlot } from './support.js';

describe('a step that still fills', () => {
  let mounted: MountedPlot;
  beforeEach(() => {
    mounted = mountPlot();
  });
  afterEach(() => mounted.remove());

  /** Colours of the column of pixels in the middle of a bar, from its foot up. */
  const column = (index: number, count: number): string[] => {
    const box = mounted.plot.box;
    const x = ((index + 0.5) / count) * (box?.width ?? 0);
    return Array.from({ length: 20 }, (_, i) => mounted.pixel(x, (box?.height ?? 0) - 5 - i).join());
  };

  it('is a pale bar with a hatch; the finished ones have one full colour', async () => {
    const spec = specOf([bars('a', [10, 10, 10, 10])], { completeUntil: START + 3 * MINUTE });
    await mounted.show(spec);
    for (const index of [0, 1, 2]) expect([...new Set(column(index, 4))]).to.deep.equal(['78,128,238,255']);
    const last = column(3, 4);
    expect(new Set(last).size).to.be.greaterThan(1);
    expect(last).to.not.include('78,128,238,255');
    const alphas = last.map((color) => Number(color.split(',')[3]) / 255);
    expect(Math.min(...alphas)).to.be.closeTo(0.45, 0.02);
    expect(Math.max(...alphas)).to.be.greaterThan(0.8);
  });

  it('becomes a full bar once it is finished', async () => {
    await mounted.show(specOf([bars('a', [10, 10])], { completeUntil: START + MINUTE }));
    expect(column(1, 2)).to.not.include('78,128,238,255');
    await mounted.show(specOf([bars('a', [10, 10])]));
    expect([...new Set(column(1, 2))]).to.deep.equal(['78,128,238,255']);
  });

  it('is a pale end of a line', async () => {
    const inked = (from: number, to: number, count: number): number[] => {
      const { width = 0, height = 0 } = mounted.plot.box ?? {};
      const alphas: number[] = [];
      for (let x = (from / count) * width; x < (to / count) * width; x++) {
        let most = 0;
        for (let y = 0; y < height; y++) most = Math.max(most, mounted.pixel(x, y)[3] ?? 0);
        alphas.push(most);
      }
      return alphas;
    };
    await mounted.show(specOf([mark('a', [5, 5, 5, 5])], { completeUntil: START + 3 * MINUTE }));
    expect(Math.min(...inked(0.6, 2.4, 4))).to.be.greaterThan(200);
    const end = inked(2.6, 3.4, 4);
    expect(Math.max(...end)).to.be.within(60, 150);
    expect(Math.min(...end)).to.equal(0);
  });
});
