import { define } from '../base/define.js';
import { MetricChart } from './metric-chart.js';

define('ie-metric-chart', MetricChart);
