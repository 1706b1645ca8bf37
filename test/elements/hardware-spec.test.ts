import { expect } from '@open-wc/testing';
import { labelSet, type Series } from '../../src/core/index.js';
import { hardwareSpec } from '../../src/elements/hardware-chart/hardware-spec.js';
import { lanesFrame, seriesFrame } from './frames.js';

const USAGE = seriesFrame('replica', { a: [0.2, 0.4, 0.6], b: [0.8, 0.8, 0.8], limit: [1, 1, 1] }, 'ratio');
const STATES = lanesFrame({
  a: [[0, 180, 'running']],
  b: [
    [0, 120, 'pulling'],
    [120, 180, 'running'],
  ],
});
const slots = new Map([['b', 7]]);

describe('the specification of hardware', () => {
  it('is the average of the running replicas under the limit that the data tell', () => {
    const { marks } = hardwareSpec(USAGE, STATES, { metric: 'cpu', details: false, slots });
    expect(marks.map(({ kind, label, role }) => [kind, label, role])).to.deep.equal([
      ['line', 'Average (running replicas)', 'series-0'],
      ['threshold', 'Limit', 'limit'],
    ]);
    expect([...(marks[0]?.values ?? [])]).to.deep.equal([0.2, 0.4, 0.7]);
    expect([...(marks[1]?.values ?? [])]).to.deep.equal([1, 1, 1]);
  });

  it('has with details a line a replica, in its place of the palette', () => {
    const { marks } = hardwareSpec(USAGE, STATES, { metric: 'cpu', details: true, slots });
    expect(marks.map(({ kind, label, role }) => [kind, label, role])).to.deep.equal([
      ['line', 'a', 'replica-0'],
      ['line', 'b', 'replica-7'],
      ['threshold', 'Limit', 'limit'],
    ]);
  });

  it('has the highest of any replica in each step, beside their average and beside each', () => {
    const [, , limit] = USAGE.series;
    const series = [
      ...USAGE.series.slice(0, 2),
      ...['a', 'b'].map((replica, nth): Series => ({
        name: 'max',
        labels: labelSet([
          ['series', 'max'],
          ['replica', replica],
        ]),
        unit: 'ratio',
        values: nth ? Float64Array.of(0.8, 0.9, NaN) : Float64Array.of(0.9, 0.4, NaN),
      })),
      ...(limit ? [limit] : []),
    ];
    for (const details of [false, true]) {
      const { marks } = hardwareSpec({ ...USAGE, series }, STATES, { metric: 'cpu', details, slots });
      const peaks = marks.filter(({ key }) => key === 'peak');
      expect(peaks.map(({ kind, label, values }) => [kind, label, ...values])).to.deep.equal([
        ['line', 'Highest in a step', 0.9, 0.9, NaN],
      ]);
      expect([...(marks[0]?.values ?? [])]).to.deep.equal(details ? [0.2, 0.4, 0.6] : [0.2, 0.4, 0.7]);
      expect(marks).to.have.length(details ? 4 : 3);
    }
  });

  it('has an axis of percent that ends at 100, and one of bytes that is open', () => {
    const options = { details: false, slots };
    expect(hardwareSpec(USAGE, STATES, { metric: 'gpu', ...options }).y).to.deep.equal({
      unit: 'ratio',
      min: 0,
      max: 1,
    });
    expect(hardwareSpec(USAGE, STATES, { metric: 'memory', ...options }).y).to.deep.equal({ unit: 'bytes', min: 0 });
  });

  it('does not call running what nobody said was running', () => {
    const [average] = hardwareSpec(USAGE, null, { metric: 'cpu', details: false, slots }).marks;
    expect(average?.label).to.equal('Average (all replicas)');
    expect(average?.values[0]).to.equal(0.5);
  });
});
