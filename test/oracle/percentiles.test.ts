import { expect } from '@open-wc/testing';
import { decodeTrace } from '../../demo/simulator/trace.js';
import type { Answered } from '../../demo/simulator/truth.js';
import { answersIn } from '../../demo/simulator/truth.js';
import { Counters } from '../../demo/simulator/counters.js';
import { ask, askSeries, forEachServer, replicas, scene, sourceOf, trace, truth } from './scene.js';

const { generated } = decodeTrace(trace);
const answered = (await answersIn(truth, scene.range)).filter(({ status }) => status === 200);
const { latency, firstToken, token } = new Counters(0);
const QUANTILES = [0.5, 0.9, 0.95, 0.99];

/** Values with how often they count. */
type Weighted = readonly (readonly [value: number, weight: number])[];

const tokenTimes = (all: readonly Answered[], each: boolean): Weighted =>
  all.flatMap(({ request, latency, firstToken }) => {
    const others = (generated[request] ?? 1) - 1;
    return others > 0 ? [[(latency - firstToken) / others, each ? others : 1] as const] : [];
  });

/** The bounds of the bucket in which the quantile lies. */
function bucketOf(q: number, values: Weighted, bounds: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const rank = q * sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  const [value = NaN] = sorted.find(([, weight]) => (below += weight) >= rank) ?? [];
  const above = bounds.findIndex((bound) => value <= bound);
  return [bounds[above - 1] ?? 0, bounds[above] ?? Infinity];
}

describe('percentiles of a real server', function () {
  forEachServer((kind, names) => {
    const source = sourceOf(kind, names);
    const metrics: readonly (readonly [string, readonly number[], (all: readonly Answered[]) => Weighted])[] = [
      ...(names === 'vllm'
        ? [
            [
              'latency',
              latency.bounds,
              (all: readonly Answered[]) => all.map((one) => [one.latency, 1] as const),
            ] as const,
          ]
        : []),
      ['time-to-first-token', firstToken.bounds, (all) => all.map((one) => [one.firstToken, 1] as const)],
      // vLLM counts each token, our names each request.
      ['time-per-output-token', token.bounds, (all) => tokenTimes(all, names === 'vllm')],
    ];

    for (const [metric, bounds, valuesOf] of metrics) {
      it(`lie in their bucket: ${metric} of all replicas together`, async () => {
        const { series } = await askSeries(source, metric, { quantiles: QUANTILES });
        for (const q of QUANTILES) {
          const [low, high] = bucketOf(q, valuesOf(answered), bounds);
          const value = series.find(({ labels }) => Number(labels['quantile']) === q)?.values[0];
          expect(value, `p${q}`).to.be.within(low, high);
        }
      });

      it(`lie in their bucket: ${metric} of each replica`, async () => {
        const { series } = await askSeries(source, metric, { quantiles: [0.5, 0.95], by: ['replica'] });
        for (const name of replicas) {
          for (const q of [0.5, 0.95]) {
            const own = answered.filter(({ replica }) => replica === name);
            const [low, high] = bucketOf(q, valuesOf(own), bounds);
            const one = series.find(({ labels }) => labels['replica'] === name && Number(labels['quantile']) === q);
            expect(one?.values[0], `p${q} of ${name}`).to.be.within(low, high);
          }
        }
      });

      it(`stand beside the buckets themselves: ${metric}`, async () => {
        const frame = await ask(source, metric, { shape: 'histogram' });
        if (frame.kind !== 'histogram') throw new Error(frame.kind);
        expect([...frame.bounds]).to.deep.equal([...bounds, Infinity]);
        const values = valuesOf(answered);
        [...frame.bounds].forEach((bound, i) => {
          const below = frame.bounds[i - 1] ?? 0;
          const wanted = values.reduce((sum, [v, weight]) => (v > below && v <= bound ? sum + weight : sum), 0);
          const allowed = kind === 'victoriametrics' ? 1e-6 : Math.max(0.005 * wanted, replicas.length);
          expect(frame.counts[i], `up to ${bound} s`).to.be.closeTo(wanted, allowed);
        });
      });
    }
  });
});
