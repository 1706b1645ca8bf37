import { define } from '../base/define.js';
import { Annotation } from './annotation.js';

define('ie-annotation', Annotation);
