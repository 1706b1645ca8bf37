export { asSource } from './as-source.js';
export { composeSources } from './compose-sources.js';
export { functionSource } from './function/function-source.js';
export type { OpenMetricsOptions, Target } from './openmetrics/options.js';
export { openMetricsSource } from './openmetrics/openmetrics-source.js';
export type { HeaderValues } from './headers.js';
export type { PrometheusOptions } from './prometheus/options.js';
export { prometheusSource } from './prometheus/prometheus-source.js';
export * from './profiles/index.js';
