import { expect } from '@open-wc/testing';
import { laneAxis, lanesInView } from '../../src/plot/lane-axis.js';
import { laneBars } from '../../src/plot/lane-path.js';
import type { PlotLane } from '../../src/plot/index.js';

const projection = { x: (time: number) => time / 10, y: (value: number) => -value * 50 };
const one = (from: number, to: number, state: string) => ({ from, to, state });
const running = (from: number, to: number) => one(from, to, 'running');
const range = { from: 0, to: 1000 };

/** Bars of lanes of 100 pixels, by state. */
const barsIn = (
  lanes: readonly PlotLane[],
  least = 2,
  states = ['pending', 'pulling', 'initializing', 'running', 'failed'],
  inView: readonly [number, number] = [0, lanes.length],
): ReturnType<typeof laneBars> => laneBars(lanes, new Set(states), inView, range, projection, least);

/** What shows in each pixel of a lane's part, as one letter; a dot where nothing does. */
function pixels(intervals: PlotLane['intervals'], least = 1, from = 20, to = 40): string {
  const shown = Array.from({ length: 100 }, () => '.');
  for (const [state, bars] of barsIn([{ name: 'a', intervals }], least))
    for (const { left, width } of bars)
      for (let i = left; i < left + width; i++) {
        expect(shown[i], `pixel ${i} is drawn once`).to.equal('.');
        shown[i] = state[0] ?? '';
      }
  return shown.slice(from, to).join('');
}

describe('the bars of lanes', () => {
  it('stand in their lane, within the range', () => {
    const bars = barsIn([
      { name: 'a', intervals: [one(0, 500, 'pending'), running(500, 2000)] },
      { name: 'b', intervals: [running(-100, 200)] },
    ]);
    expect(bars.get('running')).to.deep.equal([
      { left: 50, top: 6, width: 50, height: 39 },
      { left: 0, top: 56, width: 20, height: 39 },
    ]);
  });

  it('are never narrower than what can be seen', () => {
    const [bar] = barsIn([{ name: 'a', intervals: [running(300, 301)] }]).get('running') ?? [];
    expect(bar).to.include({ left: 30, width: 2 });
  });

  it('cost as many as there are pixels, not as there are intervals', () => {
    const intervals = Array.from({ length: 10_000 }, (_, i) => running(i / 10, i / 10 + 0.05));
    expect(barsIn([{ name: 'a', intervals }]).get('running')?.length).to.be.within(40, 101);
  });

  it('are made for the lanes in view alone', () => {
    const lanes = Array.from({ length: 500 }, (_, i) => ({ name: `${i}`, intervals: [running(0, 1000)] }));
    expect(barsIn(lanes, 2, ['running'], [10.5, 18.2]).get('running')).to.have.length(9);
  });
});

