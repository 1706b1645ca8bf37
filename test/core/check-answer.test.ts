import { expect } from '@open-wc/testing';
import {
  checkAnswer,
  checkFrame,
  FrameError,
  labelSet,
  NoMetricError,
  type Frame,
  type FrameRequest,
} from '../../src/core/index.js';

const REQUEST: FrameRequest = {
  metric: 'requests',
  by: [],
  replicas: ['a', 'b'],
  shape: 'series',
  step: 1000,
  range: { from: 0, to: 5000 },
};
const SERIES = {
  name: 'a',
  labels: labelSet([['replica', 'a']]),
  unit: 'requests',
  values: Float64Array.of(0, 1, NaN, 3, 4),
};

const GOOD: Frame = {
  kind: 'series',
  range: REQUEST.range,
  step: 1000,
  completeUntil: 4000,
  now: 4500,
  notices: [],
  times: Float64Array.of(0, 1000, 2000, 3000, 4000),
  series: [SERIES],
};

/** True where an answer is passed on as it is; the full check copies it, or refuses it. */
async function isSound(answer: unknown, request: FrameRequest): Promise<boolean> {
  const check: (answer: never, asked: FrameRequest) => Promise<unknown> = checkAnswer;
  const passed: Promise<unknown> = Reflect.apply(check, undefined, [answer, request]);
  const checked = await passed.catch((error: unknown) => {
    expect(error).to.be.an.instanceOf(FrameError);
  });
  return checked === answer;
}

/** One change each to a good frame, and whether it is passed on as it is. */
const CHANGES: readonly (readonly [Record<string, unknown>, boolean])[] = [
  [{}, true],
  [{ series: [] }, true],
  [{ times: new Float64Array(), series: [] }, true],
  [{ notices: ['late'] }, true],
  [{ step: 2000 }, true],
  [{ series: [SERIES, SERIES] }, false],
  [{ kind: 'events' }, false],
  [{ kind: 'histogram' }, false],
  [{ range: null }, false],
  [{ range: { from: 5, to: 1 } }, false],
  [{ range: { from: '0', to: 1 } }, false],
  [{ range: { from: NaN, to: 1 } }, false],
  [{ completeUntil: Infinity }, false],
  [{ now: undefined }, false],
  [{ step: null }, false],
  [{ step: 0 }, false],
  [{ step: '1000' }, false],
  [{ notices: 'late' }, false],
  [{ notices: [5] }, false],
  [{ times: [0, 1000, 2000, 3000, 4000] }, false],
  [{ times: Float64Array.of(0, 1000, 1000, 3000, 4000) }, false],
  [{ times: Float64Array.of(0, NaN, 2000, 3000, 4000) }, false],
  [{ times: Float64Array.of(0, 1000, 2000, 3000, Infinity) }, false],
  [{ series: {} }, false],
  [{ series: [null] }, false],
  [{ series: [{ ...SERIES, name: 5 }] }, false],
  [{ series: [{ ...SERIES, unit: 'bytes' }] }, false],
  [{ series: [{ ...SERIES, unit: 5 }] }, false],
  [{ series: [{ ...SERIES, labels: null }] }, false],
  [{ series: [{ ...SERIES, labels: { replica: 'a' } }] }, false],
  [{ series: [{ ...SERIES, labels: Object.assign(Object.create(null), { replica: 5 }) }] }, false],
  [{ series: [{ ...SERIES, values: [0, 1, 2, 3, 4] }] }, false],
  [{ series: [{ ...SERIES, values: Float64Array.of(1) }] }, false],
  [{ series: [{ ...SERIES, values: Float64Array.of(0, 1, -Infinity, 3, 4) }] }, false],
];

