import type { Frame, FrameRequest, SeriesFrame } from '../../src/core/index.js';
import { incidents, lanes, replicaCounts } from './life.js';
import type { Seconds } from './quantiles.js';
import { DISTRIBUTIONS } from './quantiles.js';
import { usage } from './usage.js';
import type { View } from './view.js';
import { eachAnswer } from './view.js';

/** Upper bounds, seconds: four to each doubling, from 1 ms on. */
const BOUNDS = Float64Array.from({ length: 72 }, (_, i) => (i < 71 ? 0.001 * 2 ** (i / 4) : Infinity));

/** How many requests that were answered 200 fell into each bucket of seconds, by step. */
function bucketCounts(view: View, secondsOf: Seconds): Float64Array {
  const counts = new Float64Array(view.times.length * BOUNDS.length);
  eachAnswer(view, (answers, row, step) => {
    const seconds = secondsOf(view, answers, row);
    if (!(seconds >= 0)) return;
    const index = step * BOUNDS.length + BOUNDS.findIndex((bound) => seconds <= bound);
    counts[index] = (counts[index] ?? 0) + 1;
  });
  return counts;
}

/** What is not needed for the first charts of a page. Throws on what the endpoint does not have. */
export function otherFrame(
  view: View,
  request: FrameRequest,
  facts: Pick<SeriesFrame, 'range' | 'step' | 'completeUntil' | 'now' | 'notices'>,
): Frame {
  const { metric, shape, query } = request;
  const distribution = DISTRIBUTIONS.get(metric);
  const { times } = view;
  if (query === undefined && shape === 'series') {
    const series = metric === 'replicas' ? replicaCounts(view) : usage(view, request);
    if (series) return { ...facts, kind: shape, times, series };
  }
  if (distribution && shape === 'histogram')
    return { ...facts, kind: shape, times, bounds: BOUNDS, counts: bucketCounts(view, distribution), unit: 'seconds' };
  if (metric === 'replica-states' && shape === 'intervals') return { ...facts, kind: shape, lanes: lanes(view) };
  if (metric === 'scaling' && shape === 'events') return { ...facts, kind: shape, events: incidents(view) };
  throw new Error(`The simulated endpoint has no "${query ?? metric}" as ${shape}: ask for one of its metrics by name`);
}
