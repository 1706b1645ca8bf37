import { expect } from '@open-wc/testing';
import type { HistogramFrame } from '../../src/core/index.js';
import { heatmapSpec } from '../../src/elements/heatmap/heatmap-spec.js';

const MINUTE = 60_000;
const frame: HistogramFrame = {
  kind: 'histogram',
  range: { from: 0, to: 3 * MINUTE },
  step: MINUTE,
  completeUntil: 2 * MINUTE,
  now: 2 * MINUTE,
  notices: [],
  times: Float64Array.of(0, MINUTE, 2 * MINUTE),
  bounds: Float64Array.of(0.1, 0.2, Infinity),
  counts: Float64Array.of(4, 6, 0, NaN, NaN, NaN, 0, 0, 0),
  unit: 'seconds',
};
const spec = heatmapSpec(frame, { metric: 'latency', quantiles: [0.9, 0.5], locale: 'en' });

describe('the specification of a heatmap', () => {
  it('is cells under a line for each percentile of the buckets', () => {
    expect(spec.marks.map(({ kind, label, role }) => [kind, label, role])).to.deep.equal([
      ['heatmap', '4 … 6 requests / 1 min', 'heat'],
      ['line', 'P90', 'quantile-90'],
      ['line', 'Median', 'quantile-50'],
    ]);
    expect(spec.buckets?.most).to.equal(6);
    expect(spec.marks[1]?.values[0]).to.be.closeTo(0.1 + (0.1 * 5) / 6, 1e-9);
    expect(spec.marks[2]?.values[0]).to.be.closeTo(0.1 + 0.1 / 6, 1e-9);
  });

  it('keeps a gap a gap, and zero zero', () => {
    expect([...(spec.marks[0]?.values ?? [])]).to.deep.equal([10, NaN, 0]);
    expect([...(spec.marks[1]?.values ?? [])].slice(1)).to.deep.equal([NaN, NaN]);
  });

  it('has for tables and files a column for each bucket that was filled', () => {
    expect(spec.columns?.map(({ label }) => label)).to.deep.equal(['up to 100 ms', '100 – 200 ms', 'P90', 'Median']);
    expect([...(spec.columns?.[1]?.values ?? [])]).to.deep.equal([6, NaN, 0]);
  });

  it('says no scale where nothing was counted, and does without buckets', () => {
    const none = { ...frame, bounds: new Float64Array(), counts: new Float64Array() };
    const empty = heatmapSpec(none, { metric: 'own', quantiles: [0.5], unit: 'bytes' });
    expect(empty.marks.map(({ label, unit }) => [label, unit])).to.deep.equal([
      ['values / 1 min', 'values'],
      ['Median', 'bytes'],
    ]);
    expect([...(empty.marks[0]?.values ?? [])]).to.deep.equal([NaN, NaN, NaN]);
  });
});
