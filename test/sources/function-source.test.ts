import { expect } from '@open-wc/testing';
import { labelSet, type Frame, type FrameRequest, type SimpleAnswer } from '../../src/core/index.js';
import { asSource, functionSource } from '../../src/sources/index.js';

const REQUEST: FrameRequest = {
  metric: 'requests',
  by: ['status'],
  replicas: null,
  shape: 'series',
  step: 60_000,
  range: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 1, 0, 5) },
};
const NOW = Date.UTC(2026, 0, 1, 0, 4, 30);
const context = (): { signal: AbortSignal } => ({ signal: new AbortController().signal });

async function failure(answer: unknown): Promise<unknown> {
  try {
    return await functionSource(() => answer as SimpleAnswer).query(REQUEST, context());
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe('functionSource', () => {
  it('hands the request and the signal on, and a frame through', async () => {
    const frame: Frame = {
      kind: 'series',
      range: REQUEST.range,
      step: 60_000,
      completeUntil: NOW,
      now: NOW,
      notices: [],
      times: Float64Array.of(REQUEST.range.from),
      series: [{ name: '200', labels: labelSet([['status', '200']]), unit: 'requests', values: Float64Array.of(1) }],
    };
    const { signal } = context();
    const got: unknown[] = [];
    const source = functionSource((...asked) => {
      got.push(...asked);
      return frame;
    });
    expect(await source.query(REQUEST, { signal })).to.equal(frame);
    expect(got).to.deep.equal([REQUEST, { signal }]);
  });

  it('makes a frame of rows by name, even of one that is named kind', async () => {
    const { from } = REQUEST.range;
    const rows = { 200: [{ time: from, value: 7 }], kind: [[from + 60_000, null]] } as const;
    const frame = await functionSource(
      () => Promise.resolve(rows),
      () => NOW,
    ).query(REQUEST, context());
    expect(frame.kind === 'series' && frame.series.map(({ name, values }) => [name, ...values])).to.deep.equal([
      ['200', 7, NaN],
      ['kind', NaN, NaN],
    ]);
    expect(frame.now).to.equal(NOW);
  });

  it('goes by the clock of this machine where none is given', async () => {
    const frame = await functionSource(() => []).query(REQUEST, context());
    expect(frame.now).to.be.closeTo(Date.now(), 5000);
  });

  it('says in words what is wrong with an answer', async () => {
    for (const answer of [undefined, null, '<html>', 5, [[1, 2]], [[NOW, Infinity]], { a: 5 }, new Map()]) {
      expect(await failure(answer), String(answer))
        .to.be.a('string')
        .that.contains('"requests"');
    }
  });
});

describe('asSource', () => {
  it('takes a source as it is, and makes one source of a function', () => {
    const source = functionSource(() => []);
    const answer = (): SimpleAnswer => [];
    expect(asSource(source)).to.equal(source);
    expect(asSource(answer)).to.equal(asSource(answer));
    expect(asSource(answer)).to.have.property('query');
    expect(asSource(null)).to.equal(null);
    expect(asSource(undefined)).to.equal(null);
  });

  it('refuses anything else in words', () => {
    for (const value of ['/prometheus', 5, {}, { query: 'up' }]) {
      expect(() => asSource(value), String(value)).to.throw(TypeError, 'is not a source');
    }
  });
});
