import { expect } from '@open-wc/testing';
import type { FrameRequest } from '../../src/core/index.js';
import { checkFrame, FrameError, frameFromRows } from '../../src/core/index.js';

const FROM = Date.UTC(2026, 10, 24);
const NOW = FROM + 30_000;
const ask = (changes: Partial<FrameRequest> = {}): FrameRequest => ({
  metric: 'requests',
  range: { from: FROM, to: FROM + 60_000 },
  step: 10_000,
  by: ['status'],
  replicas: null,
  shape: 'series',
  ...changes,
});
const at = (seconds: number) => FROM + seconds * 1000;

/** The frame, checked as any other, in short. */
function read(answer: unknown, changes: Partial<FrameRequest> = {}) {
  const frame = frameFromRows(answer, ask(changes), NOW);
  expect(checkFrame(frame, ask(changes))).to.deep.equal(frame);
  return {
    times: [...frame.times].map((time) => (time - FROM) / 1000),
    series: frame.series.map(({ name, values }) => `${name}: ${[...values].join(' ')}`),
    frame,
  };
}
function said(answer: unknown, changes: Partial<FrameRequest> = {}): string {
  try {
    frameFromRows(answer, ask(changes), NOW);
    return '';
  } catch (error) {
    return error instanceof FrameError ? error.message : String(error);
  }
}

describe('simple rows', () => {
  it('are one series when they stand alone', () => {
    const { times, series, frame } = read([[at(0), 1], [at(10), null], { time: at(20), value: 3 }]);
    expect(times).to.deep.equal([0, 10, 20]);
    expect(series).to.deep.equal(['requests: 1 NaN 3']);
    expect(frame.series[0]).to.deep.include({ unit: 'requests' });
    expect(frame).to.deep.include({ step: 10_000, range: ask().range, now: NOW, completeUntil: NOW, notices: [] });
  });

  it('are series by the value of the first label, on one list of times', () => {
    const { times, series, frame } = read({
      200: [
        [at(0), 1],
        [at(20), 2],
      ],
      503: [[at(10), 5]],
    });
    expect(times).to.deep.equal([0, 10, 20]);
    expect(series).to.deep.equal(['200: 1 NaN 2', '503: NaN 5 NaN']);
    expect({ ...frame.series[1]?.labels }).to.deep.equal({ status: '503' });
  });

  it('may have times in ISO 8601', () => {
    expect(read([['2026-11-24T00:00:10Z', 1]]).times).to.deep.equal([10]);
    expect(read([{ time: '2026-11-24T01:00:10+01:00', value: 1 }]).times).to.deep.equal([10]);
  });

  it('fall into the steps of the request, where counts are added up', () => {
    const { times, series } = read([
      [at(0), 1],
      [at(4), 2],
      [at(9), NaN],
      [at(13), 4],
      [at(27), NaN],
      [at(28), NaN],
    ]);
    expect(times).to.deep.equal([0, 10, 20]);
    expect(series).to.deep.equal(['requests: 3 4 NaN']);
  });

  it('are joined as their metric is', () => {
    const rows = [
      [at(0), 0.2],
      [at(5), 0.4],
    ];
    expect(read(rows, { metric: 'gpu' }).series).to.deep.equal([`gpu: ${(0.2 + 0.4) / 2}`]);
    expect(
      read(
        {
          running: [
            [at(0), 2],
            [at(5), 4],
          ],
        },
        { metric: 'replicas' },
      ).series,
    ).to.deep.equal(['running: 4']);
    expect(said({ 0.99: rows }, { metric: 'latency' })).to.equal(
      'The answer for "latency" cannot be drawn: "0.99" has more than one row in a step of 10s; return one row for each request.step',
    );
    expect(said(rows, { metric: 'power' })).to.contain('more than one row in a step');
  });

  it('outside the range are left out', () => {
    expect(
      read([
        [at(-10), 9],
        [at(0), 1],
        [at(60), 9],
      ]).series,
    ).to.deep.equal(['requests: 1']);
  });

  it('say what stands in place of a row, also where it cannot be written as a text', () => {
    expect(said([, [at(0), 1]])).to.contain('is not { time, value }');
    expect(said([[Object.create(null), 1]])).to.contain('has the time');
    expect(said([[at(0), Object.create(null)]])).to.contain('has the value');
    expect(said([[at(0), Symbol('x')]])).to.contain('has the value');
  });

  it('are one value for the whole range where no step was asked', () => {
    const { times, series } = read({ 200: [[at(30), 5]] }, { step: null });
    expect(times).to.deep.equal([0]);
    expect(series).to.deep.equal(['200: 5']);
    expect(
      said(
        [
          [at(0), 1],
          [at(1), 2],
        ],
        { step: null },
      ),
    ).to.contain('request.step is null: return one for the whole range');
  });

  it('name their series by what was asked when the metric is unknown', () => {
    const labels = (changes: Partial<FrameRequest>) =>
      Object.keys(read({ a: [[at(0), 1]] }, changes).frame.series[0]?.labels ?? {});
    expect(labels({ metric: 'power', by: ['rack'] })).to.deep.equal(['rack']);
    expect(labels({ metric: 'power', by: [] })).to.deep.equal(['series']);
    expect(labels({ query: 'x', by: ['rack'] })).to.deep.equal(['rack']);
  });

  it('may be none', () => {
    expect(read([]).series).to.deep.equal(['requests: ']);
    expect(read({}).series).to.deep.equal([]);
  });

  it('come with a warning when they are further apart than was asked', () => {
    expect(
      read([
        [at(0), 1],
        [at(30), 1],
      ]).frame.notices,
    ).to.deep.equal(['Rows came 30s apart where steps of 10s were asked']);
  });

  it('have the step that they really have when that is coarser than asked', () => {
    const minutes = [-60, 0, 60, 180].map((seconds) => [at(seconds + 5), seconds]);
    const { times, series, frame } = read(minutes, { step: 2000 });
    expect(frame.step).to.equal(60_000);
    expect(times).to.deep.equal([-55, 5]);
    expect(series).to.deep.equal(['requests: -60 0']);
    // However little of them lies in the range.
    const inside = { range: { from: at(10), to: at(14) }, step: 2000 };
    expect(read(minutes, inside)).to.deep.include({ times: [5], series: ['requests: 0'] });
    const latency = read({ 0.5: minutes, 0.9: minutes.slice(1) }, { step: 2000, metric: 'latency' });
    expect(latency.frame.step).to.equal(60_000);
    expect(latency.series).to.deep.equal(['0.5: -60 0', '0.9: NaN 0']);
  });

  it('keep the step that was asked where they are not regularly apart', () => {
    const { times, frame } = read([0, 25, 55].map((seconds) => [at(seconds), 1]));
    expect([times, frame.step]).to.deep.equal([[0, 20, 50], 10_000]);
    expect(frame.notices).to.have.length(1);
    const offset = read({
      a: [
        [at(0), 1],
        [at(30), 1],
      ],
      b: [
        [at(10), 1],
        [at(40), 1],
      ],
    });
    expect(offset.frame.step).to.equal(10_000);
  });

  it('may have hostile names', () => {
    const answer: unknown = JSON.parse(`{"__proto__":[[${at(0)},1]],"constructor":[[${at(0)},2]]}`);
    const { series, frame } = read(answer);
    expect(series).to.deep.equal(['__proto__: 1', 'constructor: 2']);
    expect(Object.getPrototypeOf(frame.series[0]?.labels)).to.equal(null);
    expect(frame.series[0]?.labels.status).to.equal('__proto__');
  });
});

