import type { Source } from '../../core/index.js';
import type { OpenMetricsEngine } from './engine.js';
import type { OpenMetricsOptions } from './options.js';

/**
 * Servers that print their metrics as a source, without a Prometheus between: each question reads them, at most every
 * 5 s, and is answered from what has been read so far. All of it is loaded with the first question.
 */
export function openMetricsSource(options: OpenMetricsOptions): Source {
  let engine: Promise<OpenMetricsEngine> | null = null;
  const load = (): Promise<OpenMetricsEngine> => {
    engine ??= import('./engine.js')
      .then(({ OpenMetricsEngine }) => OpenMetricsEngine.create(options))
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
