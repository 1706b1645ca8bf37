/** Registers all elements, and exports their classes and types. */
import './analytics/analytics.define.js';
import './hardware-chart/hardware-chart.define.js';
import './latency-chart/latency-chart.define.js';
import './openmetrics-source/openmetrics-source.define.js';
import './pending-chart/pending-chart.define.js';
import './prometheus-source/prometheus-source.define.js';
import './replica-status/replica-status.define.js';
import './requests-chart/requests-chart.define.js';
import './metric-chart/metric-chart.define.js';
import './stat/stat.define.js';
import './timeframe/timeframe.define.js';
import './toolbar/toolbar.define.js';
import './view/view.define.js';

export { Analytics } from './analytics/analytics.js';
export type * from './events.js';
export { HardwareChart } from './hardware-chart/hardware-chart.js';
export { LatencyChart } from './latency-chart/latency-chart.js';
export { OpenMetricsSource } from './openmetrics-source/openmetrics-source.js';
export { PendingChart } from './pending-chart/pending-chart.js';
export { PrometheusSource } from './prometheus-source/prometheus-source.js';
export { ReplicaStatus } from './replica-status/replica-status.js';
export { RequestsChart } from './requests-chart/requests-chart.js';
export { MetricChart } from './metric-chart/metric-chart.js';
export { Stat } from './stat/stat.js';
export { Timeframe } from './timeframe/timeframe.js';
export { Toolbar } from './toolbar/toolbar.js';
export { View } from './view/view.js';
