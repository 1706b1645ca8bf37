import { COMPOSE_WORDS, type QueryContext, type Source, type SourceDescription } from '../core/index.js';

/** What a source says of itself; one that cannot say so now is as good as one that never does. */
async function describe(source: Source, context: QueryContext): Promise<SourceDescription> {
  try {
    return (await source.describe?.(context)) ?? {};
  } catch {
    return {};
  }
}

/**
 * Several sources as one: the first that names a metric in its description answers it; the first that names no metrics
 * answers what nobody else claims.
 */
export function composeSources(...sources: readonly Source[]): Source {
  const described = new Map<Source, SourceDescription>();

  async function describeAll(context: QueryContext): Promise<readonly SourceDescription[]> {
    return Promise.all(
      sources.map(async (source) => {
        const description = described.get(source) ?? (await describe(source, context));
        if (description.metrics) described.set(source, description);
        return description;
      }),
    );
  }

  async function sourceOf(metric: string, context: QueryContext): Promise<Source | undefined> {
    const descriptions = await describeAll(context);
    const has = descriptions.findIndex(({ metrics }) => metrics?.includes(metric));
    return sources[has >= 0 ? has : descriptions.findIndex(({ metrics }) => !metrics)];
  }

  const limits = sources.flatMap(({ concurrency }) => concurrency ?? []);

  return {
    ...(limits.length === sources.length && { concurrency: Math.min(...limits) }),

    async query(request, context) {
      let source = await sourceOf(request.metric, context);
      if (!source) {
        // A metric may have come since: a server that has just started has none.
        described.clear();
        source = await sourceOf(request.metric, context);
      }
      if (!source) throw new Error(COMPOSE_WORDS.noMetric(request.metric));
      return source.query(request, context);
    },

    async describe(context) {
      const all = await Promise.all(sources.map((source) => describe(source, context)));
      const minStep = Math.max(0, ...all.map((description) => description.minStep ?? 0));
      const replicas = new Map(all.flatMap((description) => description.replicas ?? []).map((one) => [one.name, one]));
      const open = all.some(({ metrics }) => !metrics);
      return {
        ...(!open && { metrics: [...new Set(all.flatMap(({ metrics }) => metrics ?? []))] }),
        replicas: [...replicas.values()],
        minStep,
      };
    },

    subscribe(listener) {
      const undos = sources.map((source) => source.subscribe?.(listener));
      return () => {
        for (const undo of undos) undo?.();
      };
    },
  };
}