describe('a state shorter than a pixel', () => {
  it('shows between two others, which give way', () => {
    expect(pixels([running(0, 302), one(302, 303, 'failed'), running(303, 1000)])).to.equal('rrrrrrrrrrfrrrrrrrrr');
    expect(pixels([running(0, 307), one(307, 309, 'failed'), running(309, 1000)])).to.equal('rrrrrrrrrrfrrrrrrrrr');
  });

  it('shows beside others that are as short, in their order', () => {
    const start = [one(301, 302, 'pending'), one(302, 303, 'pulling'), running(303, 1000)];
    expect(pixels(start)).to.equal('..........pprrrrrrrr');
    const spread = [one(301, 309, 'pending'), one(309, 312, 'initializing'), running(312, 1000)];
    expect(pixels(spread)).to.equal('..........pirrrrrrrr');
  });

  it('is as wide as can be seen well where its neighbours have room', () => {
    expect(pixels([running(0, 302), one(302, 303, 'failed'), running(303, 1000)], 3)).to.equal('rrrrrrrrrrfffrrrrrrr');
    expect(pixels([running(0, 302), one(302, 303, 'failed'), running(303, 330)], 3)).to.equal('rrrrrrrrfffrrr......');
  });

  it('gives way to a worse one where all fall into one pixel', () => {
    const crashes = Array.from({ length: 40 }, (_, i) => {
      const at = 305 + i / 10;
      return [one(at, at + 0.04, 'initializing'), running(at + 0.04, at + 0.08), one(at + 0.08, at + 0.1, 'failed')];
    }).flat();
    expect(pixels([running(0, 305), ...crashes, running(309, 1000)]).charAt(10)).to.equal('f');
  });

  it('shows at either end of the range', () => {
    expect(pixels([one(-5, 1, 'failed'), running(1, 1000)], 1, 0, 3)).to.equal('frr');
    expect(pixels([running(0, 999), one(999, 1005, 'failed')], 1, 97, 100)).to.equal('rrf');
  });

  it('shows wherever it stands, whatever the width of what is around it', () => {
    for (let at = 100; at < 900; at += 0.7) {
      const row = pixels([running(0, at), one(at, at + 0.3, 'failed'), running(at + 0.3, 1000)], 2, 0, 100);
      expect(row.match(/f/g), `at ${at}`).to.have.length(2);
      expect(row).to.have.length(100).and.not.contain('.');
    }
  });

  it('that is switched off leaves its place to the others', () => {
    const lane = { name: 'a', intervals: [running(0, 302), one(302, 303, 'failed'), running(303, 1000)] };
    const bars = barsIn([lane], 2, ['running']);
    expect([...bars.keys()]).to.deep.equal(['running']);
    expect(bars.get('running')?.map(({ width }) => width)).to.deep.equal([30, 70]);
  });
});

describe('the axis of lanes', () => {
  const measure = (text: string): number => text.length * 7;
  const room = { height: 260, size: 13, most: 84, measure };
  const spec = (count: number, name = 'replica') => ({
    times: new Float64Array(),
    step: 0,
    completeUntil: 0,
    marks: [],
    y: { unit: 'replicas' },
    range,
    lanes: Array.from({ length: count }, (_, i) => ({ name: `${name}-${i}`, intervals: [] })),
  });
  const view = { range, timezone: 'UTC', locale: 'en', hidden: new Set<string>() };

  it('shares the height among a few, and names each in its middle', () => {
    const axis = laneAxis(spec(3), view, room);
    expect(axis?.y).to.include({ min: -3, max: 0 });
    expect(axis?.y.ticks).to.deep.equal([-0.5, -1.5, -2.5]);
  });

  it('shows of many the first, and scrolled to the end the last', () => {
    const rows = lanesInView(500, room.height, room.size);
    expect(rows).to.be.within(6, 9);
    expect(laneAxis(spec(500), view, room)?.y.max).to.equal(0);
    const end = laneAxis(spec(500), { ...view, scrolled: 1 }, room);
    expect(end?.y.min).to.equal(-500);
    expect(end?.yLabels.labels.at(-1)).to.equal('replica-499');
  });

  it('shows whole lanes, each with its name, however far it is scrolled', () => {
    for (let scrolled = 0; scrolled <= 1; scrolled += 0.013) {
      const axis = laneAxis(spec(64), { ...view, scrolled }, room);
      const { min, max } = axis?.y ?? { min: Number.NaN, max: Number.NaN };
      expect([min % 1, max % 1].map(Math.abs), `scrolled ${scrolled}`).to.deep.equal([0, 0]);
      expect(axis?.yLabels.labels).to.have.length(max - min);
      expect(axis?.y.ticks).to.deep.equal(axis?.yLabels.labels.map((_, i) => max - i - 0.5));
    }
  });

  it('shortens a name that is too wide in its middle', () => {
    const [label = ''] = laneAxis(spec(1, 'a-very-long-name-of-a-replica'), view, room)?.yLabels.labels ?? [];
    expect(measure(label)).to.be.at.most(84);
    expect(label).to.match(/^a-ver.*….*-0$/);
  });
});
