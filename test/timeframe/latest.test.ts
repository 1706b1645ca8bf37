import { expect } from '@open-wc/testing';
import { Latest } from '../../src/timeframe/latest.js';
import { settled } from './fake-clock.js';

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

describe('Latest', () => {
  it('drops the answer of an older task, even where that comes last and ignores the abort', async () => {
    const latest = new Latest();
    const [older, newer] = [deferred<string>(), deferred<string>()];
    const signals: AbortSignal[] = [];
    const told: unknown[] = [];
    for (const { promise } of [older, newer]) {
      latest.run(
        (signal) => (signals.push(signal), promise),
        (value) => told.push(value),
        (reason) => told.push(reason),
      );
    }
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    newer.resolve('newer');
    await settled();
    older.resolve('older');
    await settled();
    expect(told).to.deep.equal(['newer']);
    expect(latest.running).to.equal(false);
  });

  it('drops a late failure, and tells one of its own', async () => {
    const latest = new Latest();
    const [older, newer] = [deferred<string>(), deferred<string>()];
    const told: unknown[] = [];
    for (const { promise } of [older, newer]) {
      latest.run(
        () => promise,
        (value) => told.push(value),
        (reason) => told.push(reason),
      );
    }
    older.reject('older failed');
    newer.reject('newer failed');
    await settled();
    expect(told).to.deep.equal(['newer failed']);
  });

  it('tells nothing after it was cancelled', async () => {
    const latest = new Latest();
    const task = deferred<string>();
    const told: unknown[] = [];
    latest.run(
      () => task.promise,
      (value) => told.push(value),
      (reason) => told.push(reason),
    );
    latest.cancel();
    latest.cancel();
    task.resolve('late');
    await settled();
    expect(told).to.deep.equal([]);
  });
});
