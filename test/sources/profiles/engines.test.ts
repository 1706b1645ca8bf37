import { expect } from '@open-wc/testing';
import { METRICS, type FrameRequest } from '../../../src/core/index.js';
import { openMetricsSource } from '../../../src/sources/index.js';
import { columns, scripted } from '../prometheus/support.js';
import { success } from '../prometheus/fake-server.js';

const T0 = Date.UTC(2026, 5, 1, 10);
const MINUTE = 60_000;
const { signal } = new AbortController();
const BY: Readonly<Record<string, readonly string[]>> = { requests: ['status'], tokens: ['direction'] };

/** Counters count from what stands before the arrow to what stands behind it; a gauge has one value. */
const at = (text: string, later: boolean): string => text.replace(/(\S+)->(\S+)/g, later ? '$2' : '$1');

/** A histogram with these cumulative counts. */
const buckets = (name: string, labels: string, counts: Readonly<Record<string, number>>): string =>
  `# TYPE ${name} histogram\n${Object.entries(counts)
    .map(([le, count]) => `${name}_bucket{${labels}le="${le}"} 0->${count}\n`)
    .join('')}${name}_sum 0->1\n${name}_count 0->${Object.values(counts).at(-1) ?? 0}\n`;

interface Engine {
  readonly text: string;
  /** By metric what its series are, of the minute. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const SGLANG = 'model_name="m",engine_type="unified",tp_rank="0",pp_rank="0"';
const ENGINES: Readonly<Record<string, Engine>> = {
  sglang: {
    text:
      '# TYPE sglang:http_responses_total counter\n' +
      'sglang:http_responses_total{endpoint="/v1/chat/completions",method="POST",status_code="200"} 5->9\n' +
      'sglang:http_responses_total{endpoint="/generate",method="POST",status_code="400"} 1->2\n' +
      'sglang:http_responses_total{endpoint="/metrics",method="GET",status_code="200"} 50->90\n' +
      '# TYPE sglang:num_running_reqs gauge\n' +
      `sglang:num_running_reqs{${SGLANG},priority=""} 3\nsglang:num_running_reqs{${SGLANG},priority="1"} 2\n` +
      '# TYPE sglang:num_queue_reqs gauge\n' +
      `sglang:num_queue_reqs{${SGLANG}} 4\n# TYPE sglang:token_usage gauge\nsglang:token_usage{${SGLANG}} 0.25\n` +
      buckets('sglang:e2e_request_latency_seconds', `${SGLANG},`, { '0.1': 0, '0.2': 10, '+Inf': 10 }) +
      buckets('sglang:time_to_first_token_seconds', `${SGLANG},`, { '0.1': 10, '0.2': 10, '+Inf': 10 }) +
      buckets('sglang:inter_token_latency_seconds', `${SGLANG},`, { '0.002': 0, '0.004': 10, '+Inf': 10 }) +
      `# TYPE sglang:prompt_tokens_total counter\nsglang:prompt_tokens_total{${SGLANG}} 100->160\n` +
      `# TYPE sglang:generation_tokens_total counter\nsglang:generation_tokens_total{${SGLANG}} 10->17\n`,
    answers: {
      requests: { '200': 4, '400': 1 },
      pending: { pending: 7 },
      latency: { '0.5': 0.15 },
      'time-to-first-token': { '0.5': 0.05 },
      'time-per-output-token': { '0.5': 0.003 },
      tokens: { input: 60, output: 7 },
      queue: { queue: 4 },
      batch: { batch: 3 },
      'kv-cache': { 'kv-cache': 0.25 },
    },
  },
  tgi: {
    text:
      '# TYPE tgi_request_count counter\ntgi_request_count 6->16\n' +
      '# TYPE tgi_request_success counter\ntgi_request_success 5->12\n' +
      '# TYPE tgi_request_failure counter\ntgi_request_failure{err="overloaded"} 1->3\ntgi_request_failure{err="validation"} 0->1\n' +
      '# TYPE tgi_queue_size gauge\ntgi_queue_size 2\n# TYPE tgi_batch_current_size gauge\ntgi_batch_current_size 8\n' +
      buckets('tgi_request_duration', '', { '0.5': 0, '1': 4, '+Inf': 4 }) +
      buckets('tgi_request_mean_time_per_token_duration', '', { '0.01': 0, '0.03': 4, '+Inf': 4 }) +
      '# TYPE tgi_request_input_length histogram\ntgi_request_input_length_bucket{le="+Inf"} 1->2\n' +
      'tgi_request_input_length_sum 300->450\ntgi_request_input_length_count 1->2\n' +
      '# TYPE tgi_request_generated_tokens histogram\ntgi_request_generated_tokens_bucket{le="+Inf"} 1->2\n' +
      'tgi_request_generated_tokens_sum 20->70\ntgi_request_generated_tokens_count 1->2\n',
    answers: {
      requests: { '2xx': 7, overloaded: 2, validation: 1 },
      pending: { pending: 10 },
      latency: { '0.5': 0.75 },
      'time-per-output-token': { '0.5': 0.02 },
      tokens: { input: 150, output: 50 },
      queue: { queue: 2 },
      batch: { batch: 8 },
    },
  },
  tei: {
    text:
      '# TYPE te_request_count counter\nte_request_count{method="single"} 6->16\n' +
      '# TYPE te_request_success counter\nte_request_success{method="single"} 5->9\nte_request_success{method="batch"} 2->5\n' +
      '# TYPE te_request_failure counter\nte_request_failure{err="tokenization"} 1->3\n' +
      '# TYPE te_queue_size gauge\nte_queue_size 12\n' +
      buckets('te_request_duration', '', { '0.01': 0, '0.03': 4, '+Inf': 4 }) +
      '# TYPE te_request_input_length histogram\nte_request_input_length_bucket{le="+Inf"} 1->2\n' +
      'te_request_input_length_sum 300->450\nte_request_input_length_count 1->2\n' +
      '# TYPE te_batch_next_size histogram\nte_batch_next_size_bucket{le="1"} 0->1\nte_batch_next_size_bucket{le="+Inf"} 10->14\n' +
      'te_batch_next_size_sum 40->64\nte_batch_next_size_count 10->14\n',
    answers: {
      requests: { '2xx': 7, tokenization: 2 },
      pending: { pending: 12 },
      latency: { '0.5': 0.02 },
      tokens: { input: 150 },
      queue: { queue: 12 },
      batch: { batch: 6 },
    },
  },
  triton: {
    text:
      '# TYPE nv_inference_request_success counter\nnv_inference_request_success{model="m",version="1"} 5->9\n' +
      '# TYPE nv_inference_request_failure counter\nnv_inference_request_failure{model="m",reason="REJECTED",version="1"} 0->2\n' +
      '# TYPE nv_inference_count counter\nnv_inference_count{model="m",version="1"} 10->40\n' +
      '# TYPE nv_inference_exec_count counter\nnv_inference_exec_count{model="m",version="1"} 5->15\n' +
      '# TYPE nv_inference_pending_request_count gauge\nnv_inference_pending_request_count{model="m",version="1"} 3\n' +
      '# TYPE nv_inference_request_summary_us summary\nnv_inference_request_summary_us{model="m",version="1",quantile="0.5"} 250000\n' +
      'nv_inference_request_summary_us_count{model="m",version="1"} 9\nnv_inference_request_summary_us_sum{model="m",version="1"} 9\n' +
      buckets('nv_inference_first_response_histogram_ms', 'model="m",version="1",', { '100': 0, '500': 4, '+Inf': 4 }) +
      '# TYPE nv_cpu_utilization gauge\nnv_cpu_utilization 0.5\n' +
      '# TYPE nv_cpu_memory_used_bytes gauge\nnv_cpu_memory_used_bytes 1000\n' +
      '# TYPE nv_cpu_memory_total_bytes gauge\nnv_cpu_memory_total_bytes 4000\n' +
      '# TYPE nv_gpu_utilization gauge\nnv_gpu_utilization{gpu_uuid="a"} 0.25\nnv_gpu_utilization{gpu_uuid="b"} 0.75\n' +
      '# TYPE nv_gpu_memory_used_bytes gauge\nnv_gpu_memory_used_bytes{gpu_uuid="a"} 100\nnv_gpu_memory_used_bytes{gpu_uuid="b"} 200\n' +
      '# TYPE nv_gpu_memory_total_bytes gauge\nnv_gpu_memory_total_bytes{gpu_uuid="a"} 800\nnv_gpu_memory_total_bytes{gpu_uuid="b"} 800\n',
    answers: {
      requests: { '2xx': 4, REJECTED: 2 },
      pending: { pending: 3 },
      latency: { '0.5': 0.25 },
      'time-to-first-token': { '0.5': 0.3 },
      queue: { queue: 3 },
      batch: { batch: 3 },
      cpu: { cpu: 0.5, limit: 1 },
      memory: { memory: 1000, limit: 4000 },
      gpu: { gpu: 0.5, limit: 1 },
      'gpu-memory': { 'gpu-memory': 300, limit: 1600 },
    },
  },
  llamacpp: {
    text:
      '# TYPE llamacpp:prompt_tokens_total counter\nllamacpp:prompt_tokens_total 100->160\n' +
      '# TYPE llamacpp:tokens_predicted_total counter\nllamacpp:tokens_predicted_total 10->17\n' +
      '# TYPE llamacpp:requests_processing gauge\nllamacpp:requests_processing 2\n' +
      '# TYPE llamacpp:requests_deferred gauge\nllamacpp:requests_deferred 5\n' +
      '# TYPE llamacpp:n_busy_slots_per_decode gauge\nllamacpp:n_busy_slots_per_decode 1.5\n',
    answers: {
      pending: { pending: 7 },
      tokens: { input: 60, output: 7 },
      queue: { queue: 5 },
      batch: { batch: 1.5 },
    },
  },
  huggingface: {
    text:
      '# TYPE http_requests counter\nhttp_requests{replica_id="a",status_code="200"} 5->9\n' +
      'http_requests{replica_id="b",status_code="503"} 1->2\nhttp_requests{replica_id="c",status_code="200"} 7->7\n' +
      'http_requests{replica_id="",status_code="503"} 0->3\n' +
      '# TYPE latency_distribution summary\nlatency_distribution{quantile="0.5"} 0.5\nlatency_distribution_count 4\n' +
      '# TYPE cpu_usage_percent gauge\n# UNIT cpu_usage_percent percent\ncpu_usage_percent{replica_id="a"} 50\n' +
      '# TYPE memory_usage_mebibytes gauge\nmemory_usage_mebibytes{replica_id="a"} 2\nmemory_usage_mebibytes{replica_id="b"} 4\n' +
      '# TYPE memory_limit_mebibytes gauge\nmemory_limit_mebibytes{replica_id="a"} 8\n' +
      '# TYPE gpu_usage_percent gauge\ngpu_usage_percent{gpu="0",replica_id="a"} 30\n' +
      '# TYPE gpu_memory_free_bytes gauge\ngpu_memory_free_bytes{replica_id="a"} 1\n' +
      '# TYPE gpu_memory_used_bytes gauge\ngpu_memory_used_bytes{replica_id="a"} 500\n' +
      '# TYPE memory_pages_total counter\nmemory_pages_total 5\n',
    answers: {
      requests: { '200': 4, '503': 4 },
      latency: { '0.5': 0.5 },
      replicas: { running: 2 },
      cpu: { cpu: 0.5, limit: 1 },
      memory: { memory: 3 * 2 ** 20, limit: 8 * 2 ** 20 },
      gpu: { gpu: 0.3, limit: 1 },
      'gpu-memory': { 'gpu-memory': 500 },
    },
  },
};

describe('an engine that prints its own names', () => {
  for (const [profile, { text, answers }] of Object.entries(ENGINES)) {
    let now = T0;
    const source = openMetricsSource({
      url: '/metrics',
      profile,
      now: () => now,
      fetch: async () => new Response(at(text, now > T0), { headers: { 'Content-Type': 'text/plain' } }),
    });
    before(async () => {
      await source.describe?.({ signal });
      now = T0 + MINUTE;
      await source.describe?.({ signal });
    });

    it(`is read directly by the profile ${profile}: it has these metrics and no other`, async () => {
      const described = await source.describe?.({ signal });
      expect(described?.metrics).to.have.members(Object.keys(answers));
    });

    for (const [metric, wanted] of Object.entries(answers)) {
      it(`is read directly by the profile ${profile}: ${metric}`, async () => {
        const request: FrameRequest = {
          metric,
          range: { from: T0, to: T0 + MINUTE },
          step: MINUTE,
          by: BY[metric] ?? [],
          quantiles: [0.5],
          replicas: null,
          shape: 'series',
        };
        const frame = await source.query(request, { signal });
        const read = columns(frame);
        expect(Object.keys(read)).to.have.members(Object.keys(wanted));
        for (const [name, value] of Object.entries(wanted)) {
          expect(read[name]?.[0], name).to.be.closeTo(value, value * 1e-12);
        }
        expect(frame.kind === 'series' && frame.series[0]?.unit).to.equal(METRICS.get(metric)?.unit);
      });
    }
  }
});

describe('a Prometheus that scrapes an engine', () => {
  for (const [profile, metric, query] of [
    ['tei', 'batch', 'sum(increase(te_batch_next_size_sum[1m])) / sum(increase(te_batch_next_size_count[1m]))'],
    [
      'huggingface',
      'replicas',
      'count(sum by (replica_id) (increase(http_requests_total{replica_id!=""}[1m]) or ' +
        'increase(http_requests{replica_id!=""}[1m])) > 0)',
    ],
    [
      'sglang',
      'requests',
      'sum by (status_code) (increase(sglang:http_responses_total{endpoint=~"/v1/.*|/generate"}[1m]))',
    ],
    ['tgi', 'requests', 'sum by (status) (increase(tgi_request_success[1m]))'],
    ['triton', 'latency', '(max by (quantile) (max_over_time(nv_inference_request_summary_us{'],
    ['llamacpp', 'queue', 'sum(avg_over_time(llamacpp:requests_deferred[1m] offset 1ms))'],
  ] as const) {
    it(`is asked by the profile ${profile}: ${metric}`, async () => {
      const { query: ask, calls } = scripted(() => success([]), { profile });
      await ask({ metric, by: BY[metric] ?? [] });
      expect(calls[0]?.parameters.get('query')).to.satisfy((text: string) => text.startsWith(query));
    });
  }

  it('counts replicas that did something, not how often, where a step is shorter than four scrapes', async () => {
    const { query, calls } = scripted(() => success([]), { profile: 'huggingface' });
    await query({ metric: 'replicas', by: [], step: 15_000 });
    expect(calls[0]?.parameters.get('query')).to.contain('[40s]').and.not.contain('* 0.375');
  });
});
