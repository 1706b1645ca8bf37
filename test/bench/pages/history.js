import '../../../dist/elements/index.js';
import { openMetricsSource } from '../../../dist/sources/index.js';
import { metricsText, Probe, targetsAt } from '../../../demo/exporter/index.ts';
import { ieDemoProfile } from '../../../demo/ie-demo-profile.ts';
import { simulatedEndpoint } from '../../../demo/simulator/index.ts';

const HOUR = 3_600_000;
const INTERVAL = 10_000;
const END = Date.UTC(2026, 0, 7, 16);
const CHARTS = ['ie-requests-chart', 'ie-pending-chart', 'ie-latency-chart', 'ie-replica-status'];
/** Eight replicas that run all day. */
const parameters = { maxReplicas: 8, pendingPerReplica: 0.01, kvCapacity: 1e9, slots: 3, queueLimit: 2 };
const { signal } = new AbortController();

const sources = {};
let makeProbe = null;
let probe = null;
let text = '';
let now = 0;
let scrapes = 0;

export async function prepare(hours) {
  const trace = await (await fetch('/trace')).arrayBuffer();
  const options = { trace, parameters, anchor: END, days: Math.ceil(hours / 24) };
  now = END - hours * HOUR;
  makeProbe = () => new Probe(options);
  sources.simulated = simulatedEndpoint({ ...options, now: () => END });
  await sources.simulated.history;
  sources.direct = openMetricsSource({
    url: '/metrics',
    profile: 'ie-demo huggingface',
    profiles: [ieDemoProfile],
    retention: '25h',
    now: () => now,
    fetch: async () => new Response(text, { headers: { 'Content-Type': 'text/plain; version=0.0.4' } }),
  });
}

/** Reads on for so many times; whether the end is reached. */
export async function readOn(times) {
  probe ??= makeProbe();
  for (let i = 0; i < times && now <= END; i++, now += INTERVAL) {
    text = metricsText(targetsAt(probe.at(now), 'huggingface', parameters)[0].families);
    await sources.direct.describe({ signal });
    scrapes++;
  }
  return now > END;
}

export function forgetExporter() {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
  const facts = { series: lines, bytes: text.length, scrapes };
  probe = null;
  text = '';
  now = END + 1000;
  return facts;
}

/** ms from when four charts of the last hour are put in until the last one is drawn. */
export async function draw(kind) {
  const frame = document.createElement('ie-timeframe');
  const charts = CHARTS.map((name) => document.createElement(name));
  frame.from = END - HOUR;
  frame.to = END;
  frame.source = sources[kind];
  frame.append(...charts);
  const all = Promise.all(
    charts.map((chart) => new Promise((done) => chart.addEventListener('ie-data', done, { once: true }))),
  );
  const begun = performance.now();
  document.body.append(frame);
  await all;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const elapsed = performance.now() - begun;
  frame.remove();
  await new Promise((done) => setTimeout(done, 50));
  return elapsed;
}