describe('bad rows', () => {
  it('say how percentiles are named, where none is named by its quantile', () => {
    const latency = { metric: 'latency', quantiles: [0.99, 0.5] };
    expect(said({ p99: [[at(0), 1]], p50: [[at(0), 1]] }, latency)).to.contain(
      '"p99, p50" came; name them as in request.quantiles: 0.99, 0.5',
    );
    expect(said({ 99: [[at(0), 1]] }, latency)).to.contain('"99" came');
    // What stands beside them may have any name.
    expect(said({ 0.99: [[at(0), 1]], mean: [[at(0), 1]] }, latency)).to.equal('');
    expect(said({}, latency)).to.equal('');
    expect(said({ a: [[at(0), 1]] })).to.equal('');
  });

  it('say the frame to return where rows cannot be it', () => {
    expect(said({ a: [] }, { metric: 'replica-states', shape: 'intervals' })).to.contain(
      'lanes: [{ name, labels: {}, intervals: [{ from, to, state }] }]',
    );
    expect(said({ a: [] }, { metric: 'scaling', shape: 'events' })).to.contain('answer request.shape');
  });

  it('are refused in words that name the series', () => {
    expect(said(undefined)).to.contain('nothing came back');
    expect(said('<html>')).to.contain('an HTML page came back');
    expect(said({ 200: 'x' })).to.contain('"200" is not a list of rows');
    expect(said({ 200: [7] })).to.contain('A row of "200" is not { time, value }');
    expect(
      said([
        [at(10), 1],
        [at(0), 1],
      ]),
    ).to.contain('the times of "requests" do not ascend');
    expect(
      said([
        [at(0), 1],
        [at(0), 1],
      ]),
    ).to.contain('leave out duplicates');
    expect(said([['noon', 1]])).to.contain(
      '"requests" has the time "noon"; write milliseconds since 1970, or ISO 8601',
    );
    expect(said([[null, 1]])).to.contain('has the time "null"');
    expect(said([{ at: 1 }])).to.contain('has the time "undefined"');
    expect(said([[at(0) / 1000, 1]])).to.contain('look like seconds; multiply them by 1000');
    expect(said([[at(0), '12']])).to.contain(
      '"requests" has the value "12"; give a number, or null where it is missing',
    );
    expect(said([[at(0), Infinity]])).to.contain('has the value "Infinity"');
    expect(said([[at(0)]])).to.contain('has the value "undefined"');
    expect(said([[1e17, 1]])).to.contain('has the time');
  });

  it('cannot answer for other shapes', () => {
    expect(said([[at(0), 1]], { shape: 'histogram' })).to.contain('"rows" came back where "histogram" was asked');
  });
});
