/** Registers all elements, and exports their classes and types. */
import './latency-chart/latency-chart.define.js';
import './openmetrics-source/openmetrics-source.define.js';
import './prometheus-source/prometheus-source.define.js';
import './requests-chart/requests-chart.define.js';
import './timeframe/timeframe.define.js';
import './toolbar/toolbar.define.js';

export type * from './events.js';
export { LatencyChart } from './latency-chart/latency-chart.js';
export { OpenMetricsSource } from './openmetrics-source/openmetrics-source.js';
export { PrometheusSource } from './prometheus-source/prometheus-source.js';
export { RequestsChart } from './requests-chart/requests-chart.js';
export { Timeframe } from './timeframe/timeframe.js';
export { Toolbar } from './toolbar/toolbar.js';
