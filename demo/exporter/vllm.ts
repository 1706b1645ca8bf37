import type { EndpointParameters } from '../simulator/parameters.js';
import type { ReplicaInstant } from '../simulator/probe.js';
import { STATUSES } from '../simulator/answers.js';
import type { Family, FamilyType, LabelPair, Metric } from './family.js';
import { histogram, single } from './family.js';

const MODEL: readonly LabelPair[] = [
  ['model_name', 'llm-chat'],
  ['engine', '0'],
];

/** What the server in one replica tells of itself; what the proxy in front answers is unknown to it. */
export function vllmFamilies(replica: ReplicaInstant, { kvCapacity }: EndpointParameters): readonly Family[] {
  const { served, batch, queue, kv } = replica;
  const family = (name: string, type: FamilyType, help: string, metric: Metric): Family => ({
    name,
    type,
    help,
    metrics: [metric],
  });
  const gauge = (name: string, help: string, value: number): Family =>
    family(`vllm:${name}`, 'gauge', help, single(value, MODEL));
  const counter = (name: string, help: string, value: number, labels: readonly LabelPair[] = []): Family =>
    family(`vllm:${name}_total`, 'counter', help, single(value, [...MODEL, ...labels]));
  const seconds = (name: string, help: string, of: typeof served.latency): Family =>
    family(`vllm:${name}_seconds`, 'histogram', help, histogram(of, MODEL));
  const classes = new Map<string, number>();
  served.statuses.forEach((value, i) => {
    const name = `${Math.floor((STATUSES[i] ?? 0) / 100)}xx`;
    if (value) classes.set(name, (classes.get(name) ?? 0) + value);
  });
  return [
    {
      name: 'http_requests_total',
      type: 'counter',
      help: 'Total number of requests by method, status and handler.',
      metrics: [...classes].map(([status, value]) =>
        single(value, [
          ['handler', '/v1/chat/completions'],
          ['method', 'POST'],
          ['status', status],
        ]),
      ),
    },
    counter('request_success', 'Count of successfully processed requests.', served.latency.count, [
      ['finished_reason', 'stop'],
    ]),
    seconds('e2e_request_latency', 'Histogram of e2e request latency in seconds.', served.latency),
    seconds('time_to_first_token', 'Histogram of time to first token in seconds.', served.firstToken),
    seconds('inter_token_latency', 'Histogram of inter-token latency in seconds.', served.token),
    seconds(
      'request_time_per_output_token',
      'Histogram of time_per_output_token_seconds per request.',
      served.tokenOfRequest,
    ),
    counter('prompt_tokens', 'Number of prefill tokens processed.', served.input),
    counter('generation_tokens', 'Number of generation tokens processed.', served.output),
    gauge('num_requests_running', 'Number of requests in model execution batches.', batch),
    gauge('num_requests_waiting', 'Number of requests waiting to be processed.', queue),
    gauge('kv_cache_usage_perc', 'KV-cache usage. 1 means 100 percent usage.', kv / kvCapacity),
  ];
}
