import { listen } from '../../base/listen.js';
import type { Hand, Pinch } from './hand.js';

/** Fingers closer than this across are measured by their whole distance, CSS pixels. */
const ACROSS = 40;

const OPTIONS = { passive: false, capture: true };

/** What a plot took for itself is not for another one, on which a later finger lies. */
const taken = new WeakSet<TouchEvent>();

/**
 * Two fingers move and stretch the time of a plot, also where one of them began beside it; the one that is left moves it
 * on. Where they lie on two plots, it is that of the first. `began` is called before: what one finger had begun is over.
 * Returns how to stop.
 */
export function pinchZoom(element: HTMLElement, hand: Hand, began: () => void): () => void {
  const { ownerDocument } = element;
  /** The fingers that came down on the plot; the page is listened to only as long as there are any, or they hold it. */
  const here = new Set<number>();
  let pinching = false;
  let across = true;

  const pinchOf = ({ touches: [one, two = one] }: TouchEvent, begins: boolean): Pinch | null => {
    if (!one || !two) return null;
    const dx = Math.abs(one.clientX - two.clientX);
    if (begins) across = dx >= ACROSS;
    const distance = across ? dx : Math.hypot(dx, one.clientY - two.clientY);
    return { middle: (one.clientX + two.clientX) / 2, distance: Math.max(1, distance) };
  };
  const hold = (event: TouchEvent): void => {
    const pinch = pinchOf(event, true);
    if (pinch) hand.begin(pinch);
    pinching = hand.active;
  };
  const onStart = (event: TouchEvent): void => {
    if (event.touches.length < 2 || !(here.size > 0 || pinching) || taken.has(event)) return;
    taken.add(event);
    if (event.cancelable) event.preventDefault();
    if (!pinching) began();
    hold(event);
  };
  const onMove = (event: TouchEvent): void => {
    if (!pinching) return;
    if (event.cancelable) event.preventDefault();
    const pinch = pinchOf(event, false);
    if (pinch) hand.move(pinch);
  };
  const onEnd = (event: TouchEvent): void => {
    for (const { identifier } of event.changedTouches) here.delete(identifier);
    if (pinching) {
      if (event.type === 'touchcancel') hand.cancel();
      else if (event.touches.length === 0) hand.finish();
      // Another finger is the first one now.
      else if (hand.active) hold(event);
      pinching = hand.active;
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
    for (const [type, listener] of listeners) ownerDocument.removeEventListener(type, listener, OPTIONS);
  };
  const onPlot = (event: TouchEvent): void => {
    // Whoever listens already keeps its place before those that come later.
    // eslint-disable-next-line no-restricted-syntax -- a finger of the two may come down beside the plot
    for (const [type, listener] of listeners) ownerDocument.addEventListener(type, listener, OPTIONS);
    for (const { identifier } of event.changedTouches) here.add(identifier);
    onStart(event);
  };
  const stop = listen(element, { touchstart: onPlot, keydown: onKey }, { passive: false });
  return () => {
    stop();
    unlisten();
    if (pinching) hand.cancel();
  };
}
