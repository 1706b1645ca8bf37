import { listen } from '../../base/listen.js';

/** What pointers do on a plot; coordinates are those of the window. */
export interface PointerTarget {
  /** Tells whether that is on the time axis. */
  hover(clientX: number, clientY: number): boolean;
  leave(): void;
  timeAt(clientX: number): number | null;
  /** Below the data: where the time itself is taken hold of. */
  isOnAxis(clientY: number): boolean;
  /** A selection. */
  readonly selecting: boolean;
  select(time: number): void;
  extendTo(clientX: number): void;
  finishAt(clientX: number): void;
  /** The time is dragged. */
  readonly moving: boolean;
  grab(clientX: number): void;
  dragTo(clientX: number): void;
  drop(): void;
  /** Ends whichever is on, as if it had not been. */
  cancel(): void;
  /** A double-click: the range before, or `wide` twice this one. */
  back(wide: boolean): void;
  /** A press that did not move. */
  pin(): void;
}

interface Press {
  readonly id: number;
  readonly x: number;
  readonly time: number;
  /** A move drags the time; else it selects. */
  readonly drags: boolean;
}

export interface Gestures {
  /** Forgets what is pressed. */
  readonly release: () => void;
  readonly stop: () => void;
}

/** A drag begins after so many CSS pixels, a selection by finger after so many ms. */
const SLOP = 4;
const LONG_PRESS = 350;

/**
 * Mouse and pen: move shows the cursor, click pins it, drag selects, double-click goes back; with Shift, or on the time
 * axis, a drag moves the range. Finger: a tap or a sideways move shows the cursor, a long press and a move selects, a
 * sideways move on the axis moves the range; up and down scroll the page.
 */
export function pointerGestures(element: HTMLElement, target: PointerTarget): Gestures {
  let pressed: Press | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dragged = false;

  const release = (): void => {
    clearTimeout(timer);
    pressed = null;
  };

  const unlisten = listen(
    element,
    {
      pointerdown(event) {
        if (isControl(event) || !event.isPrimary || event.button !== 0) return;
        const time = target.timeAt(event.clientX);
        if (time === null) return;
        const drags = event.shiftKey || target.isOnAxis(event.clientY);
        pressed = { id: event.pointerId, x: event.clientX, time, drags };
        if (event.pointerType !== 'touch') {
          // Escape is to be heard wherever the focus was.
          element.focus({ preventScroll: true });
          element.setPointerCapture(event.pointerId);
          return;
        }
        if (drags) return;
        timer = setTimeout(() => {
          target.select(time);
          target.extendTo(event.clientX);
        }, LONG_PRESS);
      },
      mousedown(event) {
        // What scrolls on the plot would take the focus, and with it the cursor.
        if (event.target instanceof Element && event.target.closest('.lanes')) event.preventDefault();
      },
      pointermove(event) {
        if (pressed && pressed.id !== event.pointerId) return;
        const { selecting, moving } = target;
        if (!selecting && !moving && pressed && Math.abs(event.clientX - pressed.x) > SLOP) {
          clearTimeout(timer);
          if (pressed.drags) target.grab(pressed.x);
          else if (event.pointerType !== 'touch') target.select(pressed.time);
        }
        if (pressed?.drags && target.moving) target.dragTo(event.clientX);
        else if (pressed && target.selecting) target.extendTo(event.clientX);
        const onAxis = event.isPrimary && !target.moving && target.hover(event.clientX, event.clientY);
        element.style.cursor = target.moving ? 'grabbing' : !pressed && onAxis ? 'grab' : '';
      },
      pointerup(event) {
        if (pressed?.id !== event.pointerId) return;
        const { x, drags } = pressed;
        const moved = Math.abs(event.clientX - x) > SLOP;
        release();
        dragged = moved;
        if (drags && target.moving) return target.drop();
        if (target.selecting && moved) target.finishAt(event.clientX);
        else target.cancel();
        if (moved || drags) return;
        if (event.pointerType === 'touch') target.hover(event.clientX, event.clientY);
        else target.pin();
      },
      pointercancel(event) {
        if (pressed?.id !== event.pointerId) return;
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
        if (!isControl(event) && !dragged) target.back(event.shiftKey);
      },
      touchmove(event) {
        // The page scrolls, unless a long press has begun a selection.
        if ((target.selecting || target.moving) && event.cancelable) event.preventDefault();
      },
      contextmenu(event) {
        if (target.selecting) event.preventDefault();
      },
      keydown(event) {
        if (event.key === 'Escape') release();
      },
    },
    { passive: false },
  );
  const stop = (): void => {
    release();
    unlisten();
  };
  const forget = (): void => {
    // Its end is no click, and so no part of a double one.
    dragged ||= pressed !== null;
    release();
  };
  return { release: forget, stop };
}

/** A button that stands on the plot, such as `Retry`, or a pinned tooltip is no place to begin a gesture. */
function isControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('button, .tooltip') !== null;
}
