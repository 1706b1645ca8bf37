import type { Hand, Pinch } from './hand.js';

/** Fingers closer than this across are measured by their whole distance, CSS pixels. */
const ACROSS = 40;

const OPTIONS = { passive: false, capture: true };

/**
 * Two fingers move and stretch the time of a plot, also where one of them began beside it. `began` is called before:
 * what one finger had begun is over. Returns how to stop.
 */
export function pinchZoom(element: HTMLElement, hand: Hand, began: () => void): () => void {
  const page = element.ownerDocument;
  /** The fingers that came down on the plot; the page is listened to only as long as there are any. */
  const here = new Set<number>();
  let pinching = false;
  let across = true;

  const pinchOf = ({ touches: [one, two] }: TouchEvent): Pinch | null => {
    if (!one || !two) return null;
    const dx = Math.abs(one.clientX - two.clientX);
    if (!pinching) across = dx >= ACROSS;
    const distance = across ? dx : Math.hypot(dx, one.clientY - two.clientY);
    return { middle: (one.clientX + two.clientX) / 2, distance: Math.max(1, distance) };
  };
  const onStart = (event: TouchEvent): void => {
    const pinch = pinchOf(event);
    if (!pinch || pinching || here.size === 0) return;
    if (event.cancelable) event.preventDefault();
    began();
    hand.begin(pinch);
    pinching = hand.active;
  };
  const onMove = (event: TouchEvent): void => {
    if (!pinching) return;
    if (event.cancelable) event.preventDefault();
    const pinch = pinchOf(event);
    if (pinch) hand.move(pinch);
  };
  const onEnd = ({ type, touches, changedTouches }: TouchEvent): void => {
    for (const { identifier } of changedTouches) here.delete(identifier);
    if (pinching && (touches.length < 2 || type === 'touchcancel')) {
      pinching = false;
      if (type === 'touchcancel') hand.cancel();
      else hand.finish();
    }
    if (here.size === 0 && !pinching) unlisten();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') pinching = false;
  };
  const listeners = [
    ['touchstart', onStart],
    ['touchmove', onMove],
    ['touchend', onEnd],
    ['touchcancel', onEnd],
  ] as const;
  const unlisten = (): void => {
    here.clear();
    for (const [type, listener] of listeners) page.removeEventListener(type, listener, OPTIONS);
  };
  const onPlot = (event: TouchEvent): void => {
    if (here.size === 0) for (const [type, listener] of listeners) page.addEventListener(type, listener, OPTIONS);
    for (const { identifier } of event.changedTouches) here.add(identifier);
    onStart(event);
  };
  element.addEventListener('touchstart', onPlot, { passive: false });
  element.addEventListener('keydown', onKey);
  return () => {
    element.removeEventListener('touchstart', onPlot);
    element.removeEventListener('keydown', onKey);
    unlisten();
    if (pinching) hand.cancel();
  };
}
