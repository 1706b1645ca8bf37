import type { TimeRange } from '../../core/index.js';
import type { Plot, PlotBox } from '../../plot/index.js';

/** How many pixels of the window one of an element's own takes: more or less than 1 under CSS `zoom` or `scale`. */
export function scaleOf({ offsetWidth }: HTMLElement, { width }: DOMRect): number {
  // The one is rounded, the other is not.
  return Math.abs(width - offsetWidth) < 1 ? 1 : width / offsetWidth;
}

/** Where along a plot a place in the window is: 0 at its left edge, 1 at its right; `null` before the first drawing. */
export function shareAt(
  element: HTMLElement,
  plot: Plot,
  clientX: number,
  rect = element.getBoundingClientRect(),
): number | null {
  const { box } = plot;
  return box && ((clientX - rect.left) / scaleOf(element, rect) - box.left) / box.width;
}

/** How far a place in the window is below the top of a plot: 0 there, 1 on its axis; `NaN` before the first drawing. */
export function depthAt(
  element: HTMLElement,
  { box }: Plot,
  clientY: number,
  rect = element.getBoundingClientRect(),
): number {
  return box ? ((clientY - rect.top) / scaleOf(element, rect) - box.top) / box.height : NaN;
}

/** How far right of an element's own left edge a time of `range` is on its plot, in pixels of its own layout. */
export const leftOf = (box: PlotBox, { from, to }: TimeRange, time: number): number =>
  box.left + ((time - from) / (to - from)) * box.width;

/** The time at a place in the window, or `null` outside the plot; `clamped` moves it inside. */
export function timeAt(
  element: HTMLElement,
  plot: Plot,
  clientX: number,
  rect?: DOMRect,
  clamped = false,
): number | null {
  const share = shareAt(element, plot, clientX, rect);
  const range = plot.layout?.view.range;
  if (share === null || !range || (!clamped && (share < 0 || share > 1))) return null;
  return range.from + Math.max(0, Math.min(1, share)) * (range.to - range.from);
}
