import type { Profile } from './profile.js';

const MICROSECOND = 1e-6;
const MILLISECOND = 1e-3;

/**
 * Triton Inference Server. Sources: src/metrics.cc and src/metric_model_reporter.cc of triton-inference-server/core,
 * docs/user_guide/metrics.md of triton-inference-server/server. Percentiles are off unless it is started with
 * `summary_latencies` and `histogram_latencies`. CPU and memory are those of its whole host. What its vLLM back end tells
 * has vLLM's names: `triton vllm`.
 */
export const triton: Profile = {
  name: 'triton',
  labels: { replica: ['pod', 'instance'] },
  metrics: {
    requests: [
      { type: 'counter', name: 'nv_inference_request_success', set: { status: '2xx' } },
      { type: 'counter', name: 'nv_inference_request_failure', labels: { status: 'reason' } },
    ],
    // Those that wait: the running ones are not told.
    pending: { type: 'gauge', name: 'nv_inference_pending_request_count', peak: true },
    latency: { type: 'summary', name: 'nv_inference_request_summary_us', factor: MICROSECOND },
    'time-to-first-token': {
      type: 'histogram',
      name: 'nv_inference_first_response_histogram_ms',
      factor: MILLISECOND,
    },
    queue: { type: 'gauge', name: 'nv_inference_pending_request_count', peak: true },
    batch: { type: 'counter', name: 'nv_inference_count', per: { name: 'nv_inference_exec_count' } },
    cpu: [
      { type: 'gauge', name: 'nv_cpu_utilization', within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    memory: [
      { type: 'gauge', name: 'nv_cpu_memory_used_bytes', across: 'avg' },
      { type: 'gauge', name: 'nv_cpu_memory_total_bytes', across: 'max', series: 'limit' },
    ],
    gpu: [
      { type: 'gauge', name: 'nv_gpu_utilization', within: 'avg', peak: true },
      { type: 'constant', value: 1, series: 'limit' },
    ],
    'gpu-memory': [
      { type: 'gauge', name: 'nv_gpu_memory_used_bytes', across: 'avg' },
      { type: 'gauge', name: 'nv_gpu_memory_total_bytes', across: 'max', series: 'limit' },
    ],
  },
};
