import type { Source, TimeRange } from '../../../src/core/index.js';
import { openMetricsSource, type Profile } from '../../../src/sources/index.js';
import { targetsAt, type Names, type Target } from '../../../demo/exporter/targets.js';
import { metricsText } from '../../../demo/exporter/text.js';
import { ieDemoProfile } from '../../../demo/ie-demo-profile.js';
import { Probe, type ProbeOptions } from '../../../demo/simulator/probe.js';

export const PROFILES: Readonly<Record<Names, string>> = {
  huggingface: 'ie-demo huggingface',
  vllm: 'vllm kubernetes dcgm',
};

export interface Reading {
  readonly names: Names;
  readonly probe: ProbeOptions;
  /** The exporter is read from here to there, both included, each `interval`; ms. */
  readonly range: TimeRange;
  readonly interval: number;
  /** No reading from `from` on, and again at `to`. */
  readonly outage: TimeRange;
  readonly profiles?: readonly Profile[];
}

/** The exporter, read directly through the range by a simulated clock, as a page does that was open all the time. */
export async function readDirectly({ names, probe: options, range, interval, outage }: Reading): Promise<Source> {
  const probe = new Probe(options);
  const { parameters } = probe.calendar;
  let now = range.from;
  let targets: readonly Target[] = [];
  const source = openMetricsSource({
    profile: PROFILES[names],
    profiles: [ieDemoProfile],
    now: () => now,
    targets: () =>
      targets.map(({ path, labels }) => {
        const pod = labels.find(([label]) => label === 'pod')?.[1];
        return { url: path, ...(pod !== undefined && { replica: pod }) };
      }),
    fetch: async (url) => {
      const target = targets.find(({ path }) => path === url);
      if (now >= outage.from && now < outage.to) throw new TypeError('Failed to fetch');
      if (!target) return new Response('', { status: 404 });
      return new Response(metricsText(target.families), { headers: { 'Content-Type': 'text/plain; version=0.0.4' } });
    },
  });
  const { signal } = new AbortController();
  for (; now <= range.to; now += interval) {
    targets = targetsAt(probe.at(now), names, parameters);
    const failed = await source.describe?.({ signal }).then(
      () => false,
      () => true,
    );
    if (failed !== (now >= outage.from && now < outage.to)) throw new Error(`Reading at ${now}: failed ${failed}`);
  }
  now = range.to + 1000;
  return source;
}
