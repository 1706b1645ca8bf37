import type { Plot } from '../../plot/index.js';

/** Where along a plot a place in the window is: 0 at its left edge, 1 at its right; `null` before the first drawing. */
export function shareAt(
  element: Element,
  plot: Plot,
  clientX: number,
  rect = element.getBoundingClientRect(),
): number | null {
  const { box } = plot;
  return box && (clientX - rect.left - box.left) / box.width;
}

/** The time at a place in the window, or `null` outside the plot; `clamped` moves it inside. */
export function timeAt(element: Element, plot: Plot, clientX: number, rect?: DOMRect, clamped = false): number | null {
  const share = shareAt(element, plot, clientX, rect);
  const range = plot.layout?.view.range;
  if (share === null || !range || (!clamped && (share < 0 || share > 1))) return null;
  return range.from + Math.max(0, Math.min(1, share)) * (range.to - range.from);
}
