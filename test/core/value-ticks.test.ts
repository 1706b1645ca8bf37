import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { stableScale, valueTicks } from '../../src/core/index.js';

const UNITS = ['', 'requests', 'seconds', 'bytes', 'ratio'];
const MIB = 1024 ** 2;

describe('ticks of a value axis', () => {
  it('are round', () => {
    expect(valueTicks(0, 0.37, 5, 'ratio').ticks).to.deep.equal([0, 0.1, 0.2, 0.3, 0.4]);
    expect(valueTicks(0, 1.2, 5, 'ratio').ticks).to.deep.equal([0, 0.25, 0.5, 0.75, 1, 1.25]);
    expect(valueTicks(0, 2300, 5, 'requests').ticks).to.deep.equal([0, 500, 1000, 1500, 2000, 2500]);
    expect(valueTicks(-3, 7, 5).ticks).to.deep.equal([-5, -2.5, 0, 2.5, 5, 7.5]);
  });

  it('have steps of 1, 2 or 5 in seconds', () => {
    expect(valueTicks(0, 1.2, 5, 'seconds').step).to.equal(0.5);
    expect(valueTicks(0, 0.000_8, 5, 'seconds').ticks).to.deep.equal([0, 0.0002, 0.0004, 0.0006, 0.0008]);
  });

  it('have powers of two in bytes', () => {
    expect(valueTicks(0, 1200 * MIB, 5, 'bytes').ticks.map((tick) => tick / MIB)).to.deep.equal([
      0, 256, 512, 768, 1024, 1280,
    ]);
    expect(valueTicks(0, 0, 5, 'bytes').ticks).to.deep.equal([0, 1]);
  });

  it('have whole steps in what is counted', () => {
    expect(valueTicks(0, 0.3, 5, 'requests').ticks).to.deep.equal([0, 1]);
    expect(valueTicks(0, 3, 5, 'requests').ticks).to.deep.equal([0, 1, 2, 3]);
    expect(valueTicks(0, 11, 5, 'replicas').ticks).to.deep.equal([0, 5, 10, 15]);
  });

  it('go from 0 to 1 without data', () => {
    for (const [min, max] of [
      [NaN, NaN],
      [Infinity, -Infinity],
      [0, 0],
      [0, Infinity],
    ] as const) {
      const { min: low, max: high } = valueTicks(min, max, 5, 'seconds');
      expect([low, high]).to.deep.equal([0, 1]);
    }
  });

  it('reach from zero to a single value', () => {
    expect(valueTicks(7, 7, 5)).to.include({ min: 0, max: 8 });
    expect(valueTicks(-7, -7, 5)).to.include({ min: -8, max: 0 });
  });

  it('hold huge, tiny and narrow data', () => {
    for (const [min, max] of [
      [0, 1e15],
      [0, 1e-9],
      [1e15, 1e15 + 1],
      [-1e15, 1e15],
      [0, 1e300],
      [0, 5e-324],
    ] as const) {
      const axis = valueTicks(min, max, 5);
      expect(axis.min).to.be.at.most(min);
      expect(axis.max).to.be.at.least(max);
      expect(axis.ticks.length).to.be.within(2, 6);
      expect(new Set(axis.ticks).size).to.equal(axis.ticks.length);
    }
  });

  it('are four to six lines that hold the data, evenly apart, for any data above zero', () => {
    const positive = fc.double({ min: 1e-9, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(positive, fc.constantFrom(...UNITS), (max, unit) => {
        const { ticks, step, ...axis } = valueTicks(0, max, 5, unit);
        const counted = unit === 'requests' || unit === 'bytes';
        expect(ticks.length).to.be.within(counted && max < 3 ? 2 : 4, 6);
        expect(axis.min).to.equal(0);
        expect(axis.max).to.be.at.least(max);
        expect(axis.max - step).to.be.below(max);
        expect(ticks[0]).to.equal(axis.min);
        expect(ticks.at(-1)).to.equal(axis.max);
        ticks.forEach((tick, index) => expect(tick).to.be.closeTo(index * step, step * 1e-9));
        if (counted) expect(Number.isInteger(step)).to.equal(true);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('hold the data also where they lie on both sides of zero', () => {
    const value = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(12))
      .map(([digits, power]) => digits / 10 ** power);
    fc.assert(
      fc.property(value, value, fc.constantFrom(...UNITS), (a, b, unit) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const axis = valueTicks(min, max, 5, unit);
        expect(axis.min).to.be.at.most(min);
        expect(axis.max).to.be.at.least(max);
        expect(axis.ticks.length).to.be.within(2, 6);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});

describe('the scale of an axis', () => {
  const first = stableScale(null, 0, 100, 5, 'requests');

  it('stays while the data fill most of it', () => {
    expect(first.max).to.equal(100);
    expect(stableScale(first, 0, 61, 5, 'requests')).to.equal(first);
  });

  it('grows as soon as data pass it', () => {
    expect(stableScale(first, 0, 101, 5, 'requests').max).to.equal(125);
    expect(stableScale(first, -1, 100, 5, 'requests').min).to.be.at.most(-1);
  });

  it('shrinks when the data fill little of it', () => {
    expect(stableScale(first, 0, 59, 5, 'requests').max).to.equal(60);
  });

  it('stays without data', () => {
    expect(stableScale(first, NaN, NaN, 5, 'requests')).to.equal(first);
    expect(stableScale(null, NaN, NaN).max).to.equal(1);
  });
});
