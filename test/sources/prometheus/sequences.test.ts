import { expect } from '@open-wc/testing';
import type { Frame } from '../../../src/core/index.js';
import { prometheusSource, type Profile } from '../../../src/sources/index.js';
import { TimeframeStore, type Answer, type Need } from '../../../src/timeframe/index.js';
import { requestFor } from '../../../src/timeframe/request-for.js';
import { FakeClock } from '../../timeframe/fake-clock.js';
import { seededRandom } from '../../timeframe/seeded-random.js';
import { FakeServer, type ScrapedSeries } from './fake-server.js';

const PROFILE: Profile = {
  name: 'mine',
  labels: { replica: 'pod', status: 'code' },
  metrics: {
    requests: { type: 'counter', name: 'requests_total' },
    cpu: [
      { type: 'gauge', name: 'cpu_percent', factor: 0.01, across: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    latency: { type: 'histogram', name: 'seconds' },
    'replica-states': {
      type: 'states',
      states: [
        { state: 'running', name: 'ready' },
        { state: 'pending', name: 'cpu_percent' },
      ],
    },
  },
};

const NEEDS: readonly Need[] = [
  { metric: 'requests', by: ['status'], shape: 'series', step: 'bar' },
  { metric: 'cpu', by: ['replica'], shape: 'series', step: 'line' },
  { metric: 'latency', by: ['quantile'], quantiles: [0.5, 0.9], shape: 'series', step: 'range' },
  { metric: 'latency', by: [], shape: 'histogram', step: 'line' },
  { metric: 'replica-states', by: ['replica'], shape: 'intervals', step: 'line' },
];

/** A counter that begins anew each 50 minutes; one pod starts late and has an outage. */
function series(start: number): readonly ScrapedSeries[] {
  const there = (pod: string, time: number): boolean =>
    pod !== 'b' || (time > start - 1_800_000 && !(time > start - 900_000 && time < start - 700_000));
  return ['a', 'b', 'c'].flatMap((pod, nth) => {
    const grown = (time: number, rate: number): number =>
      there(pod, time) ? Math.floor((((time + nth * 700_000) % 3_000_000) / 1000) * rate * (1 + nth)) : NaN;
    const counters = ['200', '500'].map((code) => ({
      labels: { __name__: 'requests_total', pod, code },
      value: (time: number) => grown(time, code === '200' ? 3 : 0.05),
    }));
    const buckets = ['0.1', '1', '+Inf'].map((le, i) => ({
      labels: { __name__: 'seconds_bucket', pod, le },
      value: (time: number) => grown(time, [0.5, 2, 3][i] ?? 0),
    }));
    return [
      ...counters,
      ...buckets,
      { labels: { __name__: 'seconds_count', pod }, value: (time: number) => grown(time, 3) },
      {
        labels: { __name__: 'cpu_percent', pod },
        value: (time: number) => (there(pod, time) ? 50 + 40 * Math.sin(time / 200_000 + nth) : NaN),
      },
      {
        labels: { __name__: 'ready', pod },
        value: (time: number) => (there(pod, time) && Math.sin(time / 400_000 + nth) > -0.5 ? 1 : 0),
      },
    ];
  });
}

/** What a reader sees of a frame, part by part; a line without values is none. */
function seen(frame: Frame): string[] {
  const { range, step, completeUntil } = frame;
  const facts = `${range.from} – ${range.to} by ${step}, complete until ${Math.min(completeUntil, range.to)}`;
  if (frame.kind === 'series') {
    const lines = frame.series.filter(({ values }) => values.some((value) => !Number.isNaN(value)));
    const values = lines.map(
      (line) => `${line.name} ${[...frame.times].map((t, i) => `${t}:${line.values[i]}`).join()}`,
    );
    return [facts, [...frame.times].join(), ...values.sort()];
  }
  if (frame.kind === 'histogram')
    return [facts, [...frame.bounds].join(), [...frame.times].join(), [...frame.counts].join()];
  if (frame.kind === 'intervals') return [facts, ...frame.lanes.map((lane) => JSON.stringify(lane)).sort()];
  return [facts];
}

async function play(seed: number, zone: string): Promise<{ compared: number; joined: number }> {
  const random = seededRandom(seed);
  const choose = <T>(...choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const clock = new FakeClock(Date.UTC(2026, 2, 28, 22, 0, 17));
  const stored = series(clock.now());
  const server = new FakeServer({ series: stored, now: () => clock.now() });
  const options = { url: '/prometheus', profile: PROFILE };
  const source = prometheusSource({ ...options, fetch: server.fetch, now: () => clock.now() });
  await source.describe?.({ signal: new AbortController().signal });
  server.before = ({ parameters }) =>
    parameters.get('query') !== 'time()' &&
    new Promise<void>((go) => clock.setTimeout(() => go(), Math.floor(random() * 3000)));

  const timeframe = new TimeframeStore({ clock, timezone: zone, refresh: 7000, range: choose('30m', '1h', 'now/d') });
  const answers: (Answer | null)[] = NEEDS.map(() => null);
  const watches = NEEDS.map((need, i) => timeframe.watch(need, (answer) => (answers[i] = answer)));
  timeframe.source = source;
  const zoom = (from: number, to: number): void => timeframe.request({ type: 'zoom', range: { from, to } });
  const steps: Record<string, () => void | Promise<void>> = {
    wait: () => clock.advance(Math.floor(random() * 90_000)),
    refresh: () => timeframe.request({ type: 'refresh' }),
    zoomIn: () => {
      const { from, to } = timeframe.state.range;
      const at = from + (to - from) * random() * 0.6;
      zoom(at, at + (to - from) * (0.1 + random() * 0.3));
    },
    pan: () => {
      const { from, to } = timeframe.state.range;
      const by = (to - from) * (random() - 0.6);
      zoom(from + by, to + by);
    },
    back: () => timeframe.request({ type: 'back' }),
    home: () => timeframe.request({ type: 'home' }),
    replicas: () => timeframe.request({ type: 'replicas', replicas: choose(null, ['a'], ['b', 'c']) }),
    width: () => watches[0]?.setWidth(choose(300, 700, 1500)),
  };

  let compared = 0;
  for (let count = 0; count < 20; count++) {
    const name = choose('wait', ...Object.keys(steps));
    await steps[name]?.();
    if (random() < 0.5) continue;
    timeframe.request({ type: 'refresh' });
    await clock.advance(4500);
    for (const [i, need] of NEEDS.entries()) {
      const { frame = null, error = null, loading = true } = answers[i] ?? {};
      expect(error?.message ?? null).to.equal(null);
      if (loading || !frame) continue;
      const now = (): number => frame.now;
      const then = new FakeServer({ series: stored, now });
      const wanted = await prometheusSource({ ...options, fetch: then.fetch, now, scrapeInterval: '10s' }).query(
        requestFor(need, timeframe.state),
        { signal: new AbortController().signal },
      );
      expect(seen(frame), `step ${count} (${name}), ${need.metric} as ${need.shape}`).to.deep.equal(seen(wanted));
      compared++;
    }
  }
  timeframe.dispose();
  const joined = server.calls.filter(({ parameters }) => parameters.get('query')?.includes('__ie__')).length;
  return { compared, joined };
}

describe('any sequence of refreshes, zooms, pans, widths and replicas on a Prometheus', () => {
  ['UTC', 'Europe/Paris', 'Asia/Kolkata'].forEach((zone, turn) => {
    for (const seed of [2 * turn + 1, 2 * turn + 2]) {
      it(`shows what a full query gives, in ${zone} with seed ${seed}`, async function () {
        const { compared, joined } = await play(seed, zone);
        expect(compared).to.be.above(10);
        expect(joined, 'joined queries').to.be.above(0);
      });
    }
  });
});
