import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { EventsFrame, Frame, HistogramFrame, IntervalsFrame, SeriesFrame } from '../../src/core/index.js';
import { labelSet, mergeFrames, seriesKey, sliceFrame } from '../../src/core/index.js';

const STEP = 10;
const facts = (from: number, to: number) => ({
  range: { from, to },
  step: STEP,
  completeUntil: to,
  now: to,
  notices: [] as string[],
});
const steps = (from: number, to: number) =>
  Float64Array.from({ length: Math.max(0, Math.ceil((to - from) / STEP)) }, (_, index) => from + index * STEP);

/** A frame of what `names` did: values depend on time and name alone, and every seventh is missing. */
function full(from: number, to: number, names = ['a', 'b']): SeriesFrame {
  const times = steps(from, to);
  const series = names.map((name) => ({
    name,
    unit: '',
    labels: labelSet([['series', name]]),
    values: times.map((time) => (time % 70 === 0 ? NaN : time + name.charCodeAt(0) / 1000)),
  }));
  return { ...facts(from, to), kind: 'series', times, series };
}
function buckets(from: number, to: number, bounds = [1, Infinity]): HistogramFrame {
  const times = steps(from, to);
  const counts = Float64Array.from({ length: times.length * bounds.length }, (_, i) => (times[i >> 1] ?? 0) + (i % 2));
  return { ...facts(from, to), kind: 'histogram', times, bounds: Float64Array.from(bounds), counts, unit: 'seconds' };
}
const lanes = (from: number, to: number, ...list: [string, ...[number, number, string][]][]): IntervalsFrame => ({
  ...facts(from, to),
  kind: 'intervals',
  lanes: list.map(([name, ...intervals]) => ({
    name,
    labels: labelSet(),
    intervals: intervals.map(([start, end, state]) => ({ from: start, to: end, state })),
  })),
});
const happened = (from: number, to: number, ...list: [number, string][]): EventsFrame => ({
  ...facts(from, to),
  kind: 'events',
  events: list.map(([at, label]) => ({ at, until: null, label, labels: labelSet() })),
});
const inShort = (frame: IntervalsFrame) =>
  frame.lanes.map(
    ({ name, intervals }) => `${name}: ${intervals.map((i) => `${i.from}-${i.to} ${i.state}`).join(', ')}`,
  );

describe('a frame that is added to at its end', () => {
  const grown = mergeFrames(full(0, 100), full(80, 120));

  it('goes on in its own memory, and the frame before is as it was', () => {
    const before = [...grown.times];
    const longer = mergeFrames(grown, full(90, 150));
    expect(longer.times.buffer).to.equal(grown.times.buffer);
    expect(longer.series).to.deep.equal(full(0, 150).series);
    expect([...longer.times]).to.deep.equal([...full(0, 150).times]);
    expect([...grown.times]).to.deep.equal(before);
    expect(grown.series).to.deep.equal(full(0, 120).series);
  });

  it('is copied where another went on from it already', () => {
    const base = mergeFrames(full(0, 100), full(80, 120));
    const one = mergeFrames(base, full(110, 130));
    const other = mergeFrames(base, full(110, 140));
    expect(one.series).to.deep.equal(full(0, 130).series);
    expect(other.series).to.deep.equal(full(0, 140).series);
    expect(other.times.buffer).not.to.equal(one.times.buffer);
  });

  it('is copied where a value that was there has changed', () => {
    const base = mergeFrames(full(0, 100), full(80, 120));
    const changed = full(110, 140);
    changed.series[0]?.values.fill(7);
    const longer = mergeFrames(base, changed);
    expect(longer.series[0]?.values[11]).to.equal(7);
    expect(base.series).to.deep.equal(full(0, 120).series);
  });

  it('is copied where its memory has no room left', () => {
    let frame = grown;
    const buffers = new Set<ArrayBufferLike>();
    for (let to = 130; to <= 3_000; to += 10) {
      frame = mergeFrames(frame, full(to - 20, to));
      buffers.add(frame.times.buffer);
    }
    expect(frame.series).to.deep.equal(full(0, 3_000).series);
    expect(buffers.size).to.be.within(2, 6);
  });
});

