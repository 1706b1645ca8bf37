import { define } from '../base/define.js';
import { Toolbar } from './toolbar.js';

define('ie-toolbar', Toolbar);
