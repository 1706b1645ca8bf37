import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { placeLabels, type WantedLabel } from '../../src/plot/index.js';

/** Ten to a letter, so that the gap is five. */
const measure = (text: string): number => text.length * 10;
const label = (text: string, from: number, rank = 0, to = from): WantedLabel => ({ text, from, to, rank });
const place = (wanted: readonly WantedLabel[], rows = 2) =>
  placeLabels(wanted, { width: 300, rows, most: 120 }, measure).map(({ text, x, row }) => [text, x, row]);

describe('labels of annotations', () => {
  it('stand right of their moment, and left of it at the right edge', () => {
    expect(place([label('aaa', 100), label('bbb', 290)])).to.deep.equal([
      ['aaa', 110, 0],
      ['bbb', 250, 0],
    ]);
  });

  it('are stacked where they would overlap, and left out where no row is left', () => {
    expect(place([label('aaa', 100), label('bbb', 110), label('ccc', 120)])).to.deep.equal([
      ['aaa', 110, 0],
      ['bbb', 120, 1],
    ]);
  });

  it('that may stand in the first row alone leave the others to the rest', () => {
    const first = { ...label('bbb', 110, 3), rows: 1 };
    expect(place([label('aaa', 100), first])).to.deep.equal([['aaa', 110, 0]]);
    expect(place([first, label('ccc', 220)])).to.deep.equal([
      ['ccc', 230, 0],
      ['bbb', 120, 0],
    ]);
  });

  it('that are their own stand over no other moment, which would seem to be called so', () => {
    const own = (text: string, from: number): WantedLabel => ({ ...label(text, from, 3), own: true });
    expect(place([own('4 → 3', 100), own('3 → 4', 140)])).to.deep.equal([['3 → 4', 150, 0]]);
    expect(place([own('4 → 3', 100), own('3 → 4', 100)])).to.deep.equal([
      ['4 → 3', 110, 0],
      ['3 → 4', 110, 1],
    ]);
    expect(place([label('4 → 3', 100), own('3 → 4', 140)])).to.deep.equal([
      ['4 → 3', 110, 0],
      ['3 → 4', 150, 1],
    ]);
  });

  it('give way to the more important', () => {
    expect(place([label('note', 100, 2), label('fire', 110, 0)], 1)).to.deep.equal([['fire', 120, 0]]);
  });

  it('of a span that began before stand at its begin in view, those that end after it inside', () => {
    expect(place([label('aaa', -50, 0, 60)])).to.deep.equal([['aaa', 10, 0]]);
    expect(place([label('bbb', 280, 0, 500)])).to.deep.equal([['bbb', 265, 0]]);
  });

  it('end in an ellipsis where they are too long, and nothing is drawn where there is no room at all', () => {
    expect(place([label('a label without an end', 0)])).to.deep.equal([['a label wit…', 10, 0]]);
    expect(place([label('x'.repeat(1e5), 0)])[0]?.[0]).to.equal(`${'x'.repeat(11)}…`);
    expect(placeLabels([label('abc', 0)], { width: 300, rows: 1, most: 5 }, measure)).to.deep.equal([]);
    expect(place([label('  ', 0)])).to.deep.equal([]);
  });

  it('leave what was there before alone', () => {
    const before = [{ row: 0, from: 100, to: 300 }];
    expect(placeLabels([label('aaa', 90)], { width: 300, rows: 2, most: 120, before }, measure)[0]?.row).to.equal(1);
  });

  it('never overlap and never leave the plot, whatever there is', () => {
    const some = fc.record({
      text: fc.string({ maxLength: 20 }),
      from: fc.integer({ min: -100, max: 300 }),
      length: fc.integer({ min: 0, max: 400 }),
      rank: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (list, rows) => {
        const wanted = list.map(({ text, from, length, rank }) => ({ text, from, to: from + length, rank }));
        const placed = placeLabels(wanted, { width: 300, rows, most: 120 }, measure);
        for (const [i, one] of placed.entries()) {
          expect(one.x).to.be.at.least(0);
          expect(one.x + one.width).to.be.at.most(300);
          expect(one.row).to.be.within(0, rows - 1);
          for (const other of placed.slice(i + 1))
            if (other.row === one.row)
              expect(Math.max(one.x, other.x)).to.be.at.least(Math.min(one.x + one.width, other.x + other.width));
        }
      }),
    );
  });
});