describe('a slice of a frame', () => {
  it('holds the times of its range, in the same memory', () => {
    const frame = full(0, 100);
    const slice = sliceFrame(frame, { from: 20, to: 45 });
    expect([...slice.times]).to.deep.equal([20, 30, 40]);
    expect(slice.times.buffer).to.equal(frame.times.buffer);
    expect(slice.series[1]?.values.buffer).to.equal(frame.series[1]?.values.buffer);
    expect(slice.range).to.deep.equal({ from: 20, to: 45 });
    expect([...(slice.series[0]?.values ?? [])]).to.deep.equal([...(full(20, 45).series[0]?.values ?? [])]);
  });

  it('keeps the arrays where nothing is cut off', () => {
    const frame = full(0, 100);
    expect(sliceFrame(frame, { from: -5, to: 500 }).times).to.equal(frame.times);
    expect(sliceFrame(frame, { from: -5, to: 500 }).range).to.deep.equal(frame.range);
  });

  it('is empty outside', () => {
    const slice = sliceFrame(full(0, 100), { from: 200, to: 300 });
    expect(slice.times).to.have.length(0);
    expect(slice.range).to.deep.equal({ from: 200, to: 200 });
  });

  it('cuts buckets by whole times', () => {
    const slice = sliceFrame(buckets(0, 100), { from: 20, to: 40 });
    expect([...slice.counts]).to.deep.equal([20, 21, 30, 31]);
  });

  it('cuts intervals at its edges', () => {
    const frame = lanes(0, 100, ['a', [0, 50, 'x'], [50, 100, 'y']], ['b', [0, 10, 'x']]);
    expect(inShort(sliceFrame(frame, { from: 20, to: 60 }))).to.deep.equal(['a: 20-50 x, 50-60 y']);
  });

  it('keeps events that reach into it', () => {
    const frame = happened(0, 100, [10, 'a'], [20, 'b'], [60, 'c']);
    const spans = { ...frame, events: [{ at: 5, until: 30, label: 'long', labels: labelSet() }, ...frame.events] };
    expect(sliceFrame(spans, { from: 20, to: 60 }).events.map(({ label }) => label)).to.deep.equal(['long', 'b']);
  });

  it('of one value for the whole range is that value', () => {
    const frame = { ...full(0, 10), step: null };
    expect(sliceFrame(frame, { from: 5, to: 6 })).to.equal(frame);
  });
});

