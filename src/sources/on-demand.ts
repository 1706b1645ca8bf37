import type { Source } from '../core/index.js';

type Engine = Required<Pick<Source, 'query' | 'describe'>>;

/** A source whose works are loaded with the first question. What cannot be made of its options rejects that in words. */
export function onDemand(load: () => Promise<Engine>): Source {
  let engine: Promise<Engine> | null = null;
  const loaded = (): Promise<Engine> => {
    engine ??= load().catch((error: unknown) => {
      // What could not be loaded may be there at the next question.
      engine = null;
      throw error;
    });
    return engine;
  };
  return {
    query: async (request, context) => (await loaded()).query(request, context),
    describe: async (context) => (await loaded()).describe(context),
  };
}
