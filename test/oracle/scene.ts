import { checkFrame } from '../../src/core/index.js';
import type { Frame, FrameRequest, SeriesFrame, Source, TimeRange } from '../../src/core/index.js';
import { prometheusSource } from '../../src/sources/index.js';
import { ieDemoProfile } from '../../demo/ie-demo-profile.js';
import type { Names } from '../../demo/exporter/targets.js';
import type { EndpointParameters, SimulatedEndpoint } from '../../demo/simulator/index.js';
import { simulatedEndpoint } from '../../demo/simulator/index.js';
import type { Instant, ProbeOptions } from '../../demo/simulator/probe.js';
import { Probe } from '../../demo/simulator/probe.js';

export type Kind = 'prometheus' | 'victoriametrics';

/** What the servers were filled with; times in ms since the epoch. */
export interface Scene {
  readonly servers: readonly Kind[];
  /** Of those that are not installed, what to install. */
  readonly missing: Readonly<Partial<Record<Kind, string>>>;
  readonly seed: number;
  readonly anchor: number;
  readonly parameters: Partial<EndpointParameters>;
  readonly interval: number;
  readonly range: TimeRange;
  /** By the number of the replica. */
  readonly restarts: readonly { readonly at: number; readonly replica: number }[];
  /** No scrape from `from` on, and again at `to`. */
  readonly outage: TimeRange;
}

const read = async (path: string): Promise<unknown> => (await fetch(path)).json();

export const scene = (await read('/oracle/facts')) as Scene;
const trace = await (await fetch(new URL('../../demo/data/azure-llm-2023.bin', import.meta.url))).arrayBuffer();
const { seed, anchor, parameters, interval, range } = scene;
const options = { trace, seed, anchor, parameters, days: 0 };

/** What really happened. */
export const truth: SimulatedEndpoint = simulatedEndpoint({ ...options, now: () => range.to });
export const { replicas } = truth;
export { trace };

/** The moments of the range at which the servers were filled. */
export const scrapes: readonly number[] = Array.from(
  { length: (range.to - range.from) / interval },
  (_, i) => range.from + i * interval,
).filter((at) => at < scene.outage.from || at >= scene.outage.to);

/** Of a probe that tells what the servers were told. */
export const probeOptions: ProbeOptions = {
  ...options,
  restarts: scene.restarts.map(({ at, replica }) => ({ at, replica: replicas[replica] ?? '' })),
};

/** What `value` is at each scrape. */
export function atScrapes<T>(value: (instant: Instant) => T): readonly T[] {
  const probe = new Probe(probeOptions);
  return scrapes.map((at) => value(probe.at(at)));
}

export const PROFILES: Readonly<Record<Names, string>> = {
  huggingface: 'ie-demo huggingface',
  vllm: 'vllm kubernetes dcgm',
};

/** One server has all names, and each profile finds its own. */
export const SELECTORS: Readonly<Record<Names, string>> = { huggingface: 'job="endpoint"', vllm: '' };

/** Below it a server answers. */
export const addressOf = (kind: Kind): string => `/oracle/${kind}`;

export const sourceOf = (kind: Kind, names: Names): Source =>
  prometheusSource({
    url: addressOf(kind),
    profiles: [ieDemoProfile],
    profile: PROFILES[names],
    selector: SELECTORS[names],
  });

/** Asks for the whole range, and checks the answer as a time frame would. */
export async function ask(source: Source, metric: string, more: Partial<FrameRequest> = {}): Promise<Frame> {
  const request: FrameRequest = { metric, range, step: null, by: [], replicas: null, shape: 'series', ...more };
  return checkFrame(await source.query(request, { signal: new AbortController().signal }), request);
}

export async function askSeries(
  source: Source,
  metric: string,
  more: Partial<FrameRequest> = {},
): Promise<SeriesFrame> {
  const frame = await ask(source, metric, more);
  if (frame.kind !== 'series') throw new Error(`${metric} came as ${frame.kind}`);
  return frame;
}

/** The value of the only step, by the value of a label. */
export async function totalsBy(
  source: Source,
  metric: string,
  label: string,
  more: Partial<FrameRequest> = {},
): Promise<Map<string, number>> {
  const { series } = await askSeries(source, metric, { by: [label], ...more });
  return new Map(series.map(({ labels, values }) => [labels[label] ?? '', values[0] ?? NaN]));
}

/** Runs the tests of a body for each server and each name set; where a server is not there, says so. */
export function forEachServer(tests: (kind: Kind, names: Names) => void): void {
  for (const kind of ['prometheus', 'victoriametrics'] as const) {
    for (const names of ['huggingface', 'vllm'] as const) {
      const missing = scene.missing[kind];
      const title = `under the names of ${names}, ${kind}`;
      if (missing === undefined) describe(title, () => tests(kind, names));
      else describe.skip(`${title} (${missing})`, () => it('is not here', () => undefined));
    }
  }
}
