/** What pointers do on a plot; coordinates are those of the window. */
export interface PointerTarget {
  readonly selecting: boolean;
  hover(clientX: number, clientY: number): void;
  leave(): void;
  timeAt(clientX: number): number | null;
  select(time: number): void;
  extendTo(clientX: number): void;
  finishAt(clientX: number): void;
  cancel(): void;
  back(): void;
  /** A press that did not move. */
  pin(): void;
}

/** A drag begins after so many CSS pixels, a selection by finger after so many ms. */
const SLOP = 4;
const LONG_PRESS = 350;

/**
 * Mouse and pen: move shows the cursor, click pins it, drag selects, double-click goes back.
 * Finger: a tap or a sideways move shows the cursor, a long press and a move selects; up and down scroll the page.
 * Returns how to stop.
 */
export function pointerGestures(element: HTMLElement, target: PointerTarget): () => void {
  let pressed: { readonly id: number; readonly x: number; readonly time: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dragged = false;

  const release = (): void => {
    clearTimeout(timer);
    pressed = null;
  };

  const listeners: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void } = {
    pointerdown(event) {
      if (isControl(event) || !event.isPrimary || event.button !== 0) return;
      const time = target.timeAt(event.clientX);
      if (time === null) return;
      pressed = { id: event.pointerId, x: event.clientX, time };
      if (event.pointerType !== 'touch') {
        // Escape is to be heard wherever the focus was.
        element.focus({ preventScroll: true });
        element.setPointerCapture(event.pointerId);
        return;
      }
      timer = setTimeout(() => {
        target.select(time);
        target.extendTo(event.clientX);
      }, LONG_PRESS);
    },
    pointermove(event) {
      if (pressed && pressed.id !== event.pointerId) return;
      if (!target.selecting && pressed && Math.abs(event.clientX - pressed.x) > SLOP) {
        clearTimeout(timer);
        if (event.pointerType !== 'touch') target.select(pressed.time);
      }
      if (pressed && target.selecting) target.extendTo(event.clientX);
      if (event.isPrimary) target.hover(event.clientX, event.clientY);
    },
    pointerup(event) {
      if (pressed?.id !== event.pointerId) return;
      const moved = Math.abs(event.clientX - pressed.x) > SLOP;
      release();
      dragged = moved;
      if (target.selecting && moved) target.finishAt(event.clientX);
      else target.cancel();
      if (moved) return;
      if (event.pointerType === 'touch') target.hover(event.clientX, event.clientY);
      else target.pin();
    },
    pointercancel() {
      release();
      target.cancel();
      target.leave();
    },
    pointerleave(event) {
      // A finger that lifts leaves the cursor where it was, to be read.
      if (event.pointerType !== 'touch' && !pressed) target.leave();
    },
    dblclick(event) {
      // Two quick drags are no double-click, though a browser may count them as one.
      if (!isControl(event) && !dragged) target.back();
    },
    touchmove(event) {
      // The page scrolls, unless a long press has begun a selection.
      if (target.selecting && event.cancelable) event.preventDefault();
    },
    contextmenu(event) {
      if (target.selecting) event.preventDefault();
    },
    keydown(event) {
      if (event.key === 'Escape') release();
    },
  };
  const entries = Object.entries(listeners) as [string, EventListener][];
  for (const [type, listener] of entries) element.addEventListener(type, listener, { passive: false });
  return () => {
    release();
    for (const [type, listener] of entries) element.removeEventListener(type, listener);
  };
}

/** A button that stands on the plot, such as `Retry`, or a pinned tooltip is no place to begin a gesture. */
function isControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('button, .tooltip') !== null;
}
