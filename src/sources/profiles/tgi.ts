import type { Profile } from './profile.js';

/**
 * Text Generation Inference. Sources: router/src/server.rs, router/src/infer/mod.rs and backends/v3/src of
 * huggingface/text-generation-inference. It tells no status: what succeeded is 2xx, what failed is named by its `err`.
 */
export const tgi: Profile = {
  name: 'tgi',
  labels: { replica: ['pod', 'instance'] },
  metrics: {
    requests: [
      { type: 'counter', name: 'tgi_request_success', set: { status: '2xx' } },
      { type: 'counter', name: 'tgi_request_failure', labels: { status: 'err' } },
    ],
    pending: { type: 'gauge', name: 'tgi_queue_size', plus: [{ name: 'tgi_batch_current_size' }], peak: true },
    latency: { type: 'histogram', name: 'tgi_request_duration' },
    // One mean a request.
    'time-per-output-token': { type: 'histogram', name: 'tgi_request_mean_time_per_token_duration' },
    tokens: [
      { type: 'counter', name: 'tgi_request_input_length_sum', set: { direction: 'input' } },
      { type: 'counter', name: 'tgi_request_generated_tokens_sum', set: { direction: 'output' } },
    ],
    queue: { type: 'gauge', name: 'tgi_queue_size', peak: true },
    batch: { type: 'gauge', name: 'tgi_batch_current_size' },
  },
};
