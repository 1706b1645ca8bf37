import { define } from '../base/define.js';
import { PrometheusSource } from './prometheus-source.js';

define('ie-prometheus-source', PrometheusSource);
