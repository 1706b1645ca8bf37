import type { SeriesFrame } from '../../core/index.js';
import type { PlotSpec } from '../../plot/index.js';

/** What the specification of any series frame takes from it unchanged. One value for the whole range is one wide step. */
export function specGround(frame: SeriesFrame): Pick<PlotSpec, 'times' | 'step' | 'completeUntil' | 'range'> {
  const { times, completeUntil, range } = frame;
  return { times, completeUntil, range, step: frame.step ?? range.to - range.from };
}
