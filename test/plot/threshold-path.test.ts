import { expect } from '@open-wc/testing';
import { thresholdPath } from '../../src/plot/threshold-path.js';
import { inkOf, pointsOf, projection } from './ink.js';

const line = (values: readonly number[]) =>
  inkOf((context) => {
    context.lineWidth = 3;
    const times = Float64Array.from(values, (_, i) => 20 + i * 40);
    context.stroke(thresholdPath(times, Float64Array.from(values), 0, values.length - 1, 40, projection));
  });

describe('the path of a threshold', () => {
  it('keeps a value for its whole step and turns at right angles', () => {
    const ink = line([30, 30, 70]);
    expect([ink(22, 30), ink(98, 30), ink(102, 70), ink(138, 70)]).to.deep.equal([true, true, true, true]);
    expect([ink(100, 50), ink(80, 50), ink(110, 30)]).to.deep.equal([true, false, false]);
  });

  it('is interrupted where a value is missing', () => {
    const ink = line([30, NaN, 30]);
    expect([ink(40, 30), ink(80, 30), ink(120, 30)]).to.deep.equal([true, false, true]);
  });

  it('has a few points a pixel at the most, however many steps there are', () => {
    const count = 50_000;
    const times = Float64Array.from({ length: count }, (_, i) => i);
    const values = times.map((i) => i % 3);
    const points = pointsOf(() =>
      thresholdPath(times, values, 0, count - 1, 1, { x: (time) => time / 250, y: (value) => value * 10 }),
    );
    expect(points).to.be.within(200, 201 * 4);
  });
});
