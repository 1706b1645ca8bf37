import { expect } from '@open-wc/testing';
import { systemClock } from '../../src/timeframe/index.js';
import { RefreshClock, refreshClockOf } from '../../src/timeframe/refresh-clock.js';
import { FakeClock } from './fake-clock.js';

describe('RefreshClock', () => {
  it('has one timer however many are due, and none when nobody is', async () => {
    const clock = new FakeClock(0);
    const alarms = new RefreshClock(clock);
    const rung: string[] = [];
    const [a, b, c] = [{}, {}, {}];
    alarms.set(a, 1000, () => rung.push('a'));
    alarms.set(b, 1050, () => rung.push('b'));
    alarms.set(c, 5000, () => rung.push('c'));
    expect(clock.timers).to.equal(1);
    await clock.advance(1000);
    expect(rung).to.deep.equal(['a', 'b']);
    await clock.advance(3999);
    expect(rung).to.deep.equal(['a', 'b']);
    alarms.clear(c);
    alarms.clear(c);
    expect(clock.timers).to.equal(0);
  });

  it('replaces a member’s alarm, and lets it set the next one while it rings', async () => {
    const clock = new FakeClock(0);
    const alarms = new RefreshClock(clock);
    const rung: number[] = [];
    const member = {};
    const ring = (): void => {
      rung.push(clock.now());
      alarms.set(member, clock.now() + 1000, ring);
    };
    alarms.set(member, 100, () => rung.push(-1));
    alarms.set(member, 1000, ring);
    await clock.advance(3500);
    expect(rung).to.deep.equal([1000, 2000, 3000]);
  });

  it('waits in parts for what is due later than a timer can wait', async () => {
    const clock = new FakeClock(0);
    const waits: number[] = [];
    const alarms = new RefreshClock({
      now: () => clock.now(),
      setTimeout: (run, ms) => {
        waits.push(ms);
        return clock.setTimeout(run, ms);
      },
      clearTimeout: (timer) => clock.clearTimeout(timer),
    });
    const month = 30 * 24 * 3_600_000;
    let rung = 0;
    alarms.set({}, month, () => rung++);
    await clock.advance(month - 1);
    expect(rung).to.equal(0);
    await clock.advance(1);
    expect(rung).to.equal(1);
    expect(Math.max(...waits)).to.be.below(2 ** 31);
    expect(waits.length).to.be.below(5);
  });

  it('rings for each member when it would have, though the clock is set back', async () => {
    const clock = new FakeClock(3_600_000);
    const alarms = new RefreshClock(clock);
    const rung: (readonly [string, number])[] = [];
    const ring = (name: string, wait: number) => {
      const member = {};
      const set = (): void => alarms.set(member, clock.now() + wait, () => (rung.push([name, clock.now()]), set()));
      set();
    };
    ring('a', 1000);
    ring('b', 1500);
    await clock.advance(500);
    clock.setBack(3_600_000);
    // Somebody else sets an alarm before the first one rings.
    alarms.set({}, clock.now() + 100_000, () => undefined);
    await clock.advance(2600);
    // Late by no more than what had passed before it was seen.
    expect(rung).to.deep.equal([
      ['a', 1500],
      ['b', 2000],
      ['a', 2500],
    ]);
  });

  it('is one for all who go by the system clock', () => {
    expect(refreshClockOf(systemClock)).to.equal(refreshClockOf(systemClock));
    expect(refreshClockOf(new FakeClock())).not.to.equal(refreshClockOf(systemClock));
  });
});

describe('systemClock', () => {
  it('calls back unless that is taken back', async () => {
    const told: string[] = [];
    const before = Date.now();
    await new Promise<void>((resolve) => {
      systemClock.clearTimeout(systemClock.setTimeout(() => told.push('no'), 0));
      systemClock.setTimeout(() => {
        told.push('yes');
        resolve();
      }, 0);
    });
    expect(told).to.deep.equal(['yes']);
    expect(systemClock.now()).to.be.at.least(before);
  });
});
