import { define } from '../base/define.js';
import { PendingChart } from './pending-chart.js';

define('ie-pending-chart', PendingChart);
