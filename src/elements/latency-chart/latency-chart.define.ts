import { define } from '../base/define.js';
import { LatencyChart } from './latency-chart.js';

define('ie-latency-chart', LatencyChart);
