import { textsOn } from './canvas-text.js';
import { cutBy, type TextBox } from './text-box.js';

/** Below this, CSS pixels of its line's height, is room and no ink. */
const AROUND_INK = 3;

/** The texts inside an element, on canvases and off them, and in words those that are cut. */
export function textsIn(root: Element): { readonly texts: readonly TextBox[]; readonly cut: readonly string[] } {
  const texts: TextBox[] = [];
  const cut: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) return addText(node, texts, cut);
    if (!(node instanceof Element) || !isSeen(node)) return;
    if (node instanceof HTMLCanvasElement) {
      const on = textsOn(node);
      texts.push(...on.texts);
      cut.push(...cutBy(on.texts, on.room));
      return;
    }
    node.shadowRoot?.childNodes.forEach(visit);
    node.childNodes.forEach(visit);
  };
  visit(root);
  return { texts, cut };
}

/** Words for a screen reader alone, and what a closed box holds, are not seen; `display: contents` has no box to see. */
const isSeen = (element: Element): boolean =>
  !element.matches('.visually-hidden, .probes, select, style, script') &&
  (getComputedStyle(element).display === 'contents' ||
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));

function addText(node: Text, texts: TextBox[], cut: string[]): void {
  if (!node.data.trim()) return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const boxes = lines.map(({ left, right, top, bottom }) => ({
    text: node.data,
    of: node,
    left,
    right,
    top: top + AROUND_INK,
    bottom: bottom - AROUND_INK,
  }));
  for (const room of roomsOf(node)) cut.push(...cutBy(boxes, room));
  texts.push(...boxes);
}

/** What cuts off all that passes its edges: the window at the sides, and what hides its overflow, up to what scrolls. */
function roomsOf(node: Node): readonly Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>[] {
  const rooms = [];
  for (let parent = parentOf(node); parent; parent = parentOf(parent)) {
    const { overflowX, overflowY, clipPath, display } = getComputedStyle(parent);
    if (display === 'contents' || display === 'inline') continue;
    if (/auto|scroll/.test(overflowX + overflowY)) return rooms;
    if (/hidden|clip/.test(overflowX + overflowY) || clipPath !== 'none') rooms.push(parent.getBoundingClientRect());
  }
  return [...rooms, { left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity }];
}

function parentOf(node: Node): Element | null {
  if (node instanceof Element || node instanceof Text) {
    if (node.assignedSlot) return node.assignedSlot;
    if (node.parentElement) return node.parentElement;
  }
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
