import { expect } from '@open-wc/testing';
import { DAY, HOUR, localZone, MINUTE, startOf, tickLabels, timeTicks, zoneOffset } from '../../src/core/index.js';

// The reference is the browser's own `Date` in its own zone, which knows nothing of our table.
const zone = localZone();
const offsetByDate = (time: number): number => -new Date(time).getTimezoneOffset() * MINUTE;
const clockByDate = (time: number): string => {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};

const hours: number[] = [];
for (let time = Date.UTC(2025, 0); time < Date.UTC(2027, 0); time += HOUR) hours.push(time);
const changes = hours.filter((time) => offsetByDate(time) !== offsetByDate(time - HOUR));

describe(`the time axis in the zone of the browser, ${zone}`, () => {
  it('knows the offset at each half hour of 2025 and 2026', () => {
    const wrong = hours
      .flatMap((time) => [time, time + HOUR / 2])
      .filter((time) => zoneOffset(time, zone) !== offsetByDate(time));
    expect(wrong).to.deep.equal([]);
  });

  it('sees both changes of both years, where the zone has them', () => {
    const steady = ['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT'].includes(zone);
    expect(changes).to.have.length(steady ? 0 : 4);
  });

  it('places and labels the ticks around each change as the clock on the wall shows them', () => {
    for (const change of [...changes, Date.UTC(2026, 5, 1)]) {
      for (const [before, after, count] of [
        [2 * HOUR, 3 * HOUR, 12],
        [12 * HOUR, 12 * HOUR, 9],
        [HOUR, HOUR, 30],
      ] as const) {
        const ticks = timeTicks({ from: change - before, to: change + after }, count, zone);
        const labels = tickLabels(ticks, zone, 'en-GB');
        expect(ticks.times.length).to.be.greaterThan(2);
        expect(labels.map(({ text }) => text)).to.deep.equal(ticks.times.map(clockByDate));
        const crosses = new Set(ticks.times.map(offsetByDate)).size > 1;
        const named = labels.filter(({ context }) => /GMT/.test(context ?? '')).length;
        expect(named).to.equal(crosses ? 2 : 0);
      }
    }
  });

  it('begins each day at the midnight of the wall', () => {
    const wrong = hours.filter((time) => startOf(time, 'd', zone) !== new Date(time).setHours(0, 0, 0, 0));
    expect(wrong).to.deep.equal([]);
  });

  it('places days over each change at midnight', () => {
    for (const change of changes) {
      const { times } = timeTicks({ from: change - 3 * DAY, to: change + 3 * DAY }, 7, zone);
      expect(times.map(clockByDate)).to.deep.equal(times.map(() => '00:00'));
      expect(times.length).to.be.within(6, 7);
    }
  });
});
