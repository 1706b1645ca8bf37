import { formatSpan, INTERACTION_WORDS } from '../../core/index.js';
import type { PlotLayout } from '../../plot/index.js';
import { MOST_ROWS, plain, type TooltipRow } from './tooltip-rows.js';

/** What each lane in view did during a step: its states, and how long each took in all. */
export function laneRows({ spec, shown, y }: PlotLayout, index: number): readonly TooltipRow[] {
  const from = spec.times[index];
  if (from === undefined) return [];
  const to = from + spec.step;
  const rows = (spec.lanes ?? []).slice(Math.max(0, Math.floor(-y.max)), Math.ceil(-y.min)).flatMap((lane) => {
    const states = lane.intervals.filter(
      (interval) => interval.from < to && interval.to > from && shown.some(({ key }) => key === interval.state),
    );
    const last = states.at(-1);
    if (!last) return [];
    const value = states.map((one) => `${one.state} ${formatSpan(one.to - one.from)}`).join(', ');
    return { mark: shown.find(({ key }) => key === last.state) ?? null, label: lane.name, value, share: '' };
  });
  const visible = rows.slice(0, MOST_ROWS);
  if (rows.length > MOST_ROWS) visible.push(plain(INTERACTION_WORDS.more(rows.length - MOST_ROWS)));
  return visible;
}
