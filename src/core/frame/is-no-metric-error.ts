import type { NoMetricError } from './frame-error.js';

/** Tells the error by its name and content: another copy of the library has a class of its own. */
export const isNoMetricError = (error: Error): error is NoMetricError =>
  error.name === 'NoMetricError' && 'metric' in error && typeof error.metric === 'string';
