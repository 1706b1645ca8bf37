import { expect } from '@open-wc/testing';
import { overviewRange } from '../../src/elements/navigator/overview-range.js';
import { moveWindow } from '../../src/elements/navigator/window-drag.js';

const at = (from: number, to: number): { from: number; to: number } => ({ from, to });

describe('what an overview shows', () => {
  it('follows the clock as long as the range is in its span', () => {
    expect(overviewRange(at(900, 1000), 500, 1000, null)).to.equal(null);
    // The end of a range that follows the clock is up to a bar later.
    expect(overviewRange(at(910, 1010), 500, 1000, null)).to.equal(null);
  });

  it('is fixed around a range that is not in it, and stays while it holds the next one', () => {
    const fixed = overviewRange(at(100, 200), 500, 1000, null);
    expect(fixed).to.deep.equal(at(-100, 400));
    expect(overviewRange(at(0, 100), 500, 1000, fixed)).to.equal(fixed);
    expect(overviewRange(at(350, 450), 500, 1000, fixed)).to.deep.equal(at(150, 650));
  });

  it('is twice as long as a range that is longer than its span, and shrinks again', () => {
    const wide = overviewRange(at(0, 1000), 500, 1000, null);
    expect(wide).to.deep.equal(at(-500, 1500));
    expect(overviewRange(at(100, 200), 500, 1000, wide)).to.deep.equal(at(-100, 400));
  });
});

describe('a window on an overview', () => {
  const limits = at(0, 1000);

  it('is moved as a whole up to the edges', () => {
    expect(moveWindow(at(100, 300), 'both', 50, limits)).to.deep.equal(at(150, 350));
    expect(moveWindow(at(100, 300), 'both', -500, limits)).to.deep.equal(at(0, 200));
    expect(moveWindow(at(100, 300), 'both', Infinity, limits)).to.deep.equal(at(800, 1000));
  });

  it('is moved by an end, which may pass the other one', () => {
    expect(moveWindow(at(100, 300), 'from', -50, limits)).to.deep.equal(at(50, 300));
    expect(moveWindow(at(100, 300), 'from', 400, limits)).to.deep.equal(at(300, 500));
    expect(moveWindow(at(100, 300), 'to', -Infinity, limits)).to.deep.equal(at(0, 100));
  });
});
