import { expect } from '@open-wc/testing';
import { skyline } from '../../src/plot/skyline-path.js';
import { inkOf, pointsOf, projection } from './ink.js';

const edge = (values: readonly number[], joined: boolean) =>
  inkOf((context) => {
    context.lineWidth = 3;
    const times = Float64Array.from(values, (_, i) => 20 + i * 40);
    context.stroke(
      skyline(times, Float64Array.from(values), [0, values.length - 1], { ...projection, wide: 40, joined }),
    );
  });

describe('the upper edge of bars', () => {
  it('is as wide as they are, and upright between neighbours that are joined', () => {
    const joined = edge([30, 70], true);
    expect([joined(22, 30), joined(58, 30), joined(60, 50), joined(98, 70)]).to.deep.equal([true, true, true, true]);
    const apart = edge([30, 70], false);
    expect([apart(58, 30), apart(60, 50), apart(62, 70)]).to.deep.equal([true, false, true]);
  });

  it('is interrupted where a value is missing', () => {
    const ink = edge([30, NaN, 30], true);
    expect([ink(40, 30), ink(80, 30), ink(120, 30)]).to.deep.equal([true, false, true]);
  });

  it('has a few points a pixel at the most, however many bars there are', () => {
    const count = 50_000;
    const times = Float64Array.from({ length: count }, (_, i) => i);
    const values = times.map((i) => i % 3);
    const layout = { x: (time: number) => time / 250, y: (value: number) => value * 10, wide: 1, joined: true };
    const points = pointsOf(() => skyline(times, values, [0, count - 1], layout));
    expect(points).to.be.within(200, 201 * 4);
  });
});
