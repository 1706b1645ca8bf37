import { expect } from '@open-wc/testing';
import type { EventsFrame, FrameRequest, HistogramFrame, IntervalsFrame, SeriesFrame } from '../../src/core/index.js';
import { checkAnswer, checkFrame, FrameError, labelSet } from '../../src/core/index.js';

const FROM = Date.UTC(2026, 10, 24);
const facts = {
  range: { from: FROM, to: FROM + 3000 },
  step: 1000,
  completeUntil: FROM + 2000,
  now: FROM + 2500,
  notices: ['slow'],
};
const times = Float64Array.of(FROM, FROM + 1000, FROM + 2000);
const values = Float64Array.of(0.1, NaN, 0.3);

const request = (changes: Partial<FrameRequest> = {}): FrameRequest => ({
  metric: 'latency',
  range: facts.range,
  step: 1000,
  by: ['quantile'],
  replicas: null,
  shape: 'series',
  ...changes,
});
const p99 = { name: '0.99', labels: labelSet([['quantile', '0.99']]), unit: 'seconds', values };
const series: SeriesFrame = { ...facts, kind: 'series', times, series: [p99] };
const histogram: HistogramFrame = {
  ...facts,
  kind: 'histogram',
  times,
  bounds: Float64Array.of(1, Infinity),
  counts: Float64Array.of(1, 2, 3, 4, 5, 6),
  unit: 'seconds',
};
const intervals: IntervalsFrame = {
  ...facts,
  kind: 'intervals',
  lanes: [{ name: 'a', labels: labelSet(), intervals: [{ from: FROM, to: FROM + 1000, state: 'running' }] }],
};
const events: EventsFrame = {
  ...facts,
  kind: 'events',
  events: [
    { at: FROM, until: null, label: 'deploy', labels: labelSet() },
    { at: FROM, until: FROM + 1000, label: 'outage', labels: labelSet() },
  ],
};

/** What the quick check says of the same: it may be no milder. */
const doubts: { answer: unknown; asked: FrameRequest; words: string }[] = [];

/** What is said of a frame that differs from a good one. */
function said(changes: object, asked: Partial<FrameRequest> = {}, base: object = series): string {
  let words = '';
  try {
    checkFrame({ ...base, ...changes }, request(asked));
  } catch (error) {
    expect(error).to.be.instanceOf(FrameError);
    if (error instanceof FrameError) {
      expect(error.name).to.equal('FrameError');
      words = error.message;
    }
  }
  doubts.push({ answer: { ...base, ...changes }, asked: request(asked), words });
  return words;
}
const saidOf = (answer: unknown): string => {
  try {
    checkFrame(answer, request());
    return '';
  } catch (error) {
    return error instanceof FrameError ? error.message : String(error);
  }
};

describe('a good frame', () => {
  it('passes in every shape, with its own columns', () => {
    const checked = checkFrame(series, request());
    expect(checked).to.deep.equal(series);
    expect(checked.kind === 'series' && checked.times).to.equal(times);
    expect(checked.kind === 'series' && checked.series[0]?.values).to.equal(values);
    expect(checkFrame(histogram, request({ shape: 'histogram' }))).to.deep.equal(histogram);
    expect(checkFrame(intervals, request({ shape: 'intervals', metric: 'replica-states' }))).to.deep.equal(intervals);
    expect(checkFrame(events, request({ shape: 'events' }))).to.deep.equal(events);
  });

  it('may be empty', () => {
    const empty = { ...series, times: new Float64Array(), series: [] };
    expect(checkFrame(empty, request())).to.deep.equal(empty);
  });

  it('may come from JSON, with lists and nulls', () => {
    const plain = { ...series, times: [...times], series: [{ ...p99, values: [0.1, null, 0.3] }] };
    expect(checkFrame(plain, request())).to.deep.equal(series);
  });

  it('may have one value for the whole range, if that was asked', () => {
    const one = {
      ...series,
      step: null,
      times: times.subarray(0, 1),
      series: [{ ...p99, values: values.subarray(0, 1) }],
    };
    expect(checkFrame(one, request({ step: null }))).to.deep.equal(one);
    expect(said({ step: null })).to.contain('step is not a number, as asked');
    expect(said({}, { step: null })).to.contain('step is not null, as asked');
  });

  it('may have any unit for a metric that is not in the table, or a query', () => {
    const watts = { ...series, series: [{ ...p99, unit: 'watts' }] };
    expect(checkFrame(watts, request({ metric: 'power' })).kind).to.equal('series');
    expect(checkFrame(watts, request({ query: 'x' })).kind).to.equal('series');
  });

  it('takes over nothing but its own fields, and labels without a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__":"x","constructor":"y"}');
    const checked = checkFrame({ ...series, extra: 1, series: [{ ...p99, labels: hostile }] }, request());
    expect(checked).not.to.have.property('extra');
    const labels = checked.kind === 'series' ? checked.series[0]?.labels : undefined;
    expect(Object.getPrototypeOf(labels)).to.equal(null);
    expect(Object.keys(labels ?? {})).to.deep.equal(['__proto__', 'constructor']);
    expect('polluted' in {}).to.equal(false);
  });
});

