import type { TimeRange } from '../core/index.js';
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
 * The bars of one state in the lanes `first` to before `last` that touch the range, on whole device pixels. None is
 * narrower than `least`: what is short still shows. Bars that fall on the pixels of one before are left out.
 */
export function laneBars(
  lanes: NonNullable<PlotSpec['lanes']>,
  state: string,
  [first, last]: readonly [number, number],
  { from, to }: TimeRange,
  { x, y }: Projection,
  least: number,
): LaneBar[] {
  const bars: LaneBar[] = [];
  for (let lane = Math.max(0, Math.floor(first)); lane < Math.min(lanes.length, last); lane++) {
    const whole = y(-(lane + 1)) - y(-lane);
    const height = Math.max(1, Math.round(whole * FILL));
    const top = Math.round(y(-lane) + (whole - height) / 2);
    let end = Number.NEGATIVE_INFINITY;
    const intervals = lanes[lane]?.intervals ?? [];
    for (const [i, interval] of intervals.entries()) {
      if (interval.state !== state || interval.to <= from || interval.from >= to) continue;
      const left = Math.round(x(Math.max(from, interval.from)));
      const right = Math.max(left + least, Math.round(x(Math.min(to, interval.to))));
      if (right <= end) continue;
      const { note } = interval;
      const room = (): number => Math.round(x(Math.min(to, intervals[i + 1]?.from ?? to)));
      bars.push({ left, top, width: right - left, height, ...(note && { note, room: room() }) });
      end = right;
    }
  }
  return bars;
}
