import type { Frame, FrameRequest, IntervalsFrame, SeriesFrame } from '../../src/core/index.js';
import { checkFrame } from '../../src/core/index.js';
import type { EndpointOptions, SimulatedEndpoint } from '../../demo/simulator/index.js';
import { simulatedEndpoint } from '../../demo/simulator/index.js';

export const HOUR = 3_600_000;
/** Wednesday, 14:00 for the endpoints in here. */
export const ANCHOR = Date.UTC(2026, 0, 7, 9);
/** The same day at 10:00, when the page opens. */
export const OPENING = ANCHOR - 4 * HOUR;

/** The real recording. */
export const recorded = fetch(new URL('../../demo/data/azure-llm-2023.bin', import.meta.url)).then((response) =>
  response.arrayBuffer(),
);

/** A recording as the demo's file has it: one request each `wait` ms, for an hour. */
export function steadyTrace(wait: number, context: number, generated: number): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number): void => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  for (let at = 0; at < HOUR; at += wait) [at ? wait : 0, context, generated * 2].forEach(put);
  return Uint8Array.from(bytes);
}

/** An endpoint of one day, whose clock stands at 14:00 unless it is said otherwise. */
export const endpointOf = (trace: EndpointOptions['trace'], options: Partial<EndpointOptions> = {}) =>
  simulatedEndpoint({ trace, anchor: OPENING, now: () => ANCHOR, days: 0, ...options });

export const requestOf = (metric: string, more: Partial<FrameRequest> = {}): FrameRequest => ({
  metric,
  range: { from: ANCHOR - HOUR, to: ANCHOR },
  step: 60_000,
  by: [],
  replicas: null,
  shape: 'series',
  ...more,
});

/** Asks, and checks the answer as a time frame would. */
export async function ask(source: SimulatedEndpoint, metric: string, more: Partial<FrameRequest> = {}): Promise<Frame> {
  const request = requestOf(metric, more);
  return checkFrame(await source.query(request, { signal: new AbortController().signal }), request);
}

export async function askSeries(
  source: SimulatedEndpoint,
  metric: string,
  more: Partial<FrameRequest> = {},
): Promise<SeriesFrame> {
  const frame = await ask(source, metric, more);
  if (frame.kind !== 'series') throw new Error(`${metric} came as ${frame.kind}`);
  return frame;
}

export async function askLanes(
  source: SimulatedEndpoint,
  range: FrameRequest['range'],
): Promise<IntervalsFrame['lanes']> {
  const frame = await ask(source, 'replica-states', { shape: 'intervals', by: ['replica'], range });
  if (frame.kind !== 'intervals') throw new Error(`states came as ${frame.kind}`);
  return frame.lanes;
}

export const total = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** The values of the series with a name; none where there is no such series. */
export const valuesOf = (frame: SeriesFrame, name: string): Float64Array =>
  frame.series.find((series) => series.name === name)?.values ?? new Float64Array();
