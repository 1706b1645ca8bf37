import { expect } from '@open-wc/testing';
import { METRICS, type Frame, type FrameRequest } from '../../src/core/index.js';
import { prometheusSource, type PrometheusOptions } from '../../src/sources/index.js';
import { ieDemoProfile } from '../../demo/ie-demo-profile.js';
import { addressOf, forEachServer, PROFILES, scene, SELECTORS } from './scene.js';

const { to } = scene.range;
const MINUTE = 60_000;

const request = (metric: string, more: Partial<FrameRequest>): FrameRequest => ({
  metric,
  range: { from: to - 2 * MINUTE, to: to - MINUTE },
  step: 10_000,
  by:
    METRICS.get(metric)
      ?.labels.filter((label) => label !== 'replica')
      .slice(0, 1) ?? [],
  replicas: null,
  shape: 'series',
  ...more,
});

/** What a refresh of a page with a chart of each metric asks. */
const REFRESH: readonly FrameRequest[] = [
  ...['requests', 'replicas'].map((metric) => request(metric, { step: MINUTE, range: { from: to - 4 * MINUTE, to } })),
  ...['requests', 'latency'].map((metric) => request(metric, { step: null, range: scene.range })),
  ...['pending', 'latency', 'tokens', 'queue', 'batch', 'kv-cache', 'time-to-first-token', 'time-per-output-token'].map(
    (metric) => request(metric, {}),
  ),
  ...['cpu', 'memory', 'gpu', 'gpu-memory'].map((metric) => request(metric, { by: ['replica'] })),
  // With the highest beside the mean, a window within a window.
  request('queue', { step: MINUTE, range: { from: to - 4 * MINUTE, to } }),
  request('time-to-first-token', { shape: 'histogram', by: [], step: MINUTE, range: { from: to - 4 * MINUTE, to } }),
  request('replica-states', { shape: 'intervals', by: ['replica'] }),
];

/** Up to the order in which a server adds up its series, which it is free to choose at each query. */
const rounded = (values: Iterable<number>): readonly string[] => Array.from(values, (value) => value.toPrecision(12));

function seen(frame: Frame): unknown {
  const { kind, range, step, notices } = frame;
  const facts = { kind, range, step, notices };
  if (frame.kind === 'series') {
    return [facts, ...frame.series.map(({ name, labels, values }) => [name, labels, ...rounded(values)])];
  }
  if (frame.kind === 'histogram') return [facts, ...frame.bounds, ...rounded(frame.counts)];
  return [facts, frame.kind === 'intervals' ? frame.lanes : null];
}

describe('a refresh of a whole page as one query', function () {
  forEachServer((kind, names) => {
    const { signal } = new AbortController();

    function pageOf(more: Partial<PrometheusOptions>) {
      let calls = 0;
      const source = prometheusSource({
        url: addressOf(kind),
        profiles: [ieDemoProfile],
        profile: PROFILES[names],
        selector: SELECTORS[names],
        ...more,
        fetch: async (input, init) => {
          calls++;
          return fetch(input, init);
        },
      });
      return async (): Promise<{ frames: readonly Frame[]; calls: number; ms: number }> => {
        const before = calls;
        const began = performance.now();
        const frames = await Promise.all(REFRESH.map((one) => source.query(one, { signal })));
        return { frames, calls: calls - before, ms: performance.now() - began };
      };
    }

    it('says what each query says by itself', async () => {
      const [together, apart] = [pageOf({}), pageOf({ join: false })];
      for (const refresh of [together, apart]) await refresh();
      const joined = await together();
      const single = await apart();
      console.log(
        `Measured on ${kind}, ${names}: ${single.calls} queries in ${single.ms.toFixed()} ms, ` +
          `joined ${joined.calls} in ${joined.ms.toFixed()} ms`,
      );
      expect(joined.calls).to.equal(1);
      expect(single.calls).to.be.above(REFRESH.length - 1);
      joined.frames.forEach((frame, i) => {
        const wanted = single.frames[i];
        if (!wanted) throw new Error('no frame');
        expect(seen(frame), `${REFRESH[i]?.metric} by ${REFRESH[i]?.step}`).to.deep.equal(seen(wanted));
      });
    });
  });
});
