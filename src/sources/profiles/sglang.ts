import type { Profile } from './profile.js';

/** With priorities each has a series beside that of all: this one. Without priorities there is no such label. */
const ALL = 'priority=""';

/**
 * SGLang's own metrics. Source: python/sglang/srt/observability/metrics_collector.py and python/sglang/srt/utils/common.py
 * of sgl-project/sglang. They are off unless the server is started with them.
 */
export const sglang: Profile = {
  name: 'sglang',
  labels: { replica: ['pod', 'instance'], status: 'status_code' },
  metrics: {
    requests: { type: 'counter', name: 'sglang:http_responses_total', where: 'endpoint=~"/v1/.*|/generate"' },
    pending: {
      type: 'gauge',
      name: 'sglang:num_running_reqs',
      where: ALL,
      plus: [{ name: 'sglang:num_queue_reqs', where: ALL }],
      peak: true,
    },
    latency: { type: 'histogram', name: 'sglang:e2e_request_latency_seconds' },
    'time-to-first-token': { type: 'histogram', name: 'sglang:time_to_first_token_seconds' },
    'time-per-output-token': { type: 'histogram', name: 'sglang:inter_token_latency_seconds' },
    tokens: [
      { type: 'counter', name: 'sglang:prompt_tokens_total', set: { direction: 'input' } },
      { type: 'counter', name: 'sglang:generation_tokens_total', set: { direction: 'output' } },
    ],
    queue: { type: 'gauge', name: 'sglang:num_queue_reqs', where: ALL, peak: true },
    batch: { type: 'gauge', name: 'sglang:num_running_reqs', where: ALL },
    'kv-cache': { type: 'gauge', name: 'sglang:token_usage', within: 'max', across: 'avg', peak: true },
  },
};
