import { expect } from '@open-wc/testing';
import type { Oklab } from 'culori';
import { converter, differenceCiede2000, interpolate } from 'culori';
import { heatAxis, rowPlaces } from '../../src/plot/heat-axis.js';
import { heatCells, levelOf, LEVELS } from '../../src/plot/heat-cells.js';
import { HEAT_STYLE, heatShare } from '../../src/plot/heat-palette.js';
import { heatmapMark, heatSheet, type PlotSpec } from '../../src/plot/index.js';
import { mark, MINUTE, mountPlot, specOf, START } from './support.js';

const BOUNDS = Float64Array.of(0.1, 0.2, 0.5, 1, Infinity);

/** Two minutes; each list holds the counts of its five buckets. */
function heat(first: readonly number[], second: readonly number[], patch: Partial<PlotSpec> = {}): PlotSpec {
  const cells = mark('counts', [10, 10], { kind: 'heatmap', role: 'heat' });
  const counts = Float64Array.of(...first, ...second);
  return specOf([cells], { buckets: { bounds: BOUNDS, counts, unit: 'seconds', most: 10 }, ...patch });
}

describe('the rows of a heatmap', () => {
  const place = rowPlaces(BOUNDS);

  it('are as high as each other, whatever their bounds', () => {
    expect([0, 0.1, 0.2, 0.5, 1].map(place)).to.deep.equal([0, 1, 2, 3, 4]);
    expect(place(0.35)).to.be.closeTo(2.5, 1e-9);
  });

  it('have a place for what lies beyond them, and none for what is missing', () => {
    expect(place(7)).to.equal(4.5);
    expect(place(Number.NaN)).to.be.NaN;
    expect(rowPlaces([1, 2])(5)).to.equal(2);
    expect(rowPlaces([-2, -1])(-1.5)).to.equal(1.5);
  });
});

describe('the axis of a heatmap', () => {
  const range = { from: START, to: START + 2 * MINUTE };
  const view = { range, timezone: 'UTC', locale: 'en', hidden: new Set<string>() };
  const room = { height: 260, size: 13, most: 100, measure: (text: string) => text.length * 7 };

  it('reaches over the buckets that hold anything in view, with their bounds as labels', () => {
    const axis = heatAxis(heat([0, 3, 0, 0, 0], [0, 0, 10, 0, 0]), view, room);
    expect([axis?.y.min, axis?.y.max]).to.deep.equal([1, 3]);
    expect(axis?.yLabels.labels).to.deep.equal(['100 ms', '200 ms', '500 ms']);
    expect(axis?.y.ticks).to.deep.equal([1, 2, 3]);
  });

  it('holds every line over the cells', () => {
    const spec = heat([0, 3, 0, 0, 0], [0, 3, 0, 0, 0]);
    const lines = [...spec.marks, mark('q', [0.15, 0.7])];
    expect(heatAxis({ ...spec, marks: lines }, view, room)?.y.max).to.equal(4);
    expect(heatAxis({ ...spec, marks: lines }, { ...view, hidden: new Set(['q']) }, room)?.y.max).to.equal(2);
  });

  it('has all rows where nothing was counted, and is none without buckets', () => {
    const nothing = [0, 0, 0, 0, 0];
    expect(heatAxis(heat(nothing, nothing), view, room)?.y).to.include({ min: 0, max: 5 });
    expect(heatAxis(specOf([]), view, room)).to.equal(null);
  });

  it('labels the round ones of many bounds, none too near to another', () => {
    const bounds = Float64Array.from({ length: 300 }, (_, i) => (i + 1) / 100);
    const counts = new Float64Array(600).fill(1);
    const axis = heatAxis(heat([], [], { buckets: { bounds, counts, unit: 'seconds', most: 1 } }), view, room);
    const ticks = axis?.y.ticks ?? [];
    const perRow = (room.height - 5.6 * room.size) / 300;
    ticks.slice(1).forEach((tick, i) => expect((tick - (ticks[i] ?? 0)) * perRow).to.be.at.least(room.size * 1.5));
    expect(ticks.length).to.be.within(4, 12);
    expect(axis?.yLabels.labels).to.include('1 s');
  });
});

