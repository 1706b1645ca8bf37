import { expect } from '@open-wc/testing';
import type { SeriesFrame } from '../../src/core/index.js';
import { pendingSpec } from '../../src/elements/pending-chart/pending-spec.js';
import { seriesFrame } from './frames.js';

const NONE = seriesFrame('series', {});
const PENDING = seriesFrame('series', { max: [9, 9, 9], mean: [2, NaN, 4] }, 'requests');

describe('the specification of pending requests', () => {
  it('is an area of the mean, and a line of the highest in a step, which the mean hides', () => {
    const { marks, y, named } = pendingSpec(PENDING, NONE, { perReplica: 1.5 });
    expect(marks.map(({ kind, role, values }) => [kind, role, ...values])).to.deep.equal([
      ['area', 'pending', 2, NaN, 4],
      ['line', 'series-7', 9, 9, 9],
    ]);
    expect(y).to.deep.equal({ unit: 'requests', min: 0, max: 1 });
    // Its name at the end would narrow every plot of the time frame.
    expect(named).to.equal(false);
  });

  it('has its threshold at so many requests for each running replica', () => {
    const replicas = seriesFrame('series', { running: [1, 2, 0], maximum: [4, 4, 4] });
    const line = pendingSpec(PENDING, replicas, { perReplica: 1.5, locale: 'en' }).marks.at(-1);
    expect([line?.kind, line?.role, line?.label, ...(line?.values ?? [])]).to.deep.equal([
      'threshold',
      'limit',
      'Scale-up threshold (1.5 a replica)',
      1.5,
      3,
      0,
    ]);
  });

  it('reads replicas that are counted in longer steps, and none where they are not known', () => {
    const replicas = { ...seriesFrame('series', { running: [2] }), times: Float64Array.of(60_000), step: 120_000 };
    const line = pendingSpec(PENDING, replicas, { perReplica: 2 }).marks.at(-1);
    expect([...(line?.values ?? [])]).to.deep.equal([NaN, 4, 4]);
  });

  it('has no threshold where the page wants none, or the source does not tell the replicas', () => {
    const replicas = seriesFrame('series', { running: [1, 1, 1] });
    const kinds = (frame: SeriesFrame, perReplica: number | null): readonly string[] =>
      pendingSpec(PENDING, frame, { perReplica }).marks.map(({ kind }) => kind);
    expect(kinds(replicas, null)).to.deep.equal(['area', 'line']);
    expect(kinds(NONE, 1.5)).to.deep.equal(['area', 'line']);
  });
});
