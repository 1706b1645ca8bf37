import { expect } from '@open-wc/testing';
import { checkFrame, labelSet, type Frame, type FrameRequest } from '../../src/core/index.js';
import { isSound } from '../../src/timeframe/sound-frame.js';
import { fullAnswer } from './synthetic-source.js';

const REQUEST: FrameRequest = {
  metric: 'requests',
  by: [],
  replicas: ['a', 'b'],
  shape: 'series',
  step: 1000,
  range: { from: 0, to: 5000 },
};
const GOOD = fullAnswer(REQUEST, 4500);
const SERIES = {
  name: 'a',
  labels: labelSet([['replica', 'a']]),
  unit: 'requests',
  values: Float64Array.of(0, 1, NaN, 3, 4),
};

/** One change each to a good frame, and the value `isSound` gives it. */
const CHANGES: readonly (readonly [Record<string, unknown>, boolean])[] = [
  [{}, true],
  [{ series: [] }, true],
  [{ series: [SERIES] }, true],
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

describe('isSound', () => {
  for (const [change, sound] of CHANGES) {
    const text = JSON.stringify(change, (_, value: unknown) =>
      value instanceof Float64Array ? value.join(' ') : value,
    );
    it(`is ${sound} of a frame with ${text}`, () => {
      const frame = Object.assign({}, GOOD, change);
      expect(isSound(frame, REQUEST)).to.equal(sound);
      if (sound) expect(checkFrame(frame, REQUEST)).to.deep.equal(frame);
    });
  }

  it('leaves all that is no frame of series to the full check', () => {
    for (const answer of [null, undefined, 5, '<html>', [], new Map()]) {
      expect(isSound(answer as unknown as Frame, REQUEST), String(answer)).to.equal(false);
    }
    expect(isSound(GOOD, { ...REQUEST, shape: 'events' })).to.equal(false);
    expect(isSound(GOOD, { ...REQUEST, step: null })).to.equal(false);
  });

  it('takes any unit of a query, and of a metric that only the source knows', () => {
    const frame = { ...GOOD, series: [{ ...SERIES, unit: 'parsecs' }] };
    expect(isSound(frame, REQUEST)).to.equal(false);
    expect(isSound(frame, { ...REQUEST, query: 'up' })).to.equal(true);
    expect(isSound(frame, { ...REQUEST, metric: 'distance' })).to.equal(true);
    expect(isSound({ ...frame, step: null }, { ...REQUEST, metric: 'distance', step: null })).to.equal(true);
  });
});
