import type { TimeRange } from '../core/index.js';
import { ownColumns } from './lane-columns.js';
import type { Projection } from './line-path.js';
import type { LaneNote, PlotSpec } from './plot-spec.js';

/** A rectangle of one state in one lane, device pixels. */
export interface LaneBar {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly note?: LaneNote;
  /** Up to where nothing else stands in the lane; told with a note. */
  readonly room?: number;
}

/** Share of a lane's height that its bars fill. */
const FILL = 0.78;

/**
 * The bars of these states, by state, in the lanes `first` to before `last` that touch the range, on whole device pixels.
 * No two stand on the same pixel. What is short still shows: `least` wide where its neighbours are wider than that, and
 * one pixel where they are not; of what falls on one pixel the worst shows.
 */
export function laneBars(
  lanes: NonNullable<PlotSpec['lanes']>,
  states: ReadonlySet<string>,
  [first, last]: readonly [number, number],
  { from, to }: TimeRange,
  { x, y }: Projection,
  least: number,
): ReadonlyMap<string, readonly LaneBar[]> {
  const bars = new Map<string, LaneBar[]>(Array.from(states, (state) => [state, []]));
  const start = Math.round(x(from));
  for (let lane = Math.max(0, Math.floor(first)); lane < Math.min(lanes.length, last); lane++) {
    const whole = y(-(lane + 1)) - y(-lane);
    const height = Math.max(1, Math.round(whole * FILL));
    const top = Math.round(y(-lane) + (whole - height) / 2);
    const intervals = (lanes[lane]?.intervals ?? []).filter(
      (one) => states.has(one.state) && one.to > from && one.from < to,
    );
    const spans = intervals.map((one) => ({
      state: one.state,
      left: x(Math.max(from, one.from)) - start,
      right: x(Math.min(to, one.to)) - start,
    }));
    const owners = ownColumns(spans, Math.round(x(to)) - start, least);
    for (let left = 0, right = 0; left < owners.length; left = right) {
      const owner = owners[left] ?? -1;
      while (right < owners.length && owners[right] === owner) right++;
      const interval = intervals[owner];
      if (!interval) continue;
      const { note, state } = interval;
      const room = (): number => Math.round(x(Math.min(to, intervals[owner + 1]?.from ?? to)));
      const place = { left: start + left, top, width: right - left, height };
      bars.get(state)?.push({ ...place, ...(note && { note, room: room() }) });
    }
  }
  return bars;
}
