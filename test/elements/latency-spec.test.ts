import { expect } from '@open-wc/testing';
import { labelSet, type SeriesFrame } from '../../src/core/index.js';
import { latencySpec, quantileName, quantileValues } from '../../src/elements/latency-chart/latency-spec.js';
import { parseQuantiles } from '../../src/elements/latency-chart/parse-quantiles.js';

const frameOf = (...quantiles: readonly string[]): SeriesFrame => ({
  kind: 'series',
  range: { from: 0, to: 120_000 },
  step: 60_000,
  completeUntil: 120_000,
  now: 120_000,
  notices: [],
  times: Float64Array.of(0, 60_000),
  series: quantiles.map((quantile, nth) => ({
    name: quantile,
    labels: labelSet([['quantile', quantile]]),
    unit: 'seconds',
    values: Float64Array.of(nth, nth + 1),
  })),
});

describe('the specification of latency', () => {
  it('is a line for each quantile asked, in that order', () => {
    const spec = latencySpec(frameOf('0.5', '0.99'), [0.99, 0.5]);
    expect(spec.marks.map(({ kind, label, role, values }) => [kind, label, role, ...values])).to.deep.equal([
      ['line', 'P99', 'quantile-99', 1, 2],
      ['line', 'Median', 'quantile-50', 0, 1],
    ]);
    expect(spec.y).to.deep.equal({ unit: 'seconds', min: 0 });
  });

  it('reads a quantile however a server writes it', () => {
    const frame = frameOf('0.50', '.9', '9.9e-1');
    expect([0.99, 0.9, 0.5].map((quantile) => quantileValues(frame, quantile) !== undefined)).to.not.include(false);
  });

  it('has no line for a quantile that did not come', () => {
    const frame = frameOf('0.99', '0.5');
    expect(latencySpec(frame, [0.99, 0.95, 0.5]).marks.map(({ label }) => label)).to.deep.equal(['P99', 'Median']);
    expect(quantileValues(frame, 0.95)).to.equal(undefined);
  });

  it('names all quantiles before there is an answer, so that the legend does not jump', () => {
    const { marks } = latencySpec(frameOf(), [0.99, 0.999]);
    expect(marks.map(({ label, role }) => [label, role])).to.deep.equal([
      ['P99', 'quantile-99'],
      ['P99.9', 'quantile-other'],
    ]);
  });

  it('names quantiles without rounding noise', () => {
    expect([0.5, 0.29, 0.9999, 0.07].map(quantileName)).to.deep.equal(['Median', 'P29', 'P99.99', 'P7']);
  });

  it('reads a list of quantiles, each once', () => {
    expect(parseQuantiles(' 0.99, 0.5 1 0.50 ')).to.deep.equal([0.99, 0.5, 1]);
    expect(parseQuantiles([0.9, 0.9])).to.deep.equal([0.9]);
  });

  it('says what names no quantiles', () => {
    for (const list of ['', 'abc', '99', '0.5 -1', [NaN], []]) {
      expect(() => parseQuantiles(list)).to.throw(RangeError, 'numbers from 0 to 1');
    }
  });
});
