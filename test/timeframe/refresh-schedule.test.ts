import { expect } from '@open-wc/testing';
import { TimeframeStore, type Turn } from '../../src/timeframe/index.js';
import { RefreshSchedule } from '../../src/timeframe/refresh-schedule.js';

describe('RefreshSchedule', () => {
  it('goes by the turn that was looked up last, also where the answer before comes after it', async () => {
    const { state } = new TimeframeStore({ range: '1h', refresh: '1h' });
    const answers: ((turn: Turn) => void)[] = [];
    let changes = 0;
    const schedule = new RefreshSchedule(0, () => changes++);
    schedule.takeTurns(() => new Promise((resolve) => answers.push(resolve)));
    schedule.began(0);
    expect(answers.length).to.equal(2);
    answers[1]?.({ nth: 2, of: 3 });
    await Promise.resolve();
    const due = schedule.due(0, state, []);
    expect(due, 'the third turn').to.be.greaterThan(2 * 3_600_000);
    answers[0]?.({ nth: 0, of: 1 });
    await Promise.resolve();
    expect(schedule.due(0, state, [])).to.equal(due);
    expect(changes).to.equal(1);
  });

  it('keeps the turn that it has where none can be told, and is alone again where none are taken', async () => {
    const { state } = new TimeframeStore({ range: '1h', refresh: '1h' });
    const schedule = new RefreshSchedule(0, () => undefined);
    let known = true;
    schedule.takeTurns(async () => {
      if (!known) throw new Error('sandboxed');
      return { nth: 0, of: 3 };
    });
    await new Promise((resolve) => setTimeout(resolve));
    const due = schedule.due(0, state, []);
    expect(due).not.to.equal(3_600_000);
    known = false;
    schedule.began(0);
    await new Promise((resolve) => setTimeout(resolve));
    expect(schedule.due(0, state, [])).to.equal(due);
    schedule.takeTurns(null);
    expect(schedule.due(0, state, [])).to.equal(3_600_000);
  });
});
