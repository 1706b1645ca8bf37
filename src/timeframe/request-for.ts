import { alignRange, type FrameRequest } from '../core/index.js';
import type { Need } from './need.js';
import type { TimeframeState } from './state.js';

/** The question that a need comes down to now. Lines get one point before the range, to come in from the edge. */
export function requestFor({ everyReplica, rangeOf, ...own }: Need, state: TimeframeState): FrameRequest {
  const need = { replicas: everyReplica ? null : state.replicas, ...own };
  const range = rangeOf?.(state) ?? state.range;
  if (need.step === 'range') return { ...need, range, step: null };
  const step = need.step === 'bar' ? state.barStep : state.lineStep;
  const { from, to } = alignRange(range, step, state.timezone);
  return { ...need, range: { from: need.step === 'line' ? from - step : from, to }, step };
}
