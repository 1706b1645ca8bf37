import type { Source } from '../../core/index.js';
import type { PrometheusEngine } from './engine.js';
import type { PrometheusOptions } from './options.js';

/**
 * A Prometheus, or what answers like one, as a source. All of it is loaded with the first question; an option that is
 * not valid rejects that in words.
 */
export function prometheusSource(options: PrometheusOptions): Source {
  let engine: Promise<PrometheusEngine> | null = null;
  const load = (): Promise<PrometheusEngine> => {
    engine ??= import('./engine.js')
      .then(({ PrometheusEngine }) => PrometheusEngine.create(options))
      .catch((error: unknown) => {
        // What could not be loaded may be there at the next question.
        engine = null;
        throw error;
      });
    return engine;
  };
  return {
    query: async (request, context) => (await load()).query(request, context),
    describe: async () => (await load()).describe(),
  };
}
