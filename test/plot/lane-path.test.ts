import { expect } from '@open-wc/testing';
import { laneAxis, lanesInView } from '../../src/plot/lane-axis.js';
import { laneBars } from '../../src/plot/lane-path.js';

const projection = { x: (time: number) => time / 10, y: (value: number) => -value * 50 };
const running = (from: number, to: number) => ({ from, to, state: 'running' });
const range = { from: 0, to: 1000 };

describe('the bars of lanes', () => {
  it('stand in their lane, within the range', () => {
    const lanes = [
      { name: 'a', intervals: [{ from: 0, to: 500, state: 'pending' }, running(500, 2000)] },
      { name: 'b', intervals: [running(-100, 200)] },
    ];
    expect(laneBars(lanes, 'running', [0, 2], range, projection, 2)).to.deep.equal([
      { left: 50, top: 6, width: 50, height: 39 },
      { left: 0, top: 56, width: 20, height: 39 },
    ]);
  });

  it('are never narrower than what can be seen', () => {
    const [bar] = laneBars([{ name: 'a', intervals: [running(300, 301)] }], 'running', [0, 1], range, projection, 2);
    expect(bar).to.include({ left: 30, width: 2 });
  });

  it('cost as many as there are pixels, not as there are intervals', () => {
    const intervals = Array.from({ length: 10_000 }, (_, i) => running(i / 10, i / 10 + 0.05));
    const bars = laneBars([{ name: 'a', intervals }], 'running', [0, 1], range, projection, 2);
    expect(bars.length).to.be.within(40, 101);
  });

  it('are made for the lanes in view alone', () => {
    const lanes = Array.from({ length: 500 }, (_, i) => ({ name: `${i}`, intervals: [running(0, 1000)] }));
    expect(laneBars(lanes, 'running', [10.5, 18.2], range, projection, 2)).to.have.length(9);
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

  it('shortens a name that is too wide in its middle', () => {
    const [label = ''] = laneAxis(spec(1, 'a-very-long-name-of-a-replica'), view, room)?.yLabels.labels ?? [];
    expect(measure(label)).to.be.at.most(84);
    expect(label).to.match(/^a-ver.*….*-0$/);
  });
});
