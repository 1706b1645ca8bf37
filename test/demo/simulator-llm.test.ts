import { expect } from '@open-wc/testing';
import { quantileOfSorted } from '../../demo/simulator/quantile-of-sorted.js';
import { Probe } from '../../demo/simulator/probe.js';
import { decodeTrace } from '../../demo/simulator/trace.js';
import { answersIn } from '../../demo/simulator/truth.js';
import { ANCHOR, ask, askSeries, endpointOf, HOUR, OPENING, recorded, total, valuesOf } from './endpoints.js';

const packed = await recorded;
const trace = decodeTrace(packed);
const endpoint = endpointOf(packed);
const range = { from: ANCHOR - HOUR, to: ANCHOR };
const answered = (await answersIn(endpoint, range)).filter(({ status }) => status === 200);

const SECONDS: Readonly<Record<string, readonly number[]>> = {
  'time-to-first-token': answered.map(({ firstToken }) => firstToken),
  'time-per-output-token': answered.flatMap(({ request, latency, firstToken }) => {
    const others = (trace.generated[request] ?? 1) - 1;
    return others ? [(latency - firstToken) / others] : [];
  }),
};

describe('what a language model’s endpoint tells beside, simulated', function () {
  for (const [metric, seconds] of Object.entries(SECONDS)) {
    it(`has quantiles of its requests: ${metric}`, async () => {
      const sorted = Float64Array.from(seconds).sort();
      const { series } = await askSeries(endpoint, metric, { step: null, quantiles: [0.5, 0.99] });
      expect(series.map(({ values }) => values[0])).to.deep.equal([0.5, 0.99].map((q) => quantileOfSorted(q, sorted)));
    });

    it(`has buckets that count each request once: ${metric}`, async () => {
      const frame = await ask(endpoint, metric, { shape: 'histogram', step: HOUR });
      expect(frame.kind === 'histogram' && total(frame.counts)).to.equal(seconds.length);
    });
  }

  it('has means over time of queue, batch and KV cache, which many looks at a replica come to', async () => {
    const probe = new Probe({ trace: packed, anchor: OPENING, days: 0 });
    const part = { from: ANCHOR - HOUR / 6, to: ANCHOR };
    const looks = { queue: 0, batch: 0, 'kv-cache': 0 };
    let count = 0;
    for (let at = part.from; at < part.to; at += 100, count++) {
      const one = probe.at(at).replicas[0];
      looks.queue += one?.queue ?? NaN;
      looks.batch += one?.batch ?? NaN;
      looks['kv-cache'] += (one?.kv ?? NaN) / probe.calendar.parameters.kvCapacity;
    }
    const name = endpoint.replicas[0] ?? '';
    for (const [metric, sum] of Object.entries(looks)) {
      const frame = await askSeries(endpoint, metric, { range: part, step: null, by: ['replica'] });
      const mean = valuesOf(frame, name)[0] ?? NaN;
      expect(sum / count, metric).to.be.closeTo(mean, 0.02 * mean + 0.001);
    }
  });
});
