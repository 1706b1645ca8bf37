import type { Profile } from './profile.js';

/**
 * Text Embeddings Inference. Sources: router/src/prometheus.rs, router/src/http/server.rs and core/src of
 * huggingface/text-embeddings-inference. It tells no status: what succeeded is 2xx, what failed is named by its `err`.
 */
export const tei: Profile = {
  name: 'tei',
  labels: { replica: ['pod', 'instance'] },
  metrics: {
    requests: [
      { type: 'counter', name: 'te_request_success', set: { status: '2xx' } },
      { type: 'counter', name: 'te_request_failure', labels: { status: 'err' } },
    ],
    // Those that wait: the running ones are not told.
    pending: { type: 'gauge', name: 'te_queue_size', peak: true },
    latency: { type: 'histogram', name: 'te_request_duration' },
    tokens: { type: 'counter', name: 'te_request_input_length_sum', set: { direction: 'input' } },
    queue: { type: 'gauge', name: 'te_queue_size', peak: true },
    batch: { type: 'counter', name: 'te_batch_next_size_sum', per: { name: 'te_batch_next_size_count' } },
  },
};
