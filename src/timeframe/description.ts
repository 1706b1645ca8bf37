import type { SourceDescription } from '../core/index.js';

/** What of a source's description a time frame goes by. */
export interface Described {
  /** ms; 0 where any step makes sense. */
  readonly minStep: number;
  readonly replicas: readonly string[];
  /** `null` where it does not say. */
  readonly metrics: readonly string[] | null;
}

/** Reads what may be anything in truth; what is not understood counts as not said. */
export function readDescription(description: SourceDescription | undefined): Described {
  const { minStep = 0, replicas, metrics } = description ?? {};
  const listed: readonly ({ name?: unknown } | null)[] = Array.isArray(replicas) ? replicas : [];
  return {
    minStep: Number.isFinite(minStep) && minStep > 0 ? minStep : 0,
    replicas: listed.map((one) => one?.name).filter((name) => typeof name === 'string'),
    metrics: Array.isArray(metrics) ? metrics.filter((name) => typeof name === 'string') : null,
  };
}
