import { expect } from '@open-wc/testing';
import { historyText } from '../../demo/exporter/history.js';
import { targetsAt } from '../../demo/exporter/targets.js';
import type { Names } from '../../demo/exporter/targets.js';
import { metricsText } from '../../demo/exporter/text.js';
import { Probe } from '../../demo/simulator/probe.js';
import { ANCHOR, HOUR, OPENING, recorded } from './endpoints.js';

const trace = await recorded;
const probeOf = (): Probe => new Probe({ trace, anchor: OPENING, days: 0 });
const { parameters } = probeOf().calendar;

function textsOf(names: Names, at = ANCHOR): Map<string, string> {
  const targets = targetsAt(probeOf().at(at), names, parameters);
  return new Map(targets.map(({ path, families }) => [path, metricsText(families)]));
}

/** Names of series, without those of buckets. */
const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/^([a-zA-Z_:][\w:]*?)(_bucket|_sum|_count)?(\{.*\})? /gm)].map(([, name = '']) => name)),
];

describe('the text of the exporter', function () {
  it('escapes what a label may hold, and writes numbers that are none', () => {
    const points = [NaN, Infinity, -Infinity, 0.25].map((value) => ({ suffix: '', label: null, value }));
    const family = {
      name: 'a',
      type: 'gauge',
      help: 'Some',
      metrics: [{ labels: [['b', 'x"\\\ny']], points }],
    } as const;
    const labels = String.raw`{b="x\"\\\ny"}`;
    expect(metricsText([family])).to.equal(
      `# HELP a Some\n# TYPE a gauge\na${labels} NaN\na${labels} +Inf\na${labels} -Inf\na${labels} 0.25\n`,
    );
  });

  it('has all replicas in one under the reference route’s names, and marks those that are not its own', () => {
    const texts = textsOf('huggingface');
    expect([...texts.keys()]).to.deep.equal(['/metrics']);
    const text = texts.get('/metrics') ?? '';
    expect(text).to.match(/^http_requests\{replica_id="llm-\w+",status_code="200"\} \d+$/m);
    expect(text).to.match(/^http_requests\{replica_id="",status_code="503"\} \d+$/m);
    expect(text).to.match(/^latency_distribution\{quantile="0.99"\} [\d.]+$/m);
    expect(text).to.match(/^cpu_usage_percent\{replica_id="llm-\w+"\} [\d.]+$/m);
    const own = namesIn(text).filter((name) => !/^(http_requests|latency_distribution|cpu_usage_percent)$/.test(name));
    for (const name of own) {
      expect(name).to.match(/^ie_demo_/);
      expect(text).to.match(new RegExp(`^# HELP ${name} .*name of this demo`, 'm'));
    }
    expect(own.length).to.equal(14);
  });

  it('says that there is no percentile where nothing was answered', () => {
    const night = textsOf('huggingface', ANCHOR - 11 * HOUR + 60_000).get('/metrics') ?? '';
    expect(night).to.contain('latency_distribution{quantile="0.5"} NaN\n');
    expect(night).to.contain('ie_demo_replicas{state="running"} 0\n');
  });

  it('is one a replica that serves under vLLM’s names, with those of container, cluster and GPU beside them', () => {
    const texts = textsOf('vllm');
    const replicas = [...texts.keys()].filter((path) => path.startsWith('/replica/'));
    expect(replicas.length).to.be.above(2);
    expect([...texts.keys()].slice(replicas.length)).to.deep.equal([
      '/cadvisor/metrics',
      '/kube-state-metrics/metrics',
      '/dcgm-exporter/metrics',
    ]);
    const engine = texts.get(replicas[0] ?? '') ?? '';
    expect(engine).to.contain('vllm:kv_cache_usage_perc{model_name="llm-chat",engine="0"} ');
    expect(engine).to.contain('vllm:e2e_request_latency_seconds_bucket{model_name="llm-chat",engine="0",le="+Inf"} ');
    expect(engine).to.match(/^http_requests_total\{.*status="2xx"\} \d+$/m);
    expect(texts.get('/dcgm-exporter/metrics')).to.match(/^DCGM_FI_DEV_FB_USED\{.*container="vllm"\} \d+$/m);
  });

  it('has a pod’s phases, one of which it is in', () => {
    const text = textsOf('vllm').get('/kube-state-metrics/metrics') ?? '';
    const phases = [...text.matchAll(/^kube_pod_status_phase\{.*pod="(\S+?)".*\} (\d)$/gm)];
    const pods = new Map<string, number>();
    for (const [, pod = '', value] of phases) pods.set(pod, (pods.get(pod) ?? 0) + Number(value));
    expect(pods.size).to.be.above(2);
    for (const sum of pods.values()) expect(sum).to.equal(1);
  });
});

describe('the history of the exporter', function () {
  function historyOf(names: Names, count: number): readonly string[] {
    const probe = probeOf();
    const moments = Array.from({ length: count }, (_, i) => ANCHOR - HOUR + i * 15_000);
    return historyText(
      moments.map((at) => probe.at(at)),
      names,
      parameters,
    ).split('\n');
  }

  it('ends with its mark, and has a time in seconds in each line', () => {
    const lines = historyOf('vllm', 3);
    expect(lines.slice(-2)).to.deep.equal(['# EOF', '']);
    const times = lines
      .slice(0, -2)
      .filter((line) => !line.startsWith('#'))
      .map((line) => Number(line.split(' ').at(-1)));
    const first = (ANCHOR - HOUR) / 1000;
    expect(new Set(times)).to.deep.equal(new Set([first, first + 15, first + 30]));
  });

  it('keeps the lines of a metric together, in order of time', () => {
    const lines = historyOf('vllm', 40).filter((line) => line && !line.startsWith('#'));
    const last = new Map<string, number>();
    const ended = new Set<string>();
    let metric = '';
    for (const line of lines) {
      const [, name = '', time] = /^([\w:]+(?:\{.*\})?) \S+ (\S+)$/.exec(line) ?? [];
      expect(Number(time), line).to.be.above(last.get(name) ?? 0);
      last.set(name, Number(time));
      const now = name.replace(/_(bucket|sum|count)\b/, '').replace(/,le="[^"]*"/, '');
      if (now === metric) continue;
      expect(ended.has(now), now).to.equal(false);
      ended.add(metric);
      metric = now;
    }
    expect(ended.size).to.be.above(50);
  });

  it('has the labels that a scrape adds, and not those without a value', () => {
    const text = historyOf('vllm', 1).join('\n');
    expect(text).to.match(
      /^vllm:num_requests_running\{.*,job="vllm",instance="(llm-\w+)",namespace="llm",pod="\1"\} \d+ \d+$/m,
    );
    expect(text).to.match(/^up\{job="dcgm-exporter",instance="dcgm-exporter"\} 1 \d+$/m);
    expect(text).to.match(/^container_memory_working_set_bytes\{namespace="llm",pod="\S+?",job=/m);
    expect(text).not.to.contain('=""');
  });

  it('names a counter’s family without its end, and calls one without that end unknown', () => {
    expect(historyOf('vllm', 1)).to.include('# TYPE vllm:prompt_tokens counter');
    expect(historyOf('huggingface', 1)).to.include('# TYPE http_requests unknown');
  });
});
