import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { spread } from '../../src/plot/end-labels.js';

const at = (...places: readonly number[]) => places.map((y) => ({ text: `${y}`, color: '#000', y }));

describe('names at the ends of lines', () => {
  it('stay where they are while they do not touch', () => {
    expect(spread(at(20, 50, 90), 14, 0, 100).map(({ y }) => y)).to.deep.equal([20, 50, 90]);
  });

  it('move apart, keep their order and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 250 }), { minLength: 1, maxLength: 12 }), (places) => {
        const placed = spread(at(...places), 14, 0, 200);
        expect(placed.map(({ text }) => Number(text))).to.deep.equal([...places].sort((a, b) => a - b));
        placed.forEach(({ y }, i) => {
          expect(y).to.be.within(7 - 1e-9, 193 + 1e-9);
          if (i > 0) expect(y - (placed[i - 1]?.y ?? NaN)).to.be.at.least(14 - 1e-9);
        });
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
