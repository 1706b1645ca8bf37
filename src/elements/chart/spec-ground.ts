import { seriesName, type Frame, type Series, type SeriesFrame } from '../../core/index.js';
import type { PlotSpec } from '../../plot/index.js';

/** What the specification of any series frame takes from it unchanged. One value for the whole range is one wide step. */
export function specGround(frame: SeriesFrame): Pick<PlotSpec, 'times' | 'step' | 'completeUntil' | 'range'> {
  const { times, completeUntil, range } = frame;
  return { times, completeUntil, range, step: frame.step ?? range.to - range.from };
}

/** What a specification is made of before there is an answer: no times, no series, no step. */
const NOTHING: SeriesFrame = {
  kind: 'series',
  range: { from: 0, to: 0 },
  step: null,
  completeUntil: 0,
  now: 0,
  notices: [],
  times: new Float64Array(),
  series: [],
};

/** An answer as series; nothing where it has not come, or is of another kind. */
export const seriesFrom = (frame: Frame | null | undefined): SeriesFrame =>
  frame?.kind === 'series' ? frame : NOTHING;

/** The series that a source names so (`running`, `limit`), if it gave it. */
export const seriesNamed = ({ series }: SeriesFrame, name: string): Series | undefined =>
  series.find((one) => seriesName(one) === name);
