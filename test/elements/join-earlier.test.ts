import { expect } from '@open-wc/testing';
import { joinEarlier } from '../../src/elements/chart/comparison/join-earlier.js';
import { earlierExtent, earlierOutlines, type Mark, type PlotSpec } from '../../src/plot/index.js';

const HOUR = 3_600_000;
const PARIS = 'Europe/Paris';
const DAY_EARLIER = { shift: { days: 1, ms: 0 }, zone: PARIS, name: 'a day earlier' };

const mark = (key: string, values: readonly number[], kind: Mark['kind'] = 'line'): Mark => ({
  kind,
  key,
  label: key,
  role: 'series-0',
  unit: 'requests',
  values: Float64Array.from(values),
});

/** Hours from a moment on, each with the marks of one value an hour. */
function spec(from: string, hours: number, marks: readonly Mark[], step = HOUR): PlotSpec {
  const start = Date.parse(from);
  return {
    times: Float64Array.from({ length: hours }, (_, i) => start + i * step),
    step,
    completeUntil: start + hours * step,
    marks,
    y: { unit: 'requests', min: 0 },
    range: { from: start, to: start + hours * step },
  };
}

const count = (length: number): number[] => Array.from({ length }, (_, i) => i);

describe('an earlier specification', () => {
  it('lies with 9:00 on 9:00 beside a day of 23 hours, and has a gap where the clock jumped', () => {
    // On 29 March the clock of Paris went from 2:00 to 3:00: the ninth hour of that day began at 10:00.
    const now = spec('2026-03-30T00:00+02:00', 24, [mark('a', count(24))]);
    const earlier = joinEarlier(now, spec('2026-03-29T00:00+01:00', 23, [mark('a', count(23))]), DAY_EARLIER);
    const values = [...(earlier?.marks[0]?.values ?? [])];
    expect(earlier?.times).to.deep.equal(now.times);
    expect(values.slice(0, 2)).to.deep.equal([0, 1]);
    expect(values[2]).to.be.NaN;
    expect(values.slice(3, 10)).to.deep.equal([2, 3, 4, 5, 6, 7, 8]);
    expect(values[23]).to.equal(22);
  });

  it('goes on after the last step of now, as the day before did', () => {
    const now = spec('2026-06-02T00:00+02:00', 9, [mark('a', count(9))]);
    const earlier = joinEarlier(now, spec('2026-06-01T00:00+02:00', 24, [mark('a', count(24))]), DAY_EARLIER);
    expect([...(earlier?.marks[0]?.values ?? [])]).to.deep.equal(count(24));
  });

  it('compares no counts of other steps, and nothing with nothing', () => {
    const now = spec('2026-06-02T00:00+02:00', 4, [mark('a', count(4), 'bars'), mark('b', count(4))], HOUR / 2);
    const before = spec('2026-06-01T00:00+02:00', 2, [mark('a', [1, 2], 'bars'), mark('b', [1, 2])]);
    const earlier = joinEarlier(now, before, DAY_EARLIER);
    expect(earlier?.marks.map(({ key }) => key)).to.deep.equal(['b']);
    expect([...(earlier?.marks[0]?.values ?? [])].slice(0, 4)).to.deep.equal([1, 1, 2, 2]);
    expect(joinEarlier(now, spec('2026-06-01T00:00+02:00', 0, []), DAY_EARLIER)).to.equal(null);
  });

  it('is one outline of the stack without what is hidden, and lines that are there now', () => {
    const marks = [
      mark('2xx', [1, 2], 'stacked-bars'),
      mark('5xx', [1, NaN], 'stacked-bars'),
      mark('gone', [9, 9], 'stacked-bars'),
      mark('line', [5, 6]),
      mark('old line', [50, 60]),
      mark('limit', [99, 99], 'threshold'),
    ];
    const now = spec('2026-06-02T00:00+02:00', 2, marks.slice(0, 4));
    const earlier = joinEarlier(now, spec('2026-06-01T00:00+02:00', 2, marks), DAY_EARLIER);
    if (!earlier) throw new Error('There is nothing');
    const outlines = earlierOutlines(now, earlier, new Set(['5xx']));
    expect(outlines.map(({ mark: { key }, values }) => [key, ...values])).to.deep.equal([
      ['2xx', 10, 11],
      ['line', 5, 6],
    ]);
    const view = { range: now.range, timezone: PARIS, locale: 'en', hidden: new Set<string>() };
    expect(earlierExtent(outlines, earlier, HOUR, view)).to.deep.equal([5, 11]);
    expect(earlierExtent([], earlier, HOUR, view)).to.deep.equal([Infinity, -Infinity]);
  });
});
