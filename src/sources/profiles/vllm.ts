import type { Profile } from './profile.js';

/**
 * vLLM's own metrics. Source: vllm/v1/metrics/loggers.py and vllm/entrypoints/serve/instrumentator/metrics.py of
 * vllm-project/vllm; after each current name stands the one of older releases.
 */
export const vllm: Profile = {
  name: 'vllm',
  labels: { replica: ['pod', 'instance'], status: 'status' },
  metrics: {
    requests: { type: 'counter', name: 'http_requests_total', where: 'handler=~"/v1/.*|/generate|/pooling|/classify"' },
    pending: {
      type: 'gauge',
      name: 'vllm:num_requests_running',
      plus: [{ name: 'vllm:num_requests_waiting' }],
      peak: true,
    },
    latency: { type: 'histogram', name: 'vllm:e2e_request_latency_seconds' },
    'time-to-first-token': { type: 'histogram', name: 'vllm:time_to_first_token_seconds' },
    'time-per-output-token': {
      type: 'histogram',
      name: ['vllm:inter_token_latency_seconds', 'vllm:time_per_output_token_seconds'],
    },
    tokens: [
      { type: 'counter', name: 'vllm:prompt_tokens_total', set: { direction: 'input' } },
      { type: 'counter', name: 'vllm:generation_tokens_total', set: { direction: 'output' } },
    ],
    queue: { type: 'gauge', name: 'vllm:num_requests_waiting', peak: true },
    batch: { type: 'gauge', name: 'vllm:num_requests_running' },
    'kv-cache': {
      type: 'gauge',
      name: ['vllm:kv_cache_usage_perc', 'vllm:gpu_cache_usage_perc'],
      within: 'max',
      across: 'avg',
      peak: true,
    },
  },
};
