import { expect } from '@open-wc/testing';
import type { JobContext } from '../../src/timeframe/query-job.js';
import { QueryQueue } from '../../src/timeframe/query-queue.js';

const never = new Promise<never>(() => {});
const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function context(): JobContext & { abort(): void } {
  const controller = new AbortController();
  const { signal } = controller;
  const aborted = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(new Error('aborted'));
  });
  aborted.catch(() => undefined);
  return { signal, aborted, urgent: () => true, abort: () => controller.abort() };
}

/** Runs so many tasks that never end; `begun` counts those that have begun. */
function hang(queue: QueryQueue, count: number) {
  const state = { begun: 0, contexts: Array.from({ length: count }, context) };
  for (const one of state.contexts) {
    queue
      .run(() => {
        state.begun++;
        return never;
      }, one)
      .catch(() => undefined);
  }
  return state;
}

describe('QueryQueue', () => {
  it('lets others go on beside those that hang, and no more than twice as many in all', async () => {
    const queue = new QueryQueue(2, 20);
    const hanging = hang(queue, 9);
    const good = queue.run(() => Promise.resolve('good'), context());
    expect(hanging.begun).to.equal(2);
    await soon(90);
    expect(hanging.begun).to.equal(4);
    // Those that are late by now make room for each that ends, without a wait of their own.
    hanging.contexts[0]?.abort();
    await soon(0);
    expect(hanging.begun).to.equal(5);
    hanging.contexts.forEach(({ abort }) => abort());
    expect(await good).to.equal('good');
    // Nothing is counted twice: as many places as before.
    const again = hang(queue, 5);
    expect(again.begun).to.equal(2);
    again.contexts.forEach(({ abort }) => abort());
  });

  it('keeps the place of one that answers in time', async () => {
    const queue = new QueryQueue(1, 1000);
    const order: string[] = [];
    const slow = queue.run(() => soon(20).then(() => order.push('slow')), context());
    const next = queue.run(() => Promise.resolve(order.push('next')), context());
    await Promise.all([slow, next]);
    expect(order).to.deep.equal(['slow', 'next']);
  });

  it('lets none go beside a late one where the source says how many it takes', async () => {
    const hanging = hang(new QueryQueue(2, Infinity), 4);
    await soon(30);
    expect(hanging.begun).to.equal(2);
    hanging.contexts.forEach(({ abort }) => abort());
  });

  it('has six places for a source that says nothing that makes sense', () => {
    for (const places of [undefined, 0, -1, Number.NaN]) {
      const hanging = hang(new QueryQueue(places), 8);
      expect(hanging.begun, String(places)).to.equal(6);
      hanging.contexts.forEach(({ abort }) => abort());
    }
  });
});
