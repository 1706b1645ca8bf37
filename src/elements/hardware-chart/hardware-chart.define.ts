import { define } from '../base/define.js';
import { HardwareChart } from './hardware-chart.js';

define('ie-hardware-chart', HardwareChart);
