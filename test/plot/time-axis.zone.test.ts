import { expect } from '@open-wc/testing';
import { mark, mountPlot, specOf, times, type MountedPlot } from './support.js';

const HOUR = 3_600_000;
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reading of a moment by the browser's own `Date` and `Intl`, which know nothing of our table of offsets. */
const clock = (time: number): string => {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};
const day = (time: number): string => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(time);
const offset = (time: number): string => {
  const minutes = -new Date(time).getTimezoneOffset();
  const rest = Math.abs(minutes % 60);
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest > 0 ? `:${rest}` : ''}`;
};

/** Every half hour of 2026 at which the offset of the browser's zone becomes another. */
const changes: number[] = [];
for (let time = Date.UTC(2026, 0); time < Date.UTC(2027, 0); time += HOUR / 2) {
  if (new Date(time).getTimezoneOffset() !== new Date(time - HOUR / 2).getTimezoneOffset()) changes.push(time);
}

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

describe(`labels that are drawn on the time axis in ${zone}`, () => {
  let mounted: MountedPlot;
  const own = CanvasRenderingContext2D.prototype.fillText;
  let written: Written[] = [];

  beforeEach(() => {
    mounted = mountPlot(900, 240);
    written = [];
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      written.push({ text, x: x / devicePixelRatio, y: y / devicePixelRatio });
      own.call(this, text, x, y, ...rest);
    };
  });
  afterEach(() => {
    CanvasRenderingContext2D.prototype.fillText = own;
    mounted.remove();
  });

  /** Draws a range and tells what stands below the plot, first line and second, each with the time of its place. */
  async function labels(from: number, to: number) {
    const step = (to - from) / 60;
    const at = times(60, step, from);
    await mounted.show(specOf([mark('a', [...at.map(() => 1)])], { times: at, step, range: { from, to } }), {
      timezone: zone,
    });
    const { left, width, top, height } = mounted.plot.box ?? { left: 0, width: 0, top: 0, height: 0 };
    const below = written.filter(({ y }) => y > top + height);
    const firstLine = Math.min(...below.map(({ y }) => y));
    const timed = below.map(({ text, x, y }) => ({ text, y, time: from + ((x - left) / width) * (to - from) }));
    return { ticks: timed.filter(({ y }) => y === firstLine), contexts: timed.filter(({ y }) => y > firstLine) };
  }

  /** uPlot draws at whole pixels: the moment that a label means is the whole five minutes next to its place. */
  const nearest = (time: number): number => Math.round(time / (5 * 60_000)) * 5 * 60_000;

  it('has both changes of the year to show', () => {
    expect(changes).to.have.length(2);
  });

  for (const which of [0, 1]) {
    for (const [name, before, after] of [
      ['a few hours', 2.5 * HOUR, 3 * HOUR],
      ['the whole day', 11 * HOUR, 13 * HOUR],
      ['two days', 24 * HOUR, 24 * HOUR],
    ] as const) {
      it(`are what the clock on the wall shows at their place: ${name} around change ${which + 1}`, async () => {
        const change = changes[which] ?? NaN;
        const { ticks, contexts } = await labels(change - before, change + after);
        expect(ticks.length).to.be.greaterThan(3);
        expect(ticks.map(({ text }) => text)).to.deep.equal(ticks.map(({ time }) => clock(nearest(time))));
        expect(contexts.length).to.be.greaterThan(0);
        for (const { text, time } of contexts) {
          const [at, gmt] = [day(nearest(time)), offset(nearest(time))];
          expect(text).to.be.oneOf([at, gmt, `${at} ${gmt}`]);
        }
        // A clock that shows an hour twice, or jumps, has its new offset written where that begins.
        expect(contexts.filter(({ time }) => nearest(time) >= change)[0]?.text).to.contain(offset(change));
      });
    }

    it(`stand at local midnights over two weeks around change ${which + 1}`, async () => {
      const change = changes[which] ?? NaN;
      const { ticks } = await labels(change - 7 * 24 * HOUR, change + 7 * 24 * HOUR);
      expect(ticks.length).to.be.greaterThan(5);
      for (const { text, time } of ticks) {
        const date = new Date(time + HOUR);
        expect(text).to.equal(String(date.getDate()));
        expect(date.getHours()).to.be.within(0, 2);
      }
    });
  }
});
