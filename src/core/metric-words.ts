/** What the metrics are called where an element can show any of them; loaded with those elements. */
export const METRIC_WORDS: Readonly<Record<string, string>> = {
  requests: 'Requests',
  pending: 'Pending Requests',
  latency: 'Latency',
  'time-to-first-token': 'Time to First Token',
  'time-per-output-token': 'Time per Output Token',
  replicas: 'Replicas',
  cpu: 'CPU',
  gpu: 'GPU',
  memory: 'Memory',
  'gpu-memory': 'GPU Memory',
  tokens: 'Tokens',
  queue: 'Queue',
  batch: 'Batch',
  'kv-cache': 'KV Cache',
};

/** The name of a metric for a reader; one that is not in the table has its own. */
export const metricName = (metric: string): string =>
  (Object.hasOwn(METRIC_WORDS, metric) ? METRIC_WORDS[metric] : undefined) ?? metric;
