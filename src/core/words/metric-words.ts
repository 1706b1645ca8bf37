import { quoted } from './words.js';

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

/** What one number of a metric is called, where its name and what it is of would be too long for a small box. */
export const STAT_WORDS: ReadonlyMap<string, string> = new Map([
  ['tokens input', 'Input Tokens'],
  ['tokens output', 'Output Tokens'],
  ['time-to-first-token', 'TTFT'],
  ['time-per-output-token', 'TPOT'],
]);

export const badStatus = (text: string): string => `${quoted(text)} is no status; write 2xx or 404`;

/** What stands in a small box beside a number that could not be had anew. */
export const staleWords = (age: string): string => `stale · ${age}`;

/** The name of a metric for a reader; one that is not in the table has its own. */
export const metricName = (metric: string): string =>
  (Object.hasOwn(METRIC_WORDS, metric) ? METRIC_WORDS[metric] : undefined) ?? metric;
