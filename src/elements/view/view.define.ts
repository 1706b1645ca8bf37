import { define } from '../base/define.js';
import { View } from './view.js';

define('ie-view', View);
