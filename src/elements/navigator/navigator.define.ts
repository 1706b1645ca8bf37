import { define } from '../base/define.js';
import { Navigator } from './navigator.js';

define('ie-navigator', Navigator);
