import type { FrameRequest } from '../core/index.js';

/**
 * Equal for requests whose answers may be joined: all but the range, and where the grid lies. An answer that depends
 * on the whole range is never joined, so there the range belongs to the key.
 */
export function requestKey(request: FrameRequest): string {
  const { metric, query, range, step, by, replicas, quantiles, shape, shift } = request;
  const place = step === null ? [range.from, range.to] : range.from % step;
  return JSON.stringify([metric, query, shape, step, place, by, quantiles, replicas, shift]);
}
