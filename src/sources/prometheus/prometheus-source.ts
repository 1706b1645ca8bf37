import type { Source } from '../../core/index.js';
import { onDemand } from '../on-demand.js';
import type { PrometheusOptions } from './options.js';

/**
 * A Prometheus, or what answers like one, as a source. All of it is loaded with the first question; an option that is
 * not valid rejects that in words.
 */
export function prometheusSource(options: PrometheusOptions): Source {
  const source = onDemand(async () => (await import('./engine.js')).PrometheusEngine.create(options));
  return { ...source, concurrency: Infinity };
}
