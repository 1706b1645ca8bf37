import { zoomOf } from '../../base/zoom-of.js';

/** CSS pixels between an anchor and what stands below it, and to the edge of the window. */
const GAP = 4;

/** Puts a box of the top layer below an anchor, or above it where there is more room: from its start on, or up to its `end`. */
export function placeBelow(box: HTMLElement, anchor: Element, end: boolean): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { style } = box;
  const px = (length: number): string => `${length / zoomOf(anchor)}px`;
  const above = top > innerHeight - bottom && innerHeight - bottom < innerHeight / 3;
  style.insetBlock = above ? `auto ${px(innerHeight - top + GAP)}` : `${px(bottom + GAP)} auto`;
  style.maxHeight = px((above ? top : innerHeight - bottom) - 2 * GAP);
  style.left = end ? 'auto' : px(Math.max(GAP, left));
  style.right = end ? px(Math.max(GAP, document.documentElement.clientWidth - right)) : 'auto';
}
