import { readDescription } from './description.js';
import { queryCacheOf } from './query-cache.js';
import { replicaStates } from './replica-states.js';
import { replicasIn } from './replica-slots.js';
import { requestFor } from './request-for.js';
import type { TimeframeState } from './state.js';

/** Names of the replicas of the range, or of that of `states`: by their states, or as the source describes them where it does not tell these. */
export async function seekReplicas(
  state: TimeframeState,
  signal: AbortSignal,
  states = replicaStates,
): Promise<readonly (string | undefined)[]> {
  const { source, metrics } = state;
  if (!source) return [];
  if (!metrics || metrics.includes(replicaStates.metric)) {
    const request = requestFor(states, state);
    const cache = queryCacheOf(source);
    const frame = cache.ready(request) ?? (await cache.ask(request, signal, () => true).catch(() => null));
    const names = frame ? replicasIn(frame) : [];
    if (names.length > 0) return names;
  }
  return readDescription(await source.describe?.({ signal })).replicas;
}
