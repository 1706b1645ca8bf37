import { define } from '../base/define.js';
import { RequestsChart } from './requests-chart.js';

define('ie-requests-chart', RequestsChart);
