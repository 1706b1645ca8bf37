export { Probe } from '../simulator/probe.js';
export { historyText } from './history.js';
export { NAMES, targetsAt } from './targets.js';
export { metricsText } from './text.js';
