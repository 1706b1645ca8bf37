import { expect } from '@open-wc/testing';
import { zoneOffset, type TimeRange } from '../../src/core/index.js';
import { earlierNeed, TimeframeStore, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { SyntheticSource } from './synthetic-source.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LINES: Need = { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' };

/** What is shown, what is asked for it, and for the range that it is compared with. */
async function shown(now: string, timezone: string, range: string, compare: string) {
  const clock = new FakeClock(Date.parse(now));
  const source = new SyntheticSource(clock);
  const timeframe = new TimeframeStore({ clock, timezone, range, compare });
  timeframe.watch(LINES, () => undefined).setWidth(600);
  timeframe.watch(earlierNeed(LINES, compare), () => undefined);
  timeframe.source = source;
  await clock.advance(100);
  const asked = (then: boolean) => source.requests.find(({ shift }) => (shift !== undefined) === then);
  const { state } = timeframe;
  timeframe.dispose();
  return { state, now: asked(false), then: asked(true) };
}

/** As the clock on the wall of the zone shows it. */
const wall = (time: number, zone: string): string =>
  new Date(time + zoneOffset(time, zone)).toISOString().replace(/:00\.000Z$/, '');
const walls = ({ from, to }: TimeRange, zone: string): string[] => [wall(from, zone), wall(to, zone)];

describe('Days and weeks of a time frame where the clock changes', () => {
  const HOWE = 'Australia/Lord_Howe';
  const KOLKATA = 'Asia/Kolkata';
  // 5 April has 24 h 30 min there, 4 October 23 h 30 min; each time is one of the wall.
  const cases: [
    zone: string,
    now: string,
    range: string,
    compare: string,
    shown: string[],
    then: string[],
    h: number,
  ][] = [
    [
      HOWE,
      '2026-04-05T12:00+10:30',
      'now/d',
      '1d',
      ['2026-04-05T00:00', '2026-04-05T12:00'],
      ['2026-04-04T00:00', '2026-04-04T12:00'],
      12.5,
    ],
    [
      HOWE,
      '2026-04-06T12:00+10:30',
      'yesterday',
      '1d',
      ['2026-04-05T00:00', '2026-04-06T00:00'],
      ['2026-04-04T00:00', '2026-04-05T00:00'],
      24.5,
    ],
    [
      HOWE,
      '2026-04-06T12:00+10:30',
      'now/d',
      '1d',
      ['2026-04-06T00:00', '2026-04-06T12:00'],
      ['2026-04-05T00:00', '2026-04-05T12:00'],
      12,
    ],
    [
      HOWE,
      '2026-10-04T12:00+11:00',
      'now/d',
      '1w',
      ['2026-10-04T00:00', '2026-10-04T12:00'],
      ['2026-09-27T00:00', '2026-09-27T12:00'],
      11.5,
    ],
    [
      HOWE,
      '2026-10-05T12:00+11:00',
      'yesterday',
      '1w',
      ['2026-10-04T00:00', '2026-10-05T00:00'],
      ['2026-09-27T00:00', '2026-09-28T00:00'],
      23.5,
    ],
    [
      HOWE,
      '2026-10-11T00:00+11:00',
      'yesterday',
      '1w',
      ['2026-10-10T00:00', '2026-10-11T00:00'],
      ['2026-10-03T00:00', '2026-10-04T00:00'],
      24,
    ],
    [
      KOLKATA,
      '2026-03-29T12:00+05:30',
      'now/d',
      '1d',
      ['2026-03-29T00:00', '2026-03-29T12:00'],
      ['2026-03-28T00:00', '2026-03-28T12:00'],
      12,
    ],
    [
      KOLKATA,
      '2026-10-25T12:00+05:30',
      'yesterday',
      '1w',
      ['2026-10-24T00:00', '2026-10-25T00:00'],
      ['2026-10-17T00:00', '2026-10-18T00:00'],
      24,
    ],
  ];
  for (const [zone, now, range, compare, today, earlier, hours] of cases) {
    it(`are whole where ${range} is compared with ${compare}, at ${now} in ${zone}`, async () => {
      const asked = await shown(now, zone, range, compare);
      expect(walls(asked.state.range, zone)).to.deep.equal(today);
      expect(asked.state.range.to - asked.state.range.from).to.equal(hours * HOUR);
      const { lineStep } = asked.state;
      const inner = ({ range: { from, to } } = { range: { from: NaN, to: NaN } }) =>
        walls({ from: from + lineStep, to }, zone);
      expect(inner(asked.now)).to.deep.equal(today);
      expect(inner(asked.then)).to.deep.equal(earlier);
    });
  }

  it('have steps that stand on the hours of the zone at their begin', async () => {
    for (const [zone, now] of [
      [HOWE, '2026-04-05T13:10+10:30'],
      [HOWE, '2026-10-04T13:10+11:00'],
      [KOLKATA, '2026-10-25T13:10+05:30'],
    ] as const) {
      const { state, now: asked, then } = await shown(now, zone, 'now/w', '1w');
      expect(state.lineStep).to.be.at.least(HOUR / 2);
      expect(state.barStep).to.be.at.least(HOUR);
      expect(wall(state.range.from, zone)).to.match(/T00:00$/);
      expect(state.range.to - Date.parse(now)).to.be.within(0, state.barStep);
      for (const { range } of [asked, then].filter((request) => request !== undefined)) {
        expect(wall(range.from + state.lineStep, zone), zone).to.match(/T00:00$/);
        expect((range.to - range.from) % state.lineStep).to.equal(0);
      }
      expect(Math.round(((asked?.range.from ?? 0) - (then?.range.from ?? 0)) / HOUR)).to.equal(168);
    }
  });
});
