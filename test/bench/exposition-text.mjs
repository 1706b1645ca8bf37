const BOUNDS = [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680];
const HISTOGRAMS = ['time_to_first_token', 'inter_token_latency', 'e2e_request_latency', 'request_queue_time'];
const GAUGES = ['num_requests_running', 'num_requests_waiting', 'kv_cache_usage_perc'];
const STATUS = [200, 400, 404, 429, 500, 503];

/** What language-model servers print, of so many replicas and models in one text; `scrape` changes the values alone. */
export function expositionText(replicas, models, scrape = 0) {
  let state = 1 + scrape;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const lines = [];
  const each = (visit) => {
    for (let replica = 0; replica < replicas; replica++) {
      for (let model = 0; model < models; model++) {
        visit(`engine="0",model_name="meta/model-${model}",pod="llm-7d9f${replica}-x2k4z"`);
      }
    }
  };
  for (const name of HISTOGRAMS) {
    const metric = `vllm:${name}_seconds`;
    lines.push(`# HELP ${metric} Histogram of ${name} in seconds.`, `# TYPE ${metric} histogram`);
    each((labels) => {
      let count = 0;
      for (const bound of BOUNDS) {
        count += Math.floor(random() * 50);
        lines.push(`${metric}_bucket{${labels},le="${bound.toFixed(1)}"} ${count}`);
      }
      lines.push(`${metric}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${metric}_count{${labels}} ${count}`, `${metric}_sum{${labels}} ${random() * 1000}`);
    });
  }
  for (const name of GAUGES) {
    lines.push(`# TYPE vllm:${name} gauge`);
    each((labels) => lines.push(`vllm:${name}{${labels}} ${random()}`));
  }
  lines.push('# TYPE http_requests counter');
  for (let replica = 0; replica < replicas; replica++) {
    for (const status of STATUS) {
      const labels = `handler="/v1/chat/completions",method="POST",pod="llm-7d9f${replica}-x2k4z",status="${status}"`;
      lines.push(`http_requests_total{${labels}} ${Math.floor(random() * 1e6)}`);
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}
