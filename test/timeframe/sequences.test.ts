import { expect } from '@open-wc/testing';
import type { Frame } from '../../src/core/index.js';
import { requestFor } from '../../src/timeframe/request-for.js';
import { TimeframeStore, type Answer, type Need } from '../../src/timeframe/index.js';
import { FakeClock } from './fake-clock.js';
import { seededRandom } from './seeded-random.js';
import { fullAnswer, SyntheticSource } from './synthetic-source.js';

const NEEDS: readonly Need[] = [
  { metric: 'requests', by: ['replica'], shape: 'series', step: 'line' },
  { metric: 'requests', by: ['replica'], shape: 'series', step: 'bar' },
  { metric: 'requests', by: ['replica'], shape: 'series', step: 'range' },
];

/** What a reader of the frame sees, part by part; how much of it is complete counts only inside of it. */
function seen(frame: Frame): string[] {
  if (frame.kind !== 'series') return [frame.kind];
  const { range, step, completeUntil, series } = frame;
  const times = [...frame.times];
  return [
    `${range.from} – ${range.to} by ${step}, complete until ${Math.min(completeUntil, range.to)}`,
    ...series.flatMap(({ name, values }) => [
      `${values.length}`,
      ...times.map((time, i) => `${name} ${time} ${values[i]}`),
    ]),
  ];
}

/** The first part in which two frames differ. */
function difference(frame: Frame, wanted: Frame): string {
  const [have, want] = [seen(frame), seen(wanted)];
  const at = have.length === want.length ? have.findIndex((part, i) => part !== want[i]) : 0;
  return at < 0 ? '' : `${have.length}: ${have[at]} instead of ${want.length}: ${want[at]}`;
}

async function play(seed: number, zone: string): Promise<void> {
  const random = seededRandom(seed);
  const pick = <T>(...choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0];
  const clock = new FakeClock(Date.UTC(2026, 2, 28, 22, 0, 17));
  const source = new SyntheticSource(clock);
  source.latency = () => Math.floor(random() * 4000);
  const timeframe = new TimeframeStore({
    clock,
    timezone: zone,
    refresh: 7000,
    range: pick('1h', '6h', '2d', 'now/d', 'yesterday', 'now/w'),
  });
  const other = new TimeframeStore({ clock, timezone: zone, refresh: 5000 });
  const answers: (Answer | null)[] = NEEDS.map(() => null);
  const watches = NEEDS.map((need, i) => timeframe.watch(need, (answer) => (answers[i] = answer)));
  for (const need of NEEDS) other.watch(need, () => undefined);
  timeframe.source = source;
  other.source = source;

  const zoom = (from: number, to: number): void => timeframe.request({ type: 'zoom', range: { from, to } });
  const steps: Record<string, () => void | Promise<void>> = {
    wait: () => clock.advance(Math.floor(random() * 90_000)),
    tick: () => clock.advance(Math.floor(random() * 500)),
    refresh: () => timeframe.request({ type: 'refresh' }),
    zoomIn: () => {
      const { from, to } = timeframe.state.range;
      const [a, b] = [random(), random()].map((part) => from + part * (to - from));
      if (a !== undefined && b !== undefined) zoom(Math.min(a, b), Math.max(a, b));
    },
    zoomOut: () => {
      const { from, to } = timeframe.state.range;
      zoom(from - (to - from) * random(), to + (to - from) * random() * 0.2);
    },
    pan: () => {
      const { from, to } = timeframe.state.range;
      const by = (to - from) * (random() - 0.6);
      zoom(from + by, to + by);
    },
    back: () => timeframe.request({ type: 'back' }),
    forward: () => timeframe.request({ type: 'forward' }),
    home: () => timeframe.request({ type: 'home' }),
    replicas: () => timeframe.request({ type: 'replicas', replicas: pick(null, ['a'], ['b', 'c']) }),
    width: () => watches[0]?.setWidth(pick(300, 700, 1500)),
    brush: () => timeframe.request({ type: 'brush' }),
    cancel: () => timeframe.request({ type: 'cancel' }),
    others: () => other.request({ type: 'zoom', range: timeframe.state.range }),
  };

  let compared = 0;
  for (let count = 0; count < 40; count++) {
    const name = pick('wait', ...Object.keys(steps));
    await steps[name]?.();
    if (random() < 0.5) continue;
    timeframe.request({ type: 'cancel' });
    timeframe.request({ type: 'refresh' });
    await clock.advance(4500);
    NEEDS.forEach((need, i) => {
      const { frame = null, error = null, loading = true } = answers[i] ?? {};
      expect(error).to.equal(null);
      if (loading || !frame) return;
      const wanted = fullAnswer(requestFor(need, timeframe.state), frame.now);
      expect(difference(frame, wanted), `step ${count} (${name}), ${need.step}`).to.equal('');
      compared++;
    });
  }
  expect(compared).to.be.above(10);
  timeframe.dispose();
  other.dispose();
  expect(clock.timers).to.be.at.most(20);
  await clock.advance(5000);
  expect(clock.timers).to.equal(0);
}

describe('any sequence of refreshes, zooms, pans, widths and replicas', () => {
  ['UTC', 'Europe/Paris', 'Asia/Kolkata'].forEach((zone, turn) => {
    for (let seed = 5 * turn + 1; seed <= 5 * turn + 5; seed++) {
      it(`shows what a full query gives, in ${zone} with seed ${seed}`, async function () {
        await play(seed, zone);
      });
    }
  });
});
