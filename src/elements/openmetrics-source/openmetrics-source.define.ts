import { define } from '../base/define.js';
import { OpenMetricsSource } from './openmetrics-source.js';

define('ie-openmetrics-source', OpenMetricsSource);
