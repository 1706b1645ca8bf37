import { define } from '../base/define.js';
import { Timeframe } from './timeframe.js';

define('ie-timeframe', Timeframe);
