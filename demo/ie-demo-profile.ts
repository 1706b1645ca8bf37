import type { Gauge, Profile } from '../src/sources/index.js';

const series = (name: string): Gauge => ({
  type: 'gauge',
  name: 'ie_demo_replicas',
  where: `state="${name}"`,
  highest: true,
  series: name,
});

const limited = (name: string, limit: string): readonly Gauge[] => [
  { type: 'gauge', name, across: 'avg' },
  { type: 'gauge', name: limit, series: 'limit', across: 'max' },
];

const STATES = ['terminating', 'failed', 'running', 'initializing', 'pulling', 'downloading', 'pending'];

/**
 * Where a server that scrapes the exporter has the metrics for which the reference route publishes no names: an
 * example of a portal's own profile.
 */
export const ieDemoProfile: Profile = {
  name: 'ie-demo',
  labels: { replica: 'replica_id', direction: 'direction' },
  metrics: {
    pending: { type: 'gauge', name: 'ie_demo_pending_requests', peak: true },
    replicas: ['running', 'desired', 'minimum', 'maximum'].map(series),
    'replica-states': {
      type: 'states',
      states: STATES.map((state) => ({ state, name: 'ie_demo_replica_state', where: `state="${state}"` })),
    },
    memory: limited('ie_demo_memory_usage_bytes', 'ie_demo_memory_limit_bytes'),
    gpu: [
      { type: 'gauge', name: 'ie_demo_gpu_usage_percent', factor: 0.01, within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    'gpu-memory': limited('ie_demo_gpu_memory_usage_bytes', 'ie_demo_gpu_memory_limit_bytes'),
    'time-to-first-token': { type: 'histogram', name: 'ie_demo_time_to_first_token_seconds' },
    'time-per-output-token': { type: 'histogram', name: 'ie_demo_time_per_output_token_seconds' },
    tokens: { type: 'counter', name: 'ie_demo_tokens_total' },
    queue: { type: 'gauge', name: 'ie_demo_queue_requests', peak: true },
    batch: { type: 'gauge', name: 'ie_demo_batch_requests' },
    'kv-cache': { type: 'gauge', name: 'ie_demo_kv_cache_usage_ratio', across: 'avg', peak: true },
  },
};
