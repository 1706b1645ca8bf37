import { expect } from '@open-wc/testing';
import type { FrameRequest, HistogramFrame, TimeRange } from '../../src/core/index.js';
import { coverageOf, missingRange } from '../../src/timeframe/coverage.js';
import { extendCoverage, trimCoverage } from '../../src/timeframe/extend-coverage.js';
import { fullAnswer } from './synthetic-source.js';

const STEP = 1000;
const request = (from: number, to: number): FrameRequest => ({
  metric: 'requests',
  by: [],
  replicas: null,
  shape: 'series',
  step: STEP,
  range: { from, to },
});
const known = (from: number, to: number, now: number) => coverageOf(fullAnswer(request(from, to), now), { from, to });

describe('missingRange', () => {
  const have = known(10_000, 20_000, 18_500);
  const missing = (from: number, to: number): TimeRange | null => missingRange({ from, to }, STEP, have);

  it('is all where nothing is known, or where what is known does not touch it', () => {
    expect(missingRange({ from: 1000, to: 2000 }, STEP, undefined)).to.deep.equal({ from: 1000, to: 2000 });
    expect(missing(1000, 9000)).to.deep.equal({ from: 1000, to: 9000 });
    expect(missing(19_000, 25_000)).to.deep.equal({ from: 19_000, to: 25_000 });
    expect(missing(9000, 25_000)).to.deep.equal({ from: 9000, to: 25_000 });
  });

  it('is nothing within what is final', () => {
    expect(missing(10_000, 18_000)).to.equal(null);
  });

  it('is the head up to what is known, or the tail from two steps before the first that is not final', () => {
    expect(missing(5000, 15_000)).to.deep.equal({ from: 5000, to: 10_000 });
    expect(missing(10_000, 20_000)).to.deep.equal({ from: 16_000, to: 20_000 });
    expect(missing(17_000, 30_000)).to.deep.equal({ from: 16_000, to: 30_000 });
    expect(missingRange({ from: 10_000, to: 13_000 }, STEP, known(10_000, 12_000, 11_500))).to.deep.equal({
      from: 10_000,
      to: 13_000,
    });
  });

  it('is all where a part of the answer is missing: it may come with the next', () => {
    const frame = { ...fullAnswer(request(10_000, 20_000), 18_500), partial: true as const };
    expect(missingRange({ from: 10_000, to: 20_000 }, STEP, coverageOf(frame, frame.range))).to.deep.equal({
      from: 10_000,
      to: 20_000,
    });
  });

  it('is all where the answer came with another step, or one value speaks of the whole range', () => {
    const coarse = { ...have, frame: { ...have.frame, step: 5000 } };
    expect(missingRange({ from: 10_000, to: 20_000 }, STEP, coarse)).to.deep.equal({ from: 10_000, to: 20_000 });
    expect(missingRange({ from: 10_000, to: 20_000 }, null, have)).to.deep.equal({ from: 10_000, to: 20_000 });
  });

  it('does not take a wide step that still fills for final', () => {
    const minutes = fullAnswer({ ...request(10_000, 130_000), step: 60_000 }, 95_000);
    const { until } = coverageOf({ ...minutes, completeUntil: 95_000 }, { from: 10_000, to: 130_000 });
    expect(until).to.equal(70_000);
  });

  it('goes by the end of what the source really covers', () => {
    const range = { from: 10_000, to: 20_000 };
    const short = { ...fullAnswer(request(10_000, 20_000), 50_000), range: { from: 12_000, to: 15_000 } };
    expect(coverageOf(short, range).until).to.equal(15_000);
  });
});

describe('extendCoverage', () => {
  it('takes a head before what is known, which keeps its own unfinished steps', () => {
    const have = known(10_000, 20_000, 18_500);
    const asked = { from: 5000, to: 10_000 };
    const joined = extendCoverage(have, asked, fullAnswer(request(5000, 10_000), 40_000));
    expect(joined?.range).to.deep.equal({ from: 5000, to: 20_000 });
    expect(joined?.until).to.equal(18_000);
    expect(joined?.frame.completeUntil).to.equal(18_000);
    const unfinished = extendCoverage(have, asked, {
      ...fullAnswer(request(5000, 10_000), 40_000),
      completeUntil: 8000,
    });
    expect(unfinished?.until).to.equal(8000);
  });

  it('lets a tail replace all that came after its begin', () => {
    const have = known(10_000, 30_000, 18_500);
    const joined = extendCoverage(have, { from: 16_000, to: 22_000 }, fullAnswer(request(16_000, 22_000), 21_500));
    expect(joined?.range).to.deep.equal({ from: 10_000, to: 22_000 });
    expect(joined?.frame).to.deep.equal(fullAnswer(request(10_000, 22_000), 21_500));
  });

  it('takes what the source says nothing of as missing', () => {
    const have = known(10_000, 20_000, 50_000);
    const late = { ...fullAnswer(request(22_000, 25_000), 50_000), range: { from: 22_000, to: 25_000 } };
    const joined = extendCoverage(have, { from: 18_000, to: 25_000 }, late);
    expect(joined?.range).to.deep.equal({ from: 10_000, to: 25_000 });
    expect(joined?.frame.kind === 'series' && [...joined.frame.times].slice(-4)).to.deep.equal([
      17_000, 22_000, 23_000, 24_000,
    ]);
  });

  it('is nothing where the two have other buckets or another step', () => {
    const { range, step, completeUntil, now, notices } = fullAnswer(request(10_000, 20_000), 50_000);
    const facts = { range, step, completeUntil, now, notices };
    const histogram = (...bounds: number[]): HistogramFrame => ({
      ...facts,
      kind: 'histogram',
      times: new Float64Array(),
      bounds: Float64Array.from(bounds),
      counts: new Float64Array(),
      unit: 'seconds',
    });
    const have = coverageOf(histogram(1, 2), { from: 10_000, to: 20_000 });
    expect(extendCoverage(have, { from: 18_000, to: 25_000 }, histogram(1, 3))).to.equal(null);
    const other = { ...fullAnswer(request(18_000, 25_000), 50_000), step: 5000 };
    expect(extendCoverage(known(10_000, 20_000, 50_000), { from: 18_000, to: 25_000 }, other)).to.equal(null);
  });
});

describe('trimCoverage', () => {
  const have = known(0, 5_000_000, 4_999_500);

  it('forgets what is more than a thousand steps away from what is shown', () => {
    const { range, until, frame } = trimCoverage(have, { from: 2_000_000, to: 2_100_000 }, STEP);
    expect(range).to.deep.equal({ from: 1_000_000, to: 3_100_000 });
    expect(until).to.equal(3_100_000);
    expect(frame.range).to.deep.equal(range);
  });

  it('keeps all that is near, and what speaks of the whole range', () => {
    const near = known(0, 1_000_000, 50_000);
    expect(trimCoverage(near, { from: 500_000, to: 600_000 }, STEP)).to.equal(near);
    expect(trimCoverage(have, { from: 2_000_000, to: 2_100_000 }, null)).to.equal(have);
  });
});
