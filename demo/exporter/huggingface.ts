import { STATUSES } from '../simulator/answers.js';
import type { Counters } from '../simulator/counters.js';
import { GPU_BYTES, MEMORY_BYTES } from '../simulator/memory.js';
import type { EndpointParameters } from '../simulator/parameters.js';
import type { Instant, ReplicaInstant } from '../simulator/probe.js';
import { quantileOfSorted } from '../simulator/quantile-of-sorted.js';
import type { Family, FamilyType, LabelPair, Metric } from './family.js';
import { histogram, single } from './family.js';
import { gpuMemoryOf, memoryOf } from './usage.js';

const QUANTILES = [0.5, 0.9, 0.95, 0.99];
/** ms for which a proxy still tells of a replica that is gone, so that its last requests are read. */
const REMEMBERED = 300_000;

const id = ({ name }: ReplicaInstant): LabelPair => ['replica_id', name];

function requests({ at, replicas, proxy }: Instant): readonly Metric[] {
  const of = (name: string, { statuses }: Counters): readonly Metric[] =>
    STATUSES.map((status, i) =>
      single(statuses[i] ?? 0, [
        ['replica_id', name],
        ['status_code', `${status}`],
      ]),
    ).filter(({ points }) => points.some(({ value }) => value > 0));
  return [
    ...replicas
      .filter(({ state, endedAt }) => state !== 'none' || at - endedAt <= REMEMBERED)
      .flatMap(({ name, proxied }) => of(name, proxied)),
    // No replica answered these.
    ...of('', proxy),
  ];
}

function latencySummary({ recent, all: { latency } }: Instant): Metric {
  return {
    labels: [],
    points: [
      ...QUANTILES.map((q) => ({
        suffix: '',
        label: ['quantile', `${q}`] as const,
        value: quantileOfSorted(q, recent),
      })),
      { suffix: '_sum', label: null, value: latency.sum },
      { suffix: '_count', label: null, value: latency.count },
    ],
  };
}

/**
 * All replicas in one text, as the reference route gives it. Its published names are the first three; the others are
 * of this demo, and say so in their help.
 */
export function huggingfaceFamilies(
  instant: Instant,
  { kvCapacity, maxReplicas }: EndpointParameters,
): readonly Family[] {
  const serving = instant.replicas.filter(({ serves }) => serves);
  const each = (value: (replica: ReplicaInstant) => number): readonly Metric[] =>
    serving.map((replica) => single(value(replica), [id(replica)]));
  const own = (name: string, type: FamilyType, help: string, metrics: readonly Metric[]): Family => ({
    name: `ie_demo_${name}`,
    type,
    help: `${help} (a name of this demo, not of the reference route)`,
    metrics,
  });
  const published = (name: string, type: FamilyType, help: string, metrics: readonly Metric[]): Family => ({
    name,
    type,
    help,
    metrics,
  });
  const counts: readonly (readonly [string, number])[] = [
    ['running', instant.replicas.filter(({ state }) => state === 'running').length],
    ['desired', instant.desired],
    ['minimum', 0],
    ['maximum', maxReplicas],
  ];
  return [
    published('http_requests', 'counter', 'HTTP requests by code and replicas', requests(instant)),
    published('latency_distribution', 'summary', 'Latency distribution', [latencySummary(instant)]),
    published(
      'cpu_usage_percent',
      'gauge',
      'CPU percent',
      each(({ cpu }) => 100 * cpu),
    ),
    own(
      'pending_requests',
      'gauge',
      'Requests without a status yet',
      each(({ batch, queue }) => batch + queue),
    ),
    own('memory_usage_bytes', 'gauge', 'Memory in use', each(memoryOf)),
    own('memory_limit_bytes', 'gauge', 'Memory of a replica', [single(MEMORY_BYTES)]),
    own(
      'gpu_usage_percent',
      'gauge',
      'Share of time in which the GPU works',
      each(({ gpu }) => 100 * gpu),
    ),
    own('gpu_memory_usage_bytes', 'gauge', 'GPU memory in use', each(gpuMemoryOf)),
    own('gpu_memory_limit_bytes', 'gauge', 'GPU memory of a replica', [single(GPU_BYTES)]),
    own(
      'replicas',
      'gauge',
      'Replicas that run or are wanted, and the bounds of the autoscaler',
      counts.map(([state, value]) => single(value, [['state', state]])),
    ),
    own(
      'replica_state',
      'gauge',
      '1 for the state that a replica is in',
      instant.replicas
        .filter(({ state }) => state !== 'none')
        .map((replica) => single(1, [id(replica), ['state', replica.state]])),
    ),
    own(
      'time_to_first_token_seconds',
      'histogram',
      'From the arrival of a request to its first token',
      serving.map((replica) => histogram(replica.served.firstToken, [id(replica)])),
    ),
    own(
      'time_per_output_token_seconds',
      'histogram',
      'Mean of a request from one token to the next',
      serving.map((replica) => histogram(replica.served.tokenOfRequest, [id(replica)])),
    ),
    own(
      'tokens_total',
      'counter',
      'Tokens read and written',
      serving.flatMap((replica) => [
        single(replica.served.input, [id(replica), ['direction', 'input']]),
        single(replica.served.output, [id(replica), ['direction', 'output']]),
      ]),
    ),
    own(
      'queue_requests',
      'gauge',
      'Requests that wait',
      each(({ queue }) => queue),
    ),
    own(
      'batch_requests',
      'gauge',
      'Requests that are read or written',
      each(({ batch }) => batch),
    ),
    own(
      'kv_cache_usage_ratio',
      'gauge',
      'Share of the KV cache in use',
      each(({ kv }) => kv / kvCapacity),
    ),
  ];
}
