import { expect } from '@open-wc/testing';
import type { Names } from '../../demo/exporter/targets.js';
import type { FrameRequest, Labels } from '../../src/core/index.js';
import type { Kind } from './scene.js';
import { addressOf, askSeries, forEachServer, scene, sourceOf } from './scene.js';

const { range } = scene;
const STEP = 60_000;
const JOB = 'job="endpoint"';

interface Direct {
  readonly metric: string;
  readonly by?: readonly string[];
  readonly quantiles?: readonly number[];
  /** What one would ask by hand for a minute. */
  readonly query: string;
  /** The label of the server that has the value of the frame's label `by[0]`, or of the quantile. */
  readonly label?: string;
}

const DIRECT: Readonly<Record<Names, readonly Direct[]>> = {
  huggingface: [
    {
      metric: 'requests',
      by: ['status'],
      label: 'status_code',
      query: `sum by (status_code) (increase(http_requests{${JOB}}[1m]))`,
    },
    { metric: 'pending', query: `sum(avg_over_time(ie_demo_pending_requests{${JOB}}[1m] offset 1ms))` },
    {
      metric: 'latency',
      quantiles: [0.99],
      label: 'quantile',
      query: `max by (quantile) (max_over_time(latency_distribution{${JOB},quantile="0.99"}[1m] offset 1ms))`,
    },
    {
      metric: 'time-to-first-token',
      quantiles: [0.9],
      query: `histogram_quantile(0.9, sum by (le) (rate(ie_demo_time_to_first_token_seconds_bucket{${JOB}}[1m])))`,
    },
    {
      metric: 'tokens',
      by: ['direction'],
      label: 'direction',
      query: `sum by (direction) (increase(ie_demo_tokens_total{${JOB}}[1m]))`,
    },
    {
      metric: 'cpu',
      by: ['replica'],
      label: 'replica_id',
      query: `avg by (replica_id) (avg_over_time(cpu_usage_percent{${JOB}}[1m] offset 1ms)) * 0.01`,
    },
  ],
  vllm: [
    {
      metric: 'requests',
      by: ['status'],
      label: 'status',
      query: 'sum by (status) (increase(http_requests_total{handler=~"/v1/.*"}[1m]))',
    },
    {
      metric: 'pending',
      query:
        'sum(avg_over_time(vllm:num_requests_running[1m] offset 1ms)) + ' +
        'sum(avg_over_time(vllm:num_requests_waiting[1m] offset 1ms))',
    },
    {
      metric: 'latency',
      quantiles: [0.95],
      query: 'histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket[1m])))',
    },
    {
      metric: 'kv-cache',
      by: ['replica'],
      label: 'pod',
      query: 'max by (pod) (avg_over_time(vllm:kv_cache_usage_perc[1m] offset 1ms))',
    },
    {
      metric: 'gpu',
      by: ['replica'],
      label: 'pod',
      query: 'avg by (pod) (avg_over_time(DCGM_FI_DEV_GPU_UTIL[1m] offset 1ms)) * 0.01',
    },
    {
      metric: 'memory',
      query: 'avg(sum by (pod) (avg_over_time(container_memory_working_set_bytes{container="vllm"}[1m] offset 1ms)))',
    },
    {
      metric: 'replicas',
      query: 'sum(max_over_time(kube_pod_status_ready{condition="true"}[1m] offset 1ms))',
    },
  ],
};

interface Matrix {
  readonly data: {
    readonly result: readonly { readonly metric: Labels; readonly values: readonly (readonly [number, string])[] }[];
  };
}

/** Asks the server for the ends of the minutes of the range, without any code of ours. */
async function askDirectly(kind: Kind, query: string): Promise<Matrix['data']['result']> {
  const parameters = new URLSearchParams({
    query,
    start: String((range.from + STEP) / 1000),
    end: String(range.to / 1000),
    step: String(STEP / 1000),
  });
  const response = await fetch(`${addressOf(kind)}/api/v1/query_range?${parameters.toString()}`);
  const { data } = (await response.json()) as Matrix;
  return data.result;
}

/** Up to the order in which a server adds up its series, which it is free to choose at each query. */
function expectEqual(value: number | undefined, wanted: number, title: string): void {
  if (Number.isNaN(wanted)) expect(value, title).to.be.NaN;
  else expect(value, title).to.be.closeTo(wanted, Math.abs(wanted) * 1e-12);
}

describe('each answer of the Prometheus source', function () {
  forEachServer((kind, names) => {
    for (const { metric, by = [], quantiles, label, query } of DIRECT[names]) {
      it(`is that to ${query}, a step earlier`, async () => {
        const more: Partial<FrameRequest> = { step: STEP, by, ...(quantiles && { quantiles }) };
        const { series, times } = await askSeries(sourceOf(kind, names), metric, more);
        const own = series.filter(({ labels }) => !['limit', 'max', 'maximum'].includes(labels['series'] ?? ''));
        const direct = await askDirectly(kind, query);
        expect(direct.length).to.be.above(0);
        let compared = 0;
        for (const { metric: labels, values } of direct) {
          const wanted = label === undefined ? undefined : labels[label];
          const one = own.find((each) => wanted === undefined || each.name === wanted);
          expect(one, wanted ?? metric).to.not.equal(undefined);
          for (const [time, text] of values) {
            const at = time * 1000 - STEP;
            expectEqual(one?.values[times.indexOf(at)], Number(text), `${one?.name ?? ''} at ${at}`);
            compared++;
          }
        }
        expect(compared).to.be.above(40);
      });
    }
  });
});
