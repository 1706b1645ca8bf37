/** CSS pixels between an anchor and what stands below it, and to the edge of the window. */
const GAP = 4;

/** Puts a box of the top layer below an anchor, or above it where there is more room: from its start on, or up to its `end`. */
export function placeBelow(box: HTMLElement, anchor: Element, end: boolean): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { style } = box;
  const above = top > innerHeight - bottom && innerHeight - bottom < innerHeight / 3;
  style.insetBlock = above ? `auto ${innerHeight - top + GAP}px` : `${bottom + GAP}px auto`;
  style.maxHeight = `${(above ? top : innerHeight - bottom) - 2 * GAP}px`;
  style.left = end ? 'auto' : `${Math.max(GAP, left)}px`;
  style.right = end ? `${Math.max(GAP, document.documentElement.clientWidth - right)}px` : 'auto';
}