describe('an answer that is no frame', () => {
  it('is named, with what to do', () => {
    expect(saidOf(undefined)).to.equal(
      'The answer for "latency" cannot be drawn: nothing came back; return a frame, or rows of { time, value }',
    );
    expect(saidOf(null)).to.equal('NoMetricError: The source has no metric "latency"');
    expect(saidOf('\n<!doctype html>')).to.contain('an HTML page came back where data was expected (a login page?)');
    expect(saidOf('no')).to.contain('"no" came back');
    expect(saidOf(7)).to.contain('"7" came back');
    expect(saidOf(Promise.resolve())).to.contain('Promise came back');
    expect(saidOf(new Map())).to.contain('Map came back');
    expect(saidOf([])).to.contain('"undefined" came back where "series" was asked');
    expect(saidOf(histogram)).to.contain('"histogram" came back where "series" was asked');
  });
});

describe('a bad frame', () => {
  const one = (changes: object) => said({ series: [{ ...p99, ...changes }] });

  it('says which fact is wrong', () => {
    expect(said({ step: 0 })).to.contain('step is not more than zero');
    expect(said({ step: '1m' })).to.contain('step is not a time in ms');
    expect(said({ range: null })).to.contain('range is not an object');
    expect(said({ range: { from: 2, to: 1 } })).to.contain('range.from and range.to do not ascend');
    expect(said({ range: { from: NaN, to: 1 } })).to.contain('range.from is not a time in ms');
    expect(said({ completeUntil: undefined })).to.contain('completeUntil is not a time');
    expect(said({ now: Infinity })).to.contain('now is not a time');
    expect(said({ notices: 'slow' })).to.contain('notices is not a list');
    expect(said({ notices: [1] })).to.contain('a notice is not a text');
  });

  it('says where times are wrong', () => {
    expect(said({ times: Float64Array.of(FROM, FROM, FROM + 1) })).to.contain('times do not ascend; sort them');
    expect(said({ times: Float64Array.of(FROM, NaN, FROM + 1) })).to.contain('times do not ascend');
    expect(said({ times: Float64Array.of(-Infinity, 0, 1) })).to.contain('times do not ascend');
    expect(said({ times: Float64Array.of(0, 1, Infinity) })).to.contain('times is not a time in ms');
    expect(said({ times: Float64Array.of(-1e300, 0, 1) })).to.contain('times is not a time in ms');
    expect(said({ times: ['a', 'b', 'c'] })).to.contain('times is not a list of numbers');
    expect(said({ times: 'soon' })).to.contain('times is not a list');
  });

  it('says which series is ragged, infinite, in another unit or twice there', () => {
    expect(one({ values: values.subarray(1) })).to.contain('"0.99" has 2 values for 3');
    expect(one({ values: Float64Array.of(1, Infinity, 1) })).to.contain(
      '"0.99" is infinite at 2026-11-24T00:00:01.000Z',
    );
    expect(one({ values: Float64Array.of(1, 1, -Infinity) })).to.contain('infinite at 2026-11-24T00:00:02.000Z');
    expect(one({ unit: 'ms' })).to.contain('it came in "ms"; the contract wants "seconds"');
    expect(one({ unit: 1 })).to.contain('the unit of "0.99" is not a text');
    expect(one({ name: 99 })).to.contain('a name in series is not a text');
    expect(one({ labels: { quantile: 0.99 } })).to.contain('labels of "0.99"."quantile" is not a text');
    expect(said({ series: [p99, p99] })).to.contain('"0.99" came twice');
    expect(said({ series: [null] })).to.contain('series is not an object');
  });

  it('says what is wrong with buckets', () => {
    const asked = { shape: 'histogram' } as const;
    expect(said({ bounds: Float64Array.of(1, 1) }, asked, histogram)).to.contain('bounds do not ascend');
    expect(said({ counts: Float64Array.of(1) }, asked, histogram)).to.contain('counts has 1 values for 6');
    expect(said({ counts: Float64Array.of(1, 2, 3, Infinity, 5, 6) }, asked, histogram)).to.contain(
      'counts is infinite at 2026-11-24T00:00:01.000Z',
    );
    expect(said({ unit: 'ms' }, asked, histogram)).to.contain('"seconds"');
  });

  it('says what is wrong with intervals', () => {
    const asked = { shape: 'intervals' } as const;
    const lane = (...list: object[]) => said({ lanes: [{ name: 'a', labels: {}, intervals: list }] }, asked, intervals);
    expect(lane({ from: 5, to: 1, state: 'x' })).to.contain('"a".from and "a".to do not ascend');
    expect(lane({ from: 1, to: 5, state: 'x' }, { from: 4, to: 6, state: 'y' })).to.contain(
      'the intervals of "a" do not ascend',
    );
    expect(lane({ from: 1, to: 5, state: 7 })).to.contain('a state of "a" is not a text');
  });

  it('says what is wrong with events', () => {
    const asked = { shape: 'events' } as const;
    const event = (changes: object) => said({ events: [{ ...events.events[0], ...changes }] }, asked, events);
    expect(event({ at: 'noon' })).to.contain('at is not a time');
    expect(event({ until: FROM - 1 })).to.contain('an event.from and an event.to do not ascend');
    expect(event({ label: null })).to.contain('label is not a text');
  });
});

