import type { Profile } from './profile.js';

/**
 * The server of llama.cpp, started with `--metrics`. Sources: tools/server/README.md and tools/server/server-context.cpp
 * of ggml-org/llama.cpp. It has no count of requests and no percentiles: these come from the proxy in front. Of the time
 * for each token it has the sum alone, which makes a mean.
 */
export const llamacpp: Profile = {
  name: 'llamacpp',
  labels: { replica: ['pod', 'instance'] },
  metrics: {
    pending: {
      type: 'gauge',
      name: 'llamacpp:requests_processing',
      plus: [{ name: 'llamacpp:requests_deferred' }],
      peak: true,
    },
    tokens: [
      { type: 'counter', name: 'llamacpp:prompt_tokens_total', set: { direction: 'input' } },
      { type: 'counter', name: 'llamacpp:tokens_predicted_total', set: { direction: 'output' } },
    ],
    queue: { type: 'gauge', name: 'llamacpp:requests_deferred', peak: true },
    batch: { type: 'gauge', name: 'llamacpp:n_busy_slots_per_decode' },
  },
};