describe('the cells of a heatmap', () => {
  const grid = {
    counts: [1, 0, Number.NaN, 100],
    width: 2,
    most: 100,
    rows: [0, 2] as const,
    left: (i: number) => i * 20,
    right: (i: number) => i * 20 + 20,
    y: (row: number) => 100 - row * 10,
    ratio: 1,
  };

  it('are there for what was counted alone', () => {
    expect(heatCells(grid, 0, 1)).to.deep.equal([
      { left: 0, top: 91, width: 19, height: 9, level: 2 },
      { left: 20, top: 81, width: 19, height: 9, level: LEVELS },
    ]);
  });

  it('are one for several buckets that have less than two pixels', () => {
    const counts = new Float64Array(1000).fill(1);
    const many = { ...grid, counts, width: 1000, rows: [0, 1000] as const, y: (row: number) => 100 - row / 10 };
    expect(heatCells(many, 0, 0)).to.have.length(50);
  });

  it('are one for several steps on one pixel, as full as the fullest', () => {
    const steps = 50_000;
    const counts = Float64Array.from({ length: steps }, (_, i) => (i % 500 === 250 ? 10 : 1));
    const left = (index: number): number => index / 250;
    const many = {
      ...grid,
      counts,
      most: 10,
      width: 1,
      rows: [0, 1] as const,
      left,
      right: (index: number) => left(index + 1),
    };
    const cells = heatCells(many, 0, steps - 1);
    expect(cells.map((cell) => cell.left)).to.deep.equal(Array.from({ length: 201 }, (_, i) => i));
    const full = cells.filter(({ level }) => level === LEVELS).length;
    expect(full).to.be.within(99, 101);
  });

  it('are stronger the more was counted, and never invisible', () => {
    expect([0, Number.NaN, 1e-6, 1, 25, 100, 1e9].map((count) => levelOf(count, 100))).to.deep.equal([
      0, 0, 1, 2, 6, 12, 12,
    ]);
  });
});

describe('the colours of a heatmap', () => {
  const oklab = converter('oklab');
  const apart = differenceCiede2000();

  for (const [scheme, card] of [
    ['light', '#ffffff'],
    ['dark', '#15181e'],
  ] as const) {
    it(`are one hue in even steps of lightness, the least apart from the ${scheme} card`, () => {
      const mix = interpolate([card, HEAT_STYLE[scheme]], 'oklab');
      const colors = Array.from({ length: LEVELS }, (_, i): Oklab => oklab(mix(heatShare(i + 1) / 100)));
      expect(apart(colors[0] ?? '', card)).to.be.at.least(5);
      const steps = colors.slice(1).map(({ l }, i) => l - (colors[i]?.l ?? 0));
      for (const step of steps) expect(step).to.be.closeTo(steps[0] ?? 0, 1e-6);
      expect(Math.abs(steps[0] ?? 0)).to.be.at.least(0.03);
    });
  }
});

describe('a heatmap on the canvas', () => {
  it('fills the cell of what was counted, pale where its step still fills', async () => {
    const plot = mountPlot();
    const sheet = document.createElement('style');
    sheet.textContent = `${heatSheet} .ground-card { color: #fff }`;
    plot.root.append(sheet);
    plot.plot.use({ heatmap: heatmapMark, axis: heatAxis });
    await plot.show(heat([0, 10, 0, 0, 0], [0, 0, 10, 0, 0], { completeUntil: START + MINUTE }));
    const { width = 0, height = 0 } = plot.plot.box ?? {};
    const at = (x: number, y: number) => plot.pixel(width * x, height * y);
    expect(at(0.25, 0.75)).to.deep.equal([0, 91, 80, 255]);
    expect(at(0.25, 0.25)[3]).to.equal(0);
    expect(at(0.75, 0.25)[3]).to.be.within(90, 250);
    plot.remove();
  });
});
