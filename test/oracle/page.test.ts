import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { LatencyChart, RequestsChart } from '../../src/elements/index.js';
import '../../src/elements/index.js';
import { answersIn } from '../../demo/simulator/truth.js';
import { addressOf, forEachServer, PROFILES, replicas, scene, SELECTORS, sourceOf, truth } from './scene.js';
import { ieDemoProfile } from '../../demo/ie-demo-profile.js';

const { range, interval } = scene;
const METRICS = [
  'requests',
  'pending',
  'latency',
  'replicas',
  'replica-states',
  'cpu',
  'memory',
  'gpu',
  'gpu-memory',
  'time-to-first-token',
  'time-per-output-token',
  'tokens',
  'queue',
  'batch',
  'kv-cache',
];
const iso = (time: number): string => new Date(time).toISOString();

describe('a page on a real server', function () {
  forEachServer((kind, names) => {
    it('draws what happened, through a source in markup', async () => {
      const page = await fixture(html`
        <ie-timeframe from=${iso(range.from)} to=${iso(range.to)}>
          <ie-prometheus-source
            url=${addressOf(kind)}
            .profiles=${[ieDemoProfile]}
            profile=${PROFILES[names]}
            selector=${SELECTORS[names]}
          ></ie-prometheus-source>
          <ie-requests-chart></ie-requests-chart>
          <ie-latency-chart></ie-latency-chart>
        </ie-timeframe>
      `);
      const charts = [...page.querySelectorAll<RequestsChart | LatencyChart>('ie-requests-chart, ie-latency-chart')];
      await Promise.all(charts.map(async (chart) => chart.frames.length || oneEvent(chart, 'ie-data')));
      for (const chart of charts) {
        const [frame] = chart.frames;
        if (frame?.kind !== 'series') throw new Error(`${chart.localName} has no series`);
        expect(frame.series.length, chart.localName).to.be.at.least(2);
        expect(frame.series.some(({ values }) => values.some((value) => value > 0))).to.equal(true);
      }
      const seen = (await answersIn(truth, range)).filter(({ replica }) => names === 'huggingface' || replica !== null);
      const frame = charts[0]?.frames[0];
      if (frame?.kind !== 'series') throw new Error('no series');
      const drawn = frame.series.reduce((sum, { values }) => values.reduce((all, one) => all + (one || 0), sum), 0);
      // Prometheus cannot know in which step what an outage hid was answered.
      expect(drawn).to.be.within(seen.length * 0.85, seen.length * 1.05);
    });

    it('knows which metrics and replicas there are, and how often they are scraped', async () => {
      const described = await sourceOf(kind, names).describe?.({ signal: new AbortController().signal });
      expect(described?.metrics).to.have.members(METRICS);
      expect(described?.replicas?.map(({ name }) => name)).to.deep.equal([...replicas].sort());
      expect(described?.minStep).to.equal(interval);
    });
  });
});
