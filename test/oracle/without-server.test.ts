import { expect } from '@open-wc/testing';
import { METRICS, type FrameRequest, type SeriesFrame, type Source } from '../../src/core/index.js';
import type { Names } from '../../demo/exporter/targets.js';
import { readDirectly } from '../sources/openmetrics/direct-reading.js';
import { ask, askSeries, forEachServer, probeOptions, scene, sourceOf } from './scene.js';

const { range, interval, outage } = scene;
const MINUTE = 60_000;
const QUANTILES = [0.5, 0.9, 0.95, 0.99];
/** What was counted since the last scrape before the outage is seen first by the one after it. */
const unseen = { from: outage.from - interval, to: outage.to };

/**
 * After a restart a status comes back with the first request that has it. A Prometheus does not know that its counter began
 * at zero then, and has less of it; who read the text before without it does know.
 */
const comesBack = (metric: string, at: number): boolean =>
  metric === 'requests' && scene.restarts.some((one) => at + MINUTE > one.at && at < one.at + 10 * MINUTE);

/** What a chart of each metric asks for. */
const CHARTS: readonly (readonly [metric: string, more: Partial<FrameRequest>])[] = [
  ['requests', { by: ['status'] }],
  ['pending', {}],
  ['latency', { by: ['quantile'], quantiles: QUANTILES }],
  ['replicas', { by: ['series'] }],
  ['cpu', { by: ['replica'] }],
  ['memory', { by: ['replica'] }],
  ['gpu', { by: ['replica'] }],
  ['gpu-memory', { by: ['replica'] }],
  ['tokens', { by: ['direction'] }],
  ['time-to-first-token', { by: ['quantile'], quantiles: QUANTILES }],
  ['time-per-output-token', { by: ['quantile'], quantiles: QUANTILES }],
  ['queue', {}],
  ['batch', {}],
  ['kv-cache', {}],
];

/** Made from counters, of which a Prometheus may extrapolate what the edges of a window hide. */
const isCounted = (metric: string, names: Names): boolean =>
  ['requests', 'tokens', 'time-to-first-token', 'time-per-output-token'].includes(metric) ||
  (names === 'vllm' && ['latency', 'cpu'].includes(metric));

const lineOf = ({ series }: SeriesFrame, name: string, labels: string): Float64Array | undefined =>
  series.find((one) => one.name === name && JSON.stringify(one.labels) === labels)?.values;

describe('the same hour through a Prometheus and read directly', function () {
  this.timeout(120_000);

  forEachServer((kind, names) => {
    // The other one puts what an outage hid into the first step after it, and has no edges to extrapolate.
    if (kind !== 'prometheus') return;
    const through = sourceOf(kind, names);
    let direct: Source;

    before(async () => {
      direct = await readDirectly({
        names,
        probe: probeOptions,
        range: { from: range.from - MINUTE, to: range.to },
        interval,
        outage,
      });
    });

    it('has each metric on both ways', () => {
      const drawn = [...CHARTS.map(([metric]) => metric), 'replica-states'].sort();
      expect(drawn).to.deep.equal([...METRICS.keys()].sort());
    });

    for (const [metric, more] of CHARTS) {
      it(`shows the same numbers minute by minute: ${metric}`, async () => {
        const request = { step: MINUTE, ...more };
        const [wanted, read] = await Promise.all([
          askSeries(through, metric, request),
          askSeries(direct, metric, request),
        ]);
        const identities = ({ series }: SeriesFrame): readonly string[] =>
          series.map(({ name, labels, unit }) => `${name} ${JSON.stringify(labels)} ${unit}`).sort();
        expect(identities(read)).to.deep.equal(identities(wanted));
        expect([...read.times]).to.deep.equal([...wanted.times]);
        let compared = 0;
        for (const { name, labels, values } of wanted.series) {
          const own = lineOf(read, name, JSON.stringify(labels));
          wanted.times.forEach((at, i) => {
            const [one = NaN, other = NaN] = [values[i], own?.[i]];
            const title = `${name} at ${new Date(at).toISOString()}`;
            if (isCounted(metric, names)) {
              if (at < unseen.to && at + MINUTE > unseen.from) return;
              // Of what had counted nothing yet there is no series in the text: a gap here, a zero there.
              if (comesBack(metric, at)) expect(other || 0, title).to.be.at.least((one || 0) * (1 - 1e-9));
              else expect(other || 0, title).to.be.closeTo(one || 0, 1e-9 * Math.abs(one || 1));
            } else if (Number.isNaN(one)) expect(other, title).to.be.NaN;
            else expect(other, title).to.be.closeTo(one, Math.abs(one) * 1e-9);
            compared++;
          });
        }
        expect(compared).to.be.above(45);
      });

      it(`shows the same number over the hour: ${metric}`, async () => {
        const [wanted, read] = await Promise.all([askSeries(through, metric, more), askSeries(direct, metric, more)]);
        for (const { name, labels, values } of wanted.series) {
          const [one = NaN] = values;
          const [other = NaN] = lineOf(read, name, JSON.stringify(labels)) ?? [];
          const allowed = isCounted(metric, names)
            ? Math.max(0.01 * Math.abs(one), metric === 'requests' ? 3 : 0)
            : 1e-9 * Math.abs(one);
          expect(other, name).to.be.closeTo(one, allowed);
        }
      });
    }

    it('shows the same lanes of states', async () => {
      const request = { shape: 'intervals', step: MINUTE, by: ['replica'] } as const;
      const [wanted, read] = await Promise.all([
        ask(through, 'replica-states', request),
        ask(direct, 'replica-states', request),
      ]);
      if (wanted.kind !== 'intervals' || read.kind !== 'intervals') throw new Error(`${wanted.kind}, ${read.kind}`);
      expect(wanted.lanes.length).to.be.above(0);
      expect(read.lanes).to.deep.equal(wanted.lanes);
    });
  });
});