describe('checkAnswer', () => {
  for (const [change, sound] of CHANGES) {
    const text = JSON.stringify(change, (_, value: unknown) =>
      value instanceof Float64Array ? value.join(' ') : value,
    );
    it(`${sound ? 'passes on' : 'looks closer at'} a frame with ${text}`, async () => {
      const frame = Object.assign({}, GOOD, change);
      expect(await isSound(frame, REQUEST)).to.equal(sound);
      if (sound) expect(checkFrame(frame, REQUEST)).to.deep.equal(frame);
    });
  }

  it('makes maps of labels that are plain objects, whatever their names', async () => {
    const labels = JSON.parse('{ "replica": "a", "__proto__": "b" }') as Record<string, string>;
    const frame = { ...GOOD, series: [{ ...SERIES, labels }] };
    const checked = await checkAnswer(frame, REQUEST);
    expect(checked).to.deep.equal(checkFrame(frame, REQUEST));
    const [series] = checked.kind === 'series' ? checked.series : [];
    expect(Object.getPrototypeOf(series?.labels)).to.equal(null);
    expect(Object.keys(series?.labels ?? {})).to.deep.equal(['replica', '__proto__']);
    expect(series?.values).to.equal(SERIES.values);
  });

  it('leaves all that is no frame of series to the full check', async () => {
    for (const answer of [5, '<html>', [], new Map()]) {
      expect(await isSound(answer, REQUEST), String(answer)).to.equal(false);
    }
    expect(await isSound(GOOD, { ...REQUEST, shape: 'events' })).to.equal(false);
    expect(await isSound(GOOD, { ...REQUEST, step: null })).to.equal(false);
  });

  it('takes null for the word that there is no such metric', async () => {
    // @ts-expect-error -- A source may answer anything.
    const reason: unknown = await checkAnswer(null, REQUEST).catch((error: unknown) => error);
    expect(reason).to.be.instanceOf(NoMetricError).and.have.property('metric', REQUEST.metric);
  });

  it('takes any unit of a query, and of a metric that only the source knows', async () => {
    const frame = { ...GOOD, series: [{ ...SERIES, unit: 'parsecs' }] };
    expect(await isSound(frame, REQUEST)).to.equal(false);
    expect(await isSound(frame, { ...REQUEST, query: 'up' })).to.equal(true);
    expect(await isSound(frame, { ...REQUEST, metric: 'distance' })).to.equal(true);
    expect(await isSound({ ...frame, step: null }, { ...REQUEST, metric: 'distance', step: null })).to.equal(true);
  });

  it('refuses seconds where milliseconds of today are asked, in whatever part the time frame goes by', async () => {
    const from = Date.UTC(2026, 5, 1);
    const request: FrameRequest = { ...REQUEST, range: { from, to: from + 5000 } };
    const times = GOOD.kind === 'series' ? GOOD.times.map((time) => from + time) : new Float64Array();
    const frame = { ...GOOD, range: request.range, completeUntil: from + 4000, now: from + 4500, times };
    expect(await isSound(frame, request)).to.equal(true);
    expect(await isSound({ ...frame, times: new Float64Array(), series: [] }, request)).to.equal(true);
    // A source that knows all its history, and nothing that is complete.
    expect(await isSound({ ...frame, range: { from: 0, to: frame.range.to }, completeUntil: 0 }, request)).to.equal(
      true,
    );
    for (const [part, wrong] of Object.entries({
      'now of a stopwatch': { now: 1234 },
      now: { now: frame.now / 1000 },
      completeUntil: { completeUntil: frame.completeUntil / 1000 },
      'range.from': { range: { from: from / 1000, to: from } },
      'range.to': { range: { from: 0, to: from / 1000 } },
      times: { times: times.map((time) => time / 1000) },
    })) {
      const answer: Frame = { ...frame, ...wrong };
      const reason: unknown = await checkAnswer(answer, request).catch((error: unknown) => error);
      expect(reason, part).to.be.instanceOf(FrameError);
      expect(String(reason))
        .to.match(/range\.|now|completeUntil|times/)
        .and.contain('seconds');
    }
  });
});
