import type { Source } from '../../core/index.js';
import { onDemand } from '../on-demand.js';
import type { OpenMetricsOptions } from './options.js';

/**
 * Servers that print their metrics as a source, without a Prometheus between: each question reads them, at most every
 * 5 s, and is answered from what has been read so far. All of it is loaded with the first question.
 */
export function openMetricsSource(options: OpenMetricsOptions): Source {
  return onDemand(async () => (await import('./engine.js')).OpenMetricsEngine.create(options));
}
