import { expect } from '@open-wc/testing';
import type { FrameRequest, Source, SourceDescription } from '../../src/core/index.js';
import { composeSources, functionSource } from '../../src/sources/index.js';

const request = (metric: string): FrameRequest => ({
  metric,
  by: [],
  replicas: null,
  shape: 'series',
  step: 1000,
  range: { from: 0, to: 5000 },
});
const context = { signal: new AbortController().signal };

/** A source that notes its name when it is asked. */
function named(name: string, log: string[], description?: SourceDescription | Error): Source {
  const source = functionSource(({ metric }) => {
    log.push(`${name} ${metric}`);
    return [];
  });
  if (!description) return source;
  return {
    ...source,
    describe: () => (description instanceof Error ? Promise.reject(description) : Promise.resolve(description)),
  };
}

describe('composeSources', () => {
  it('is asked as much at a time as the least of them takes, where all say so', () => {
    const source = named('a', []);
    expect(composeSources({ ...source, concurrency: 9 }, { ...source, concurrency: Infinity }).concurrency).to.equal(9);
    expect(composeSources({ ...source, concurrency: 9 }, source).concurrency).to.equal(undefined);
  });

  it('asks the first that names the metric, and for others the first that names none', async () => {
    const log: string[] = [];
    const source = composeSources(
      named('a', log, { metrics: ['cpu'] }),
      named('b', log),
      named('c', log, { metrics: ['cpu', 'gpu'] }),
      named('d', log, new Error('down')),
    );
    for (const metric of ['cpu', 'gpu', 'tokens']) await source.query(request(metric), context);
    expect(log).to.deep.equal(['a cpu', 'c gpu', 'b tokens']);
  });

  it('says in words that nobody has a metric', async () => {
    const source = composeSources(named('a', [], { metrics: ['cpu'] }));
    const told = await source.query(request('gpu'), context).catch((error: unknown) => error);
    expect(told).to.be.an('error').with.property('message').that.contains('"gpu"');
  });

  it('asks for descriptions again where nobody has the metric: it may have come since', async () => {
    const log: string[] = [];
    let metrics = ['cpu'];
    let descriptions = 0;
    const server: Source = {
      ...named('a', log),
      describe: () => {
        descriptions++;
        return Promise.resolve({ metrics });
      },
    };
    const source = composeSources(server);
    await source.query(request('cpu'), context);
    await source.query(request('cpu'), context);
    expect(descriptions).to.equal(1);
    metrics = ['cpu', 'gpu'];
    await source.query(request('gpu'), context);
    expect(log).to.deep.equal(['a cpu', 'a cpu', 'a gpu']);
    expect(descriptions).to.equal(2);
  });

  it('describes all of them together', async () => {
    const one = named('a', [], { metrics: ['cpu'], replicas: [{ name: 'r1' }], minStep: 10_000 });
    const two = named('b', [], { metrics: ['cpu', 'gpu'], replicas: [{ name: 'r1' }, { name: 'r2' }] });
    expect(await composeSources(one, two).describe?.(context)).to.deep.equal({
      metrics: ['cpu', 'gpu'],
      replicas: [{ name: 'r1' }, { name: 'r2' }],
      minStep: 10_000,
    });
    expect(await composeSources(one, named('c', [])).describe?.(context)).not.to.have.property('metrics');
  });

  it('passes pushes of each on, and stops all of them', () => {
    const listeners = new Set<() => void>();
    const pushing: Source = {
      ...named('a', []),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    let pushes = 0;
    const stop = composeSources(pushing, named('b', [])).subscribe?.(() => pushes++);
    for (const push of listeners) push();
    stop?.();
    expect([pushes, listeners.size]).to.deep.equal([1, 0]);
  });
});
