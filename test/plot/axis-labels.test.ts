import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fitLabels } from '../../src/plot/axis-labels.js';

/** Seven pixels a letter. */
const measure = (text: string): number => text.length * 7;
const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', '1', ' ') });
const labels = fc
  .array(fc.record({ x: fc.integer({ min: -20, max: 420 }), text: words, context: fc.oneof(fc.constant(''), words) }), {
    maxLength: 15,
  })
  .map((list) => [...list].sort((a, b) => a.x - b.x));

describe('labels of the time axis', () => {
  it('keeps those that have room, with the coarser unit in a second line', () => {
    const placed = [
      { x: 50, text: '10:00', context: '24 Nov' },
      { x: 150, text: '11:00', context: '' },
    ];
    expect(fitLabels(placed, 200, measure)).to.deep.equal(['10:00\n24 Nov', '11:00']);
  });

  it('leaves out what would be cut at an edge, and the second line alone where only that has no room', () => {
    const at = (x: number, context: string) => fitLabels([{ x, text: '10:00', context }], 200, measure);
    expect(at(10, '')).to.deep.equal(['']);
    expect(at(190, '')).to.deep.equal(['']);
    expect(at(20, '24 November')).to.deep.equal(['10:00']);
  });

  it('has the coarser unit at the next label where the first has no room for it', () => {
    const placed = [
      { x: 20, text: '10:00', context: '24 November' },
      { x: 120, text: '11:00', context: '' },
      { x: 200, text: '12:00', context: '' },
    ];
    expect(fitLabels(placed, 300, measure)).to.deep.equal(['10:00', '11:00\n24 November', '12:00']);
  });

  it('cuts none and lets none touch another, whatever they are', () => {
    fc.assert(
      fc.property(labels, (list) => {
        const fitted = fitLabels(list, 400, measure).map((text) => text.split('\n'));
        for (const line of [0, 1]) {
          let end = 0;
          fitted.forEach((lines, i) => {
            const text = lines[line];
            if (!text) return;
            const left = (list[i]?.x ?? NaN) - measure(text) / 2;
            expect(left).to.be.at.least(end);
            end = left + measure(text);
            expect(end).to.be.at.most(400);
          });
        }
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('leaves out none that has room', () => {
    const placed = Array.from({ length: 8 }, (_, i) => ({ x: 25 + i * 50, text: '10:00', context: '' }));
    expect(fitLabels(placed, 400, measure)).to.not.include('');
  });
});
