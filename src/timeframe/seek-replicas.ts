import type { FrameRequest, Source } from '../core/index.js';
import { readDescription } from './description.js';
import type { QueryCache } from './query-cache.js';
import { replicasIn } from './replica-slots.js';
import type { TimeframeState } from './state.js';

/**
 * Names of the replicas of a range: by their states, for which `request` asks, or as the source describes them where it
 * does not tell these.
 */
export async function seekReplicas(
  source: Source,
  metrics: TimeframeState['metrics'],
  request: FrameRequest,
  cache: QueryCache,
  signal: AbortSignal,
): Promise<readonly (string | undefined)[]> {
  if (!metrics || metrics.includes(request.metric)) {
    const frame = cache.ready(request) ?? (await cache.ask(request, signal, () => true).catch(() => null));
    const names = frame ? replicasIn(frame) : [];
    if (names.length > 0) return names;
  }
  return readDescription(await source.describe?.({ signal })).replicas;
}
