import { expect } from '@open-wc/testing';
import { CORES } from '../../demo/exporter/containers.js';
import type { Names } from '../../demo/exporter/targets.js';
import { gpuMemoryOf, memoryOf } from '../../demo/exporter/usage.js';
import { quantileOfSorted } from '../../demo/simulator/quantile-of-sorted.js';
import type { Instant, ReplicaInstant } from '../../demo/simulator/probe.js';
import { GPU_BYTES, MEMORY_BYTES } from '../../demo/simulator/memory.js';
import { ask, askSeries, atScrapes, forEachServer, replicas, scene, scrapes, sourceOf, truth } from './scene.js';

const { interval, range, outage } = scene;
const MIB = 1_048_576;
const { kvCapacity = NaN } = scene.parameters;

/** What a server was told of a replica, by metric; the GPU's exporter rounds. */
const GAUGES: Readonly<Record<string, (replica: ReplicaInstant, names: Names) => number>> = {
  pending: ({ batch, queue }) => batch + queue,
  queue: ({ queue }) => queue,
  batch: ({ batch }) => batch,
  'kv-cache': ({ kv }) => kv / kvCapacity,
  memory: memoryOf,
  'gpu-memory': (replica, names) =>
    names === 'vllm' ? Math.round(gpuMemoryOf(replica) / MIB) * MIB : gpuMemoryOf(replica),
  gpu: ({ gpu }, names) => (names === 'vllm' ? Math.round(100 * gpu) : 100 * gpu) * 0.01,
};
const SUMMED = ['pending', 'queue', 'batch'];

/** By the time of a scrape; where there was none the source has to say `NaN`. */
function expectAtScrapes(
  { times, values }: { readonly times: Float64Array; readonly values: Float64Array | undefined },
  wanted: readonly number[],
  title: string,
): void {
  const known = new Map(scrapes.map((at, i) => [at, wanted[i] ?? NaN]));
  expect(times.length, title).to.equal((range.to - range.from) / interval);
  times.forEach((at, i) => {
    const value = known.get(at);
    const message = `${title} at ${new Date(at).toISOString()}`;
    if (value === undefined || Number.isNaN(value)) expect(values?.[i], message).to.be.NaN;
    else expect(values?.[i], message).to.be.closeTo(value, Math.abs(value) * 1e-12);
  });
}

const instants = atScrapes((instant: Instant) => instant.replicas.map((replica) => ({ ...replica })));

describe('gauges of a real server', function () {
  it('are asked about where something happens', () => {
    expect(instants.some((all) => all.some(({ queue }) => queue > 0))).to.equal(true);
    expect(instants.every((all) => all.every(({ state }) => state === 'running'))).to.equal(true);
  });

  forEachServer((kind, names) => {
    const source = sourceOf(kind, names);

    for (const [metric, value] of Object.entries(GAUGES)) {
      it(`are those of each replica at each scrape: ${metric}`, async () => {
        const { series, times } = await askSeries(source, metric, { step: interval, by: ['replica'] });
        replicas.forEach((name, i) => {
          const values = series.find(({ labels }) => labels['replica'] === name)?.values;
          const wanted = instants.map((all) => (all[i] ? value(all[i], names) : NaN));
          expectAtScrapes({ times, values }, wanted, `${metric} of ${name}`);
        });
      });

      it(`are the ${SUMMED.includes(metric) ? 'sum' : 'mean'} of all replicas at each scrape: ${metric}`, async () => {
        const { series, times } = await askSeries(source, metric, { step: interval });
        const values = series.find(({ labels }) => labels['series'] === undefined)?.values;
        const wanted = instants.map((all) => {
          const sum = all.reduce((total, replica) => total + value(replica, names), 0);
          return SUMMED.includes(metric) ? sum : sum / all.length;
        });
        expectAtScrapes({ times, values }, wanted, metric);
      });
    }

    it('have the limits beside them', async () => {
      for (const [metric, limit] of [
        ['memory', MEMORY_BYTES],
        ['gpu-memory', names === 'vllm' ? Math.round(GPU_BYTES / MIB) * MIB : GPU_BYTES],
        ['cpu', 1],
        ['gpu', 1],
      ] as const) {
        const { series } = await askSeries(source, metric);
        const value = series.find(({ labels }) => labels['series'] === 'limit')?.values[0];
        expect(value, metric).to.be.closeTo(limit, limit * 1e-12);
      }
    });

    it('of replicas are how many run, and how many may', async () => {
      const { series, times } = await askSeries(source, 'replicas', { step: interval });
      for (const [name, value] of [
        ['running', replicas.length],
        ['maximum', replicas.length],
        ['minimum', 0],
        ['desired', replicas.length],
      ] as const) {
        const values = series.find(({ labels }) => labels['series'] === name)?.values;
        times.forEach((at, i) => {
          if (scrapes.includes(at)) expect(values?.[i], name).to.equal(value);
        });
      }
    });

    it('of states are lanes in which each replica runs', async () => {
      const frame = await ask(source, 'replica-states', { shape: 'intervals', step: interval, by: ['replica'] });
      if (frame.kind !== 'intervals') throw new Error(frame.kind);
      expect(frame.lanes.map(({ name }) => name).sort()).to.deep.equal([...replicas].sort());
      for (const { intervals } of frame.lanes) {
        expect(new Set(intervals.map(({ state }) => state))).to.deep.equal(new Set(['running']));
        expect(intervals[0]?.from).to.equal(range.from);
        expect(intervals.at(-1)?.to).to.equal(range.to);
      }
    });

    it('of CPU are what was used', async () => {
      if (names === 'huggingface') {
        const { series, times } = await askSeries(source, 'cpu', { step: interval });
        const values = series.find(({ labels }) => labels['series'] === undefined)?.values;
        const wanted = instants.map((all) => all.reduce((sum, { cpu }) => sum + cpu, 0) / all.length);
        return expectAtScrapes({ times, values }, wanted, 'cpu');
      }
      // A counter of seconds, of several cores.
      expect(CORES).to.be.above(1);
      const used = await askSeries(truth, 'cpu', { by: ['replica'] });
      const { series } = await askSeries(source, 'cpu', { by: ['replica'] });
      for (const name of replicas) {
        const [value = NaN, wanted = NaN] = [series, used.series].map(
          (all) => all.find(({ labels }) => labels['replica'] === name)?.values[0],
        );
        expect(value, name).to.be.closeTo(wanted, wanted * 0.005);
      }
    });

    // vLLM has buckets.
    if (names === 'huggingface') {
      it('of percentiles that the endpoint has made are those of the last minute', async () => {
        const quantiles = [0.5, 0.9, 0.95, 0.99];
        const { series, times } = await askSeries(source, 'latency', { step: interval, quantiles });
        for (const q of quantiles) {
          const values = series.find(({ labels }) => Number(labels['quantile']) === q)?.values;
          expectAtScrapes(
            { times, values },
            atScrapes(({ recent }) => quantileOfSorted(q, recent)),
            `p${q}`,
          );
        }
      });
    }

    it('are missing in the outage, and there right before and after', async () => {
      const { series, times } = await askSeries(source, 'pending', { step: interval });
      const at = (time: number): number => series[0]?.values[times.indexOf(time)] ?? Infinity;
      expect(at(outage.from - interval)).to.be.at.least(0);
      expect(at(outage.to)).to.be.at.least(0);
      for (let time = outage.from; time < outage.to; time += interval) expect(at(time)).to.be.NaN;
    });
  });
});
