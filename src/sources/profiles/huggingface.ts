import type { Profile } from './profile.js';

/**
 * What the OpenMetrics route of Hugging Face Inference Endpoints prints, or a Prometheus stores of it. Source: the route's
 * documentation. It announces memory and GPU, but publishes no names for them: read directly they are found, for a
 * Prometheus give them in a profile of your own.
 */
export const huggingface: Profile = {
  name: 'huggingface',
  labels: { replica: 'replica_id', status: 'status_code' },
  guess: ['memory', 'gpu', 'gpu-memory'],
  metrics: {
    requests: { type: 'counter', name: ['http_requests_total', 'http_requests'] },
    latency: { type: 'summary', name: 'latency_distribution', labels: { replica: null } },
    cpu: [
      { type: 'gauge', name: 'cpu_usage_percent', factor: 0.01, within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    // Those that answered something in the step: the route does not count replicas.
    replicas: {
      type: 'counter',
      name: ['http_requests_total', 'http_requests'],
      where: 'replica_id!=""',
      within: 'sum',
      across: 'count',
      above: 0,
      series: 'running',
    },
  },
};
