import { expect } from '@open-wc/testing';
import { areaPath } from '../../src/plot/area-path.js';
import { inkOf, projection } from './ink.js';

const area = (times: readonly number[], values: readonly number[]) =>
  inkOf((context) =>
    context.fill(areaPath(Float64Array.from(times), Float64Array.from(values), 0, times.length - 1, projection)),
  );

describe('the path of an area', () => {
  it('reaches from the values down to zero, and ends where a value is missing', () => {
    const ink = area([10, 40, 70, 100, 130], [60, 60, NaN, 30, 30]);
    expect([ink(25, 55), ink(25, 5), ink(25, 65)]).to.deep.equal([true, true, false]);
    expect([ink(55, 10), ink(85, 10)]).to.deep.equal([false, false]);
    expect([ink(115, 25), ink(115, 35)]).to.deep.equal([true, false]);
  });

  it('keeps the highest of the points that share a column', () => {
    const times = Array.from({ length: 4000 }, (_, i) => 20 + i / 40);
    const ink = area(
      times,
      times.map((_, i) => (i % 40 === 7 ? 80 : 10)),
    );
    expect([ink(60, 70), ink(60, 85)]).to.deep.equal([true, false]);
  });
});
