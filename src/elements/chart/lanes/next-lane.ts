import type { PlotLayout } from '../../../plot/index.js';
import { laneAt } from './lane-rows.js';

interface LanePlace {
  readonly name: string | undefined;
  /** It had to be scrolled to: it is drawn there with the next frame. */
  readonly scrolled: boolean;
}

/** The lane so many below the one at a height, or the first in view; `null` where the plot has none. */
export function nextLane(element: Element, layout: PlotLayout, height: number, count: number): LanePlace | null {
  const lanes = layout.spec.lanes?.length ?? 0;
  if (lanes === 0) return null;
  const { min, max } = layout.y;
  const rows = max - min;
  const current = laneAt(layout, height);
  const lane = current < 0 ? Math.ceil(-max) : Math.max(0, Math.min(lanes - 1, current + count));
  const first = -max;
  const isWhole = lane >= first - 1e-6 && lane + 1 <= first + rows + 1e-6;
  const box = element.querySelector('.lanes');
  if (!isWhole && box) {
    const most = box.scrollHeight - box.clientHeight;
    const wanted = lane < first ? lane : lane + 1 - rows;
    box.scrollTop = (wanted / Math.max(1e-6, lanes - rows)) * most;
  }
  return { name: layout.spec.lanes?.[lane]?.name, scrolled: !isWhole };
}
