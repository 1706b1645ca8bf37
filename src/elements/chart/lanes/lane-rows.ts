import type { PlotLayout } from '../../../plot/index.js';
import { stateAndSpan } from '../cursor/span-words.js';
import { lifeRows } from './life-rows.js';
import { moreRow, MOST_ROWS, type TooltipRow } from '../cursor/tooltip-rows.js';

/**
 * What each lane in view did during a step: its states, and how long each took in all. The lane at `height` (0 at the top
 * of the data, 1 at its end; `NaN` without a pointer) comes first, with all of its life around that step; the others then
 * tell their last state alone.
 */
export function laneRows(layout: PlotLayout, index: number, height = NaN, most = MOST_ROWS): readonly TooltipRow[] {
  const { spec, shown, y } = layout;
  const from = spec.times[index];
  if (from === undefined) return [];
  const to = from + spec.step;
  const pointed = laneAt(layout, height);
  const lanes = spec.lanes ?? [];
  const first = Math.max(0, Math.floor(-y.max));
  const rows = lanes.slice(first, Math.ceil(-y.min)).flatMap((lane, nth): TooltipRow[] => {
    const states = lane.intervals.filter(
      (interval) => interval.from < to && interval.to > from && shown.some(({ key }) => key === interval.state),
    );
    const last = states.at(-1);
    if (!last || first + nth === pointed) return [];
    // Beside all of a life there is room for the last state of the others.
    const told = pointed < 0 ? states : [last];
    const value = told.map((one) => stateAndSpan(spec, lane, one)).join(', ');
    return [{ mark: shown.find(({ key }) => key === last.state) ?? null, label: lane.name, value, share: '' }];
  });
  const lane = lanes[pointed];
  const life = lane ? lifeRows(layout, lane, from, to) : [];
  const others = rows.slice(0, Math.max(0, most - life.length));
  return [...life, ...others, ...moreRow(rows.length - others.length)];
}

/** Index of the lane at a height, in view or not; -1 without a height. */
export function laneAt({ spec, y }: PlotLayout, height: number): number {
  if (!spec.lanes || Number.isNaN(height)) return -1;
  return Math.floor(height * (y.max - y.min) - y.max);
}
