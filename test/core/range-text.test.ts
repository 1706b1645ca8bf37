import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { RangeSpec } from '../../src/core/index.js';
import { absoluteRange, DAY, HOUR, parseMoment, parseRange, rangeText, resolveRange } from '../../src/core/index.js';

const NOW = Date.UTC(2026, 10, 24, 10, 20);
const PARIS = 'Europe/Paris';
const read = (text: string) => parseRange(text, NOW, PARIS);

describe('a range as text', () => {
  it('follows the clock when it is a duration or ends now', () => {
    for (const text of ['6h', 'PT6H', 'now-6h', 'now-6h/now', ' now-360m ']) {
      expect(read(text), text).to.deep.equal({ kind: 'relative', duration: 6 * HOUR });
    }
  });

  it('can end and begin with a day, a week or a month of the zone', () => {
    const at = (text: string, now = NOW) => {
      const { from, to } = resolveRange(parseRange(text, now, PARIS), now, PARIS);
      return [from, to].map((time) => new Date(time).toISOString().replace(':00.000Z', ''));
    };
    expect(at('yesterday')).to.deep.equal(['2026-11-22T23:00', '2026-11-23T23:00']);
    expect(at('now/w')).to.deep.equal(['2026-11-22T23:00', '2026-11-24T10:20']);
    expect(at('now-1M/M/now-1M/M')).to.deep.equal(['2026-09-30T22:00', '2026-10-31T23:00']);
    expect(at('now-2d/d/now-1d/d')).to.deep.equal(['2026-11-21T23:00', '2026-11-23T23:00']);
    expect(at('now-1h/h')).to.deep.equal(['2026-11-24T09:00', '2026-11-24T10:20']);
    expect(at('now-1h/now/d')).to.deep.equal(['2026-11-24T09:20', '2026-11-24T23:00']);
    expect(at('2026-11-01/now/d')).to.deep.equal(['2026-10-31T23:00', '2026-11-24T23:00']);
    // The day after the clocks went back, late in the evening: the day before had 25 hours.
    const late = Date.UTC(2026, 9, 25, 22, 30);
    expect(at('now/d', late)[0]).to.equal('2026-10-24T22:00');
    expect(at('yesterday', late)).to.deep.equal(['2026-10-23T22:00', '2026-10-24T22:00']);
    expect(at('yesterday', late + HOUR)).to.deep.equal(['2026-10-24T22:00', '2026-10-25T23:00']);
  });

  it('never ends before it begins, whatever the clock shows later', () => {
    const spec = read('now/d/now-1h');
    const midnight = Date.UTC(2026, 10, 24, 23);
    expect(resolveRange(spec, midnight, PARIS)).to.deep.equal({ from: midnight, to: midnight + 1000 });
  });

  it('can be today so far', () => {
    expect(read('now/d')).to.deep.equal({ kind: 'calendar', from: 'now/d', to: 'now' });
    expect(read('now/d/now')).to.deep.equal(read('now/d'));
    expect(resolveRange(read('now/d'), NOW, PARIS)).to.deep.equal({ from: Date.UTC(2026, 10, 23, 23), to: NOW });
  });

  it('is a second long just after midnight', () => {
    const midnight = Date.UTC(2026, 10, 23, 23);
    expect(resolveRange(read('now/d'), midnight, PARIS)).to.deep.equal({ from: midnight, to: midnight + 1000 });
  });

  it('is fixed between two moments', () => {
    const day = { kind: 'absolute', from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 2) };
    expect(read('2026-01-01T00:00Z/2026-01-02T00:00Z')).to.deep.equal(day);
    expect(read('2026-01-01T01:00+01:00/2026-01-02T00:00:00.000Z')).to.deep.equal(day);
    expect(read('now-1h/2026-11-24T10:20Z')).to.deep.equal({ kind: 'absolute', from: NOW - HOUR, to: NOW });
  });

  it('goes on with the clock where it ends by it, from a moment that stays or goes on as well', () => {
    const later = NOW + HOUR;
    const since = read('2026-11-24T09:00/now');
    expect(since).to.deep.equal({ kind: 'calendar', from: '2026-11-24T08:00Z', to: 'now' });
    expect(rangeText(since)).to.equal('2026-11-24T08:00Z/now');
    // Wherever it is read again.
    expect(parseRange(rangeText(since), NOW, 'Asia/Kolkata')).to.deep.equal(since);
    expect(resolveRange(since, later, 'Asia/Kolkata')).to.deep.equal({ from: Date.UTC(2026, 10, 24, 8), to: later });
    const between = read('now-2h/now-1h');
    expect(rangeText(between)).to.equal('now-2h/now-1h');
    expect(resolveRange(between, later, PARIS)).to.deep.equal({ from: NOW - HOUR, to: NOW });
    expect(read('2026-11-01/now/d')).to.deep.equal({ kind: 'calendar', from: '2026-10-31T23:00Z', to: 'now/d' });
  });

  it('is local to the zone where it has no offset of its own', () => {
    const spec = read('2026-07-01/2026-07-02');
    expect(spec).to.deep.equal({ kind: 'absolute', from: Date.UTC(2026, 5, 30, 22), to: Date.UTC(2026, 6, 1, 22) });
  });

  it('is refused in words that say what to write', () => {
    const refused: [string, RegExp][] = [
      ['', /is not a range; write 1h/],
      ['the day before', /"the day before" is not a range/],
      ['last 2 hours', /is not a range/],
      ['now-1d/w', /"now-1d\/w" is not a time|"1d\/w"/],
      ['now/x', /"x" is not a time/],
      ['now/d/d', /"d" is not a time/],
      ['now-1d/d/now-2d/d', /ends before it begins/],
      ['now-200y/y', /longer than a hundred years/],
      ['now', /is not a range/],
      ['2026-01-01T00:00Z', /is not a range/],
      ['a/b/c', /"a" is not a time/],
      ['1x', /is not a duration/],
      ['now-1x', /is not a duration/],
      ['2026-02-30T00:00Z/2026-03-02T00:00Z', /"2026-02-30T00:00Z" is not a time/],
      ['2026-13-01/2026-14-01', /is not a time/],
      ['1h/now', /"1h" is not a time/],
      ['now/now-1h', /ends before it begins/],
      ['now/now', /ends before it begins/],
      ['2026-11-24T10:30Z/now', /ends before it begins/],
      ['0s', /ends before it begins/],
      ['500ms', /shorter than a second/],
      ['40000d', /longer than a hundred years/],
      ['1900-01-01/2026-01-01', /longer than a hundred years/],
    ];
    for (const [text, words] of refused) expect(() => read(text), text).to.throw(RangeError, words);
  });

  it('is rounded to whole milliseconds once', () => {
    expect(absoluteRange({ from: 999.6, to: 2000.4 })).to.deep.equal({ kind: 'absolute', from: 1000, to: 2000 });
    expect(resolveRange(read('1h'), 0.4, 'UTC')).to.deep.equal({ from: -HOUR, to: 0 });
    expect(() => absoluteRange({ from: NaN, to: 1 })).to.throw(RangeError);
  });

  it('resolves to the same range wherever it is fixed', () => {
    const spec = absoluteRange({ from: NOW, to: NOW + HOUR });
    expect(resolveRange(spec, NOW + DAY, PARIS)).to.deep.equal({ from: NOW, to: NOW + HOUR });
  });

  it('is written as short as it reads back', () => {
    expect(rangeText(read('60m'))).to.equal('1h');
    expect(rangeText(read('now/d'))).to.equal('now/d');
    for (const text of ['2026-01-01T00:00Z/2026-01-02T00:00:30Z', 'yesterday', 'now/w', 'now-2d/d/now-1d/d'])
      expect(rangeText(read(text))).to.equal(text);
  });

  it('survives being written and read', () => {
    const relative = fc.integer({ min: 1000, max: 1e9 }).map((duration): RangeSpec => ({ kind: 'relative', duration }));
    const absolute = fc
      .tuple(fc.nat(2e12), fc.integer({ min: 1000, max: 1e12 }))
      .map(([from, span]): RangeSpec => ({ kind: 'absolute', from, to: from + span }));
    const since = fc.integer({ min: NOW - 90 * 365 * DAY, max: NOW - 1000 }).map((from): RangeSpec => ({
      kind: 'calendar',
      from: rangeText(absoluteRange({ from, to: from + DAY })).split('/')[0] ?? '',
      to: 'now',
    }));
    fc.assert(
      fc.property(fc.oneof(relative, absolute, since), (spec) => {
        expect(read(rangeText(spec))).to.deep.equal(spec);
      }),
    );
  });

  it('takes a moment on its own', () => {
    expect(parseMoment('now', NOW, PARIS)).to.equal(NOW);
    expect(parseMoment(' 2026-11-24T10:20Z ', 0, PARIS)).to.equal(NOW);
  });
});