describe('joined frames of series', () => {
  it('equal what one query over the whole would give', () => {
    const place = fc.nat(40).map((index) => index * STEP);
    const pieces = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pieces, (list) => {
        let held: SeriesFrame = full(100, 300);
        let { from, to } = held.range;
        for (const [start, length] of list) {
          const end = start + length * STEP;
          const meets = start <= to && end >= from;
          [from, to] = meets ? [Math.min(from, start), Math.max(to, end)] : [start, end];
          held = mergeFrames(held, full(start, end));
        }
        expect({ ...held, now: 0 }).to.deep.equal({ ...full(from, to), now: 0 });
      }),
    );
  });

  it('take what the newer one says where both speak', () => {
    const held = {
      ...full(0, 50),
      series: full(0, 50).series.map((one) => ({ ...one, values: one.values.map(() => -1) })),
    };
    const merged = mergeFrames(held, full(20, 40));
    expect([...(merged.series[0]?.values ?? [])]).to.deep.equal([-1, -1, 20.097, 30.097, -1]);
    expect([...merged.times]).to.deep.equal([0, 10, 20, 30, 40]);
  });

  it('drop a time that the newer one no longer has', () => {
    const hole = { ...full(20, 20), range: { from: 20, to: 40 } };
    expect([...mergeFrames(full(0, 50), hole).times]).to.deep.equal([0, 10, 40]);
  });

  it('hold all series, missing where one had none', () => {
    const merged = mergeFrames(full(0, 30, ['a', 'b']), full(20, 40, ['b', 'c']));
    expect(
      merged.series.map(
        ({ name, values }) => `${name} ${[...values].map((v) => (Number.isNaN(v) ? '-' : '+')).join('')}`,
      ),
    ).to.deep.equal(['a -+--', 'b -+++', 'c --++']);
  });

  it('keep the arrays where nothing is new', () => {
    const held = full(0, 50);
    const merged = mergeFrames(held, { ...full(30, 50), now: 77 });
    expect(merged.times).to.equal(held.times);
    expect(merged.series).to.equal(held.series);
    expect(merged.now).to.equal(77);
    expect(mergeFrames(held, full(30, 50, ['a', 'c'])).series).to.have.length(3);
  });

  it('are the newer one alone where they cannot be joined', () => {
    const held = full(0, 50);
    const alone: Frame[] = [
      full(60, 80),
      { ...full(50, 80), step: 5 },
      { ...full(50, 80), step: null },
      { ...full(45, 85) },
      happened(0, 50),
    ];
    for (const newer of alone) expect(mergeFrames<Frame>(held, newer)).to.equal(newer);
    const whole = { ...full(0, 50), step: null };
    expect(mergeFrames(whole, whole)).to.equal(whole);
  });

  it('join also where one is empty', () => {
    expect([...mergeFrames(full(0, 0), full(0, 20)).times]).to.deep.equal([0, 10]);
    expect([...mergeFrames(full(0, 20), full(20, 20)).times]).to.deep.equal([0, 10]);
  });

  it('know up to when all of it is complete', () => {
    const until = (held: SeriesFrame, newer: SeriesFrame) => mergeFrames(held, newer).completeUntil;
    const unfinished = { ...full(0, 50), completeUntil: 45 };
    expect(until(unfinished, { ...full(40, 60), completeUntil: 55 }), 'a tail').to.equal(55);
    expect(until({ ...unfinished, completeUntil: 30 }, full(40, 60)), 'a hole in what is final').to.equal(30);
    expect(until(unfinished, full(-20, 20)), 'older data').to.equal(45);
    expect(until(unfinished, { ...full(-20, 20), completeUntil: 10 }), 'older data, unfinished').to.equal(10);
    expect(until({ ...unfinished, completeUntil: 20 }, full(0, 40)), 'a middle').to.equal(40);
  });
});

describe('joined frames of other kinds', () => {
  it('add up to all buckets', () => {
    expect(mergeFrames(buckets(0, 50), buckets(30, 80))).to.deep.equal(buckets(0, 80));
    const held = buckets(0, 50);
    expect(mergeFrames(held, buckets(30, 50)).counts).to.equal(held.counts);
  });

  it('are the newer one alone where the bounds differ', () => {
    const newer = buckets(30, 80, [2, Infinity]);
    expect(mergeFrames(buckets(0, 50), newer)).to.equal(newer);
  });

  it('make one interval of a state that goes on over the seam', () => {
    const held = lanes(0, 50, ['a', [0, 20, 'x'], [20, 50, 'y']], ['b', [0, 30, 'x']]);
    const newer = lanes(40, 90, ['a', [40, 60, 'y'], [60, 90, 'z']], ['c', [50, 90, 'x']]);
    expect(inShort(mergeFrames(held, newer))).to.deep.equal(['a: 0-20 x, 20-60 y, 60-90 z', 'b: 0-30 x', 'c: 50-90 x']);
    const middle = lanes(10, 40, ['a', [0, 40, 'y']]);
    expect(inShort(mergeFrames(held, middle))).to.deep.equal(['a: 0-10 x, 10-50 y', 'b: 0-10 x']);
  });

  it('hold each event once, in order', () => {
    const merged = mergeFrames(
      happened(0, 50, [10, 'a'], [30, 'b'], [45, 'gone']),
      happened(40, 90, [30, 'b'], [60, 'c'], [45, 'd']),
    );
    expect(merged.events.map(({ at, label }) => `${at} ${label}`)).to.deep.equal(['10 a', '30 b', '45 d', '60 c']);
  });
});

describe('the key of a series', () => {
  it('is equal for equal labels in any order, and differs by name', () => {
    const a = {
      name: 'x',
      labels: labelSet([
        ['a', '1'],
        ['b', '2'],
      ]),
    };
    const b = {
      name: 'x',
      labels: labelSet([
        ['b', '2'],
        ['a', '1'],
      ]),
    };
    expect(seriesKey(a)).to.equal(seriesKey(b));
    expect(seriesKey({ ...a, name: 'y' })).not.to.equal(seriesKey(a));
  });
});
