import { expect } from '@open-wc/testing';
import type { RangeSpec } from '../../src/core/index.js';
import { RangeHistory } from '../../src/timeframe/range-history.js';

const last = (duration: number): RangeSpec => ({ kind: 'relative', duration });

describe('RangeHistory', () => {
  it('goes back and forward as a browser does', () => {
    const history = new RangeHistory();
    const [one, two, three] = [last(1), last(2), last(3)];
    history.leave(one);
    history.leave(two);
    expect(history.back(three)).to.equal(two);
    expect(history.back(two)).to.equal(one);
    expect(history.canGoBack).to.equal(false);
    expect(history.forward(one)).to.equal(two);
    expect(history.canGoForward).to.equal(true);
    history.leave(two);
    expect(history.canGoForward).to.equal(false);
  });

  it('has nothing at either end', () => {
    const history = new RangeHistory();
    expect(history.back(last(1))).to.equal(undefined);
    expect(history.forward(last(1))).to.equal(undefined);
    history.leave(last(1));
    history.clear();
    expect(history.canGoBack).to.equal(false);
  });

  it('remembers fifty steps', () => {
    const history = new RangeHistory();
    for (let step = 1; step <= 60; step++) history.leave(last(step));
    let current = last(61);
    let steps = 0;
    for (let target = history.back(current); target; target = history.back(current)) {
      current = target;
      steps++;
    }
    expect(steps).to.equal(50);
    expect(current).to.deep.equal(last(11));
  });
});
