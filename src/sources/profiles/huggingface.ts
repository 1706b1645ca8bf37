import type { Profile } from './profile.js';

/**
 * What the OpenMetrics route of Hugging Face Inference Endpoints prints, as a Prometheus stores it. Source: the route's
 * documentation. It announces memory and GPU, but publishes no names for them: give these in a profile of your own.
 */
export const huggingface: Profile = {
  name: 'huggingface',
  labels: { replica: 'replica_id', status: 'status_code' },
  metrics: {
    requests: { type: 'counter', name: ['http_requests_total', 'http_requests'] },
    latency: { type: 'summary', name: 'latency_distribution', labels: { replica: null } },
    cpu: [
      { type: 'gauge', name: 'cpu_usage_percent', factor: 0.01, within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    // Those that answered something in the step: the route does not count replicas.
    replicas: {
      type: 'expression',
      name: ['http_requests_total', 'http_requests'],
      series: 'running',
      query:
        'count(sum by (replica_id) (increase(http_requests_total{$selector,replica_id!=""}[$rate]) or ' +
        'increase(http_requests{$selector,replica_id!=""}[$rate])) > 0)',
    },
  },
};
