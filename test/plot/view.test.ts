import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { indexAt, indexBefore, lastFinished, visibleIndices } from '../../src/plot/index.js';
import { MINUTE, START, times } from './support.js';

const at = (minutes: number): number => START + minutes * MINUTE;

describe('what of a specification is in view', () => {
  const ten = times(10);

  it('is each step that touches the range, however little', () => {
    expect(visibleIndices(ten, MINUTE, { from: at(2), to: at(5) })).to.deep.equal([2, 4]);
    expect(visibleIndices(ten, MINUTE, { from: at(2.5), to: at(5) + 1 })).to.deep.equal([2, 5]);
    expect(visibleIndices(ten, MINUTE, { from: at(-9), to: at(99) })).to.deep.equal([0, 9]);
  });

  it('is nothing beside the data: the last index is less than the first', () => {
    for (const range of [
      { from: at(10), to: at(20) },
      { from: at(-9), to: at(0) },
    ]) {
      const [first, last] = visibleIndices(ten, MINUTE, range);
      expect(last).to.be.lessThan(first);
    }
  });

  it('finds the step that holds a time, and none in a gap', () => {
    const gapped = Float64Array.of(at(0), at(1), at(5));
    expect(
      [at(0), at(1.99), at(2), at(4.9), at(5), at(6), at(-1)].map((time) => indexAt(gapped, MINUTE, time)),
    ).to.deep.equal([0, 1, -1, -1, 2, -1, -1]);
    expect([at(-1), at(0), at(3), at(99)].map((time) => indexBefore(gapped, time))).to.deep.equal([-1, 0, 1, 2]);
  });

  it('finds the last step that fills no more', () => {
    const finished = (completeUntil: number, last?: number): number =>
      lastFinished({ times: ten, step: MINUTE, completeUntil }, last);
    expect([at(99), at(9.5), at(9), at(0.5)].map((until) => finished(until))).to.deep.equal([9, 8, 8, -1]);
    expect([finished(at(99), 4), finished(at(3), 4)]).to.deep.equal([4, 2]);
  });

  it('agrees with looking at every step', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: -20, max: 520 }),
        fc.integer({ min: 1, max: 200 }),
        (list, from, length) => {
          const sorted = Float64Array.from(list).sort();
          const to = from + length;
          const touching = [...sorted.keys()].filter((i) => (sorted[i] ?? 0) + 10 > from && (sorted[i] ?? 0) < to);
          const [first, last] = visibleIndices(sorted, 10, { from, to });
          expect(last - first + 1).to.equal(touching.length);
          if (touching.length > 0) expect([first, last]).to.deep.equal([touching[0], touching.at(-1)]);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
