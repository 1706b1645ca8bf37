import { define } from '../base/define.js';
import { Stat } from './stat.js';

define('ie-stat', Stat);
