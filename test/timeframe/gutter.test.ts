import { expect } from '@open-wc/testing';
import { Gutter } from '../../src/timeframe/index.js';

describe('Gutter', () => {
  it('is as wide as its widest member, and gets narrower when that one leaves', () => {
    const gutter = new Gutter();
    const [a, b] = [{}, {}];
    const told: number[] = [];
    const undo = gutter.subscribe((width) => told.push(width));
    gutter.report(a, 40);
    gutter.report(b, 60);
    gutter.report(a, 50);
    gutter.leave(b);
    gutter.leave(b);
    expect(told).to.deep.equal([40, 60, 50]);
    undo();
    gutter.leave(a);
    expect(told).to.have.length(3);
    expect(gutter.width).to.equal(0);
  });
});
