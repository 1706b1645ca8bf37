import { expect } from '@open-wc/testing';
import { alignDown, alignRange, alignUp, HOUR, MINUTE, stepFor, STEPS } from '../../src/core/index.js';

describe('a step', () => {
  it('is the smallest rung of at least what is asked, or the largest of all', () => {
    expect(stepFor(0)).to.equal(1000);
    expect(stepFor(1000)).to.equal(1000);
    expect(stepFor(1001)).to.equal(2000);
    expect(stepFor(31 * MINUTE)).to.equal(HOUR);
    expect(stepFor(1e12)).to.equal(12 * HOUR);
  });

  it('comes from a ladder whose rungs divide days, and ends below one', () => {
    const [seconds, minutes, hours] = [
      [1, 2, 5, 10, 15, 30],
      [1, 2, 5, 10, 15, 30],
      [1, 2, 3, 6, 12],
    ];
    expect(STEPS).to.deep.equal([
      ...seconds.map((count) => count * 1000),
      ...minutes.map((count) => count * 60_000),
      ...hours.map((count) => count * 3_600_000),
    ]);
  });

  it('aligns times down and up, also before 1970', () => {
    expect(alignDown(61_000, MINUTE)).to.equal(60_000);
    expect(alignUp(61_000, MINUTE)).to.equal(120_000);
    expect(alignUp(60_000, MINUTE)).to.equal(60_000);
    expect(alignDown(-1, MINUTE)).to.equal(-60_000);
  });

  it('widens a range to whole steps of UTC below an hour', () => {
    const range = { from: 90_000, to: 150_000 };
    expect(alignRange(range, MINUTE, 'Asia/Kolkata')).to.deep.equal({ from: 60_000, to: 180_000 });
  });

  it('stands on round local hours from an hour on', () => {
    const range = { from: Date.UTC(2026, 0, 1, 9, 50), to: Date.UTC(2026, 0, 1, 12, 10) };
    expect(alignRange(range, HOUR, 'Asia/Kolkata')).to.deep.equal({
      from: Date.UTC(2026, 0, 1, 9, 30),
      to: Date.UTC(2026, 0, 1, 12, 30),
    });
  });

  it('takes the offset at the start of a range over a change of the clock', () => {
    const range = { from: Date.UTC(2026, 2, 28, 23, 10), to: Date.UTC(2026, 2, 29, 11, 10) };
    expect(alignRange(range, 6 * HOUR, 'Europe/Paris')).to.deep.equal({
      from: Date.UTC(2026, 2, 28, 23),
      to: Date.UTC(2026, 2, 29, 11) + 6 * HOUR,
    });
  });
});
