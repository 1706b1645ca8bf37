import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { TimeTicks } from '../../src/core/index.js';
import { DAY, HOUR, MINUTE, SECOND, tickLabels, timeTicks, zoneOffset } from '../../src/core/index.js';

const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Havana',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const PARIS = 'Europe/Paris';

const ticksOf = (from: string, to: string, count: number, zone: string) =>
  timeTicks({ from: Date.parse(from), to: Date.parse(to) }, count, zone);
const written = (ticks: TimeTicks, zone: string) =>
  tickLabels(ticks, zone, 'en-GB').map(({ text, context }) => (context === undefined ? text : `${text} [${context}]`));

/** The local time as `Intl` shows it, in parts. */
function shown(time: number, zone: string): { date: string; clock: string } {
  const [date = '', clock = ''] = new Date(time)
    .toLocaleString('sv-SE', { timeZone: zone, hourCycle: 'h23' })
    .split(' ');
  return { date, clock };
}

const ranges = fc
  .tuple(
    fc.constantFrom(...ZONES),
    fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2030, 0) }),
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 2, max: 14 }),
  )
  .map(([zone, from, size, count]) => ({
    zone,
    count,
    range: { from, to: from + Math.round(SECOND * 1.022 ** size) },
  }));

describe('ticks of a time axis', () => {
  it('are in range, ascending, and not more than asked', () => {
    fc.assert(
      fc.property(ranges, ({ zone, range, count }) => {
        const { times } = timeTicks(range, count, zone);
        expect(times.length).to.be.at.most(count);
        times.forEach((time, index) => {
          expect(time).to.be.within(range.from, range.to - 1);
          expect(time).to.be.greaterThan(times[index - 1] ?? -Infinity);
        });
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('stand on round local times', () => {
    fc.assert(
      fc.property(ranges, ({ zone, range, count }) => {
        const { times, unit, step } = timeTicks(range, count, zone);
        for (const time of times) {
          if (unit === 'millisecond') expect(time % step).to.equal(0);
          const { date, clock } = shown(time, zone);
          const [hours = NaN, minutes = NaN, seconds = NaN] = clock.split(':').map(Number);
          const sinceMidnight = (hours * 60 + minutes) * MINUTE + seconds * SECOND;
          if (step >= SECOND && step < DAY) expect(sinceMidnight % step, `${zone} ${clock}`).to.equal(0);
          if (unit === 'day') expect(clock).to.equal('00:00:00');
          if (unit === 'month' || unit === 'year') expect(date).to.match(/-01$/);
          if (unit === 'year') expect(date).to.match(/-01-01$/);
        }
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('leave no hole: a tick is missing nowhere within two steps', () => {
    fc.assert(
      fc.property(ranges, ({ zone, range, count }) => {
        const { times, step } = timeTicks(range, count, zone);
        const edges = [range.from, ...times, range.to];
        // A month is up to 31 days, a leap year 366; a change of the clock takes up to a day.
        const slack = step < HOUR ? 0 : step < 28 * DAY ? DAY : step / 20 + DAY;
        edges.forEach((time, index) => {
          expect(time - (edges[index - 1] ?? time)).to.be.at.most(step + Math.max(slack, step < HOUR ? HOUR : 0));
        });
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('show both times of a repeated hour', () => {
    const ticks = ticksOf('2026-10-24T22:00Z', '2026-10-25T04:00Z', 10, PARIS);
    expect(written(ticks, PARIS)).to.deep.equal([
      '00:00 [25 Oct GMT+2]',
      '01:00',
      '02:00',
      '02:00 [GMT+1]',
      '03:00',
      '04:00',
    ]);
  });

  it('skip an hour that does not exist', () => {
    const ticks = ticksOf('2026-03-28T23:00Z', '2026-03-29T04:00Z', 6, PARIS);
    expect(written(ticks, PARIS)).to.deep.equal(['00:00 [29 Mar GMT+1]', '01:00', '03:00 [GMT+2]', '04:00', '05:00']);
  });

  it('keep their distance where the hour before a wide step comes twice', () => {
    const { times } = ticksOf('2026-10-24T18:00Z', '2026-10-25T12:00Z', 9, PARIS);
    expect(times.map((time) => shown(time, PARIS).clock.slice(0, 2))).to.deep.equal([
      '20',
      '22',
      '00',
      '02',
      '04',
      '06',
      '08',
      '10',
      '12',
    ]);
  });

  it('hold through half an hour of daylight saving', () => {
    const ticks = ticksOf('2026-04-04T14:00Z', '2026-04-04T16:00Z', 6, 'Australia/Lord_Howe');
    expect(written(ticks, 'Australia/Lord_Howe')).to.deep.equal([
      '01:00 [5 Apr GMT+11]',
      '01:30',
      '01:30 [GMT+10:30]',
      '02:00',
    ]);
  });

  it('stand at midnight on days of 23 and 25 hours', () => {
    const { times, unit } = ticksOf('2026-10-23T00:00Z', '2026-10-28T00:00Z', 6, PARIS);
    expect(unit).to.equal('day');
    expect(times.slice(1).map((time, index) => (time - (times[index] ?? NaN)) / HOUR)).to.deep.equal([24, 25, 24, 24]);
  });

  it('leave out a day that never was', () => {
    const ticks = ticksOf('2011-12-28T10:00Z', '2012-01-02T10:00Z', 6, 'Pacific/Apia');
    expect(written(ticks, 'Pacific/Apia')).to.deep.equal(['28 [Dec 2011]', '29', '31', '1 [Jan 2012]', '2']);
  });

  it('are Mondays when they are weeks apart', () => {
    const { times, step } = ticksOf('2026-11-01T00:00Z', '2026-11-30T00:00Z', 5, 'UTC');
    expect(step).to.equal(7 * DAY);
    expect(times.map((time) => new Date(time).getUTCDay())).to.deep.equal([1, 1, 1, 1]);
  });

  it('are few over a century, and none over ages', () => {
    expect(ticksOf('1950-01-01T00:00Z', '2050-01-01T00:00Z', 1, 'UTC').times).to.deep.equal([Date.UTC(2000, 0)]);
    expect(timeTicks({ from: Date.UTC(-200000, 0), to: Date.UTC(200000, 0) }, 3, 'UTC').times).to.deep.equal([]);
  });
});

describe('labels of ticks', () => {
  it('say the zone at the first where the browser’s clock shows another time', () => {
    const ticks = ticksOf('2026-11-24T09:50Z', '2026-11-24T11:10Z', 3, PARIS);
    expect(written(ticks, PARIS)).to.deep.equal(['11:00 [24 Nov GMT+1]', '11:30', '12:00']);
    expect(written(ticks, 'Europe/London')).to.deep.equal(['10:00 [24 Nov]', '10:30', '11:00']);
  });

  it('show the finest unit, and the coarser one where it begins', () => {
    expect(written(ticksOf('2026-11-24T22:50Z', '2026-11-25T00:20Z', 3, 'UTC'), 'UTC')).to.deep.equal([
      '23:00 [24 Nov]',
      '23:30',
      '00:00 [25 Nov]',
    ]);
    expect(written(ticksOf('2026-11-29T00:00Z', '2026-12-03T00:00Z', 4, 'UTC'), 'UTC')).to.deep.equal([
      '29 [Nov 2026]',
      '30',
      '1 [Dec 2026]',
      '2',
    ]);
    expect(written(ticksOf('2026-11-01T00:00Z', '2027-03-01T00:00Z', 4, 'UTC'), 'UTC')).to.deep.equal([
      'Nov [2026]',
      'Dec',
      'Jan [2027]',
      'Feb',
    ]);
    expect(written(ticksOf('2024-01-01T00:00Z', '2027-01-01T00:00Z', 4, 'UTC'), 'UTC')).to.deep.equal([
      '2024',
      '2025',
      '2026',
    ]);
  });

  it('show seconds and their parts where ticks are that close', () => {
    expect(written(ticksOf('2026-11-24T10:20:00Z', '2026-11-24T10:20:20Z', 3, 'UTC'), 'UTC')).to.deep.equal([
      '10:20:00 [24 Nov]',
      '10:20:10',
    ]);
    expect(written(ticksOf('2026-11-24T10:20:00Z', '2026-11-24T10:20:01Z', 2, 'UTC'), 'UTC')).to.deep.equal([
      '10:20:00.000 [24 Nov]',
      '10:20:00.500',
    ]);
  });

  it('name the year where hours pass into another one', () => {
    expect(written(ticksOf('2026-12-31T12:00Z', '2027-01-01T12:00Z', 2, 'UTC'), 'UTC')).to.deep.equal([
      '12:00 [31 Dec 2026]',
      '00:00 [1 Jan 2027]',
    ]);
  });

  it('are none for no ticks', () => {
    expect(tickLabels({ times: [], unit: 'hour', step: HOUR }, 'UTC', 'en-GB')).to.deep.equal([]);
  });

  it('read back to their tick', () => {
    fc.assert(
      fc.property(ranges, ({ zone, range, count }) => {
        const ticks = timeTicks(range, count, zone);
        const contexts: string[] = [];
        const keys = tickLabels(ticks, zone, 'en-GB').map(({ text, context }) => {
          // The offset, where it stands, holds until another one does; so does the rest of the second line.
          const [offset] = /GMT\S*/.exec(context ?? '') ?? [];
          const rest = (context ?? '').replace(/ ?GMT\S*/, '');
          if (offset !== undefined) contexts[1] = offset;
          if (rest !== '') contexts[0] = rest;
          return [text, ...contexts].join(' ');
        });
        expect(new Set(keys).size).to.equal(ticks.times.length);
        ticks.times.forEach((time, index) => {
          const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(keys[index] ?? '') ?? [];
          if (hours === undefined) return;
          const minutesOfDay = Math.floor((time + zoneOffset(time, zone)) / MINUTE) % 1440;
          expect(Number(hours) * 60 + Number(minutes)).to.equal(minutesOfDay);
        });
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});
