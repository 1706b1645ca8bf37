import type { Frame, FrameRequest, Source } from '../../../src/core/index.js';
import { prometheusSource, type PrometheusOptions } from '../../../src/sources/index.js';
import { callOf, success, type Call } from './fake-server.js';

export const T0 = Date.UTC(2026, 5, 1, 10);
export const signal = new AbortController().signal;

export const asked = (more: Partial<FrameRequest> = {}): FrameRequest => ({
  metric: 'requests',
  range: { from: T0, to: T0 + 300_000 },
  step: 60_000,
  by: ['status'],
  replicas: null,
  shape: 'series',
  ...more,
});

/** True for what is asked about the server itself, not for data. */
export const isDiscovery = ({ parameters }: Call): boolean =>
  /^(?:time\(\)|count by \(__name__|\w+\{?[^(]*\[10m\]$)/.test(parameters.get('query') ?? '');

export type Reply = (call: Call) => Response | Promise<Response>;

export interface Scripted {
  readonly source: Source;
  /** Calls for data. */
  readonly calls: Call[];
  query(more?: Partial<FrameRequest>): Promise<Frame>;
  /** The message of the error that a query ends with. */
  failure(more?: Partial<FrameRequest>): Promise<string>;
}

/** A source whose answers to questions for data are the test's; of itself the server says that its clock is at `now`. */
export function scripted(reply: Reply, options: Partial<PrometheusOptions> = {}, now = T0 + 600_000): Scripted {
  const calls: Call[] = [];
  const source = prometheusSource({
    url: '/prometheus',
    profile: 'huggingface',
    scrapeInterval: '10s',
    now: () => now,
    ...options,
    fetch: async (input, init) => {
      const call = callOf(input, init);
      if (isDiscovery(call)) {
        return call.parameters.get('query') === 'time()' ? success([now / 1000, '1'], 'scalar') : success([], 'vector');
      }
      calls.push(call);
      init?.signal?.throwIfAborted();
      return reply(call);
    },
  });
  const query = (more?: Partial<FrameRequest>): Promise<Frame> => source.query(asked(more), { signal });
  return {
    source,
    calls,
    query,
    failure: (more) =>
      query(more).then(
        () => 'no failure',
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
  };
}

/** A series as Prometheus prints it, by times in seconds after `T0`. */
export const printed = (
  metric: Readonly<Record<string, string>>,
  ...values: readonly (readonly [seconds: number, value: string])[]
): object => ({ metric, values: values.map(([time, value]) => [T0 / 1000 + time, value]) });

export const columns = (frame: Frame): Record<string, (number | null)[]> =>
  frame.kind === 'series'
    ? Object.fromEntries(
        frame.series.map(({ name, values }) => [name, [...values].map((v) => (Number.isNaN(v) ? null : v))]),
      )
    : {};