/** Hands over anything where a frame is wanted, as a source without types may. */
async function quickly(answer: unknown, asked: FrameRequest): Promise<unknown> {
  const check: (answer: never, asked: FrameRequest) => Promise<unknown> = checkAnswer;
  return Reflect.apply(check, undefined, [answer, asked]);
}

describe('the quick check of an answer', () => {
  it('passes a good frame as it is', async () => {
    expect(await checkAnswer(series, request())).to.equal(series);
    const one = {
      ...series,
      step: null,
      times: times.subarray(0, 1),
      series: [{ ...p99, values: values.subarray(0, 1) }],
    };
    expect(await checkAnswer(one, request({ step: null }))).to.equal(one);
    const watts = { ...series, series: [{ ...p99, unit: 'watts' }] };
    expect(await checkAnswer(watts, request({ query: 'x' }))).to.equal(watts);
    const empty = { ...series, times: new Float64Array(), series: [] };
    expect(await checkAnswer(empty, request())).to.equal(empty);
  });

  it('leaves what it does not know to the full one', async () => {
    expect(await checkAnswer(histogram, request({ shape: 'histogram' }))).to.deep.equal(histogram);
    expect(await quickly({ ...series, times: [...times] }, request())).to.deep.equal(series);
    const labels: unknown = { quantile: '0.99' };
    const checked = await quickly({ ...series, series: [{ ...p99, labels }] }, request());
    expect(checked).to.deep.equal(series);
  });

  it('refuses whatever the full one refuses, in the same words', async () => {
    expect(doubts.length).to.be.greaterThan(30);
    for (const { answer, asked, words } of [
      ...doubts,
      { answer: undefined, asked: request(), words: 'nothing came' },
    ]) {
      const error: unknown = await quickly(answer, asked).catch((reason: unknown) => reason);
      expect(error, words).to.be.instanceOf(FrameError);
      if (error instanceof FrameError) expect(error.message).to.contain(words);
    }
  });
});
