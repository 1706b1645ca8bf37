import { shiftRange, type TimeRange } from '../../core/index.js';
import type { TimeframeStore } from '../../timeframe/index.js';
import { listen } from '../base/listen.js';
import { RangePreview } from '../base/range-preview.js';

/** What a hand takes hold of: an end of the window, or all of it. */
export type Hold = 'from' | 'to' | 'both';

/** What the window is moved in. */
export interface WindowScale {
  /** The time at a place in the window of the page; `null` before the first drawing. */
  timeAt(clientX: number): number | null;
  /** What the strip shows, ms. */
  readonly range: TimeRange;
  /** What an arrow key moves by, ms. */
  readonly step: number;
}

/** Keys have come to rest after so long, ms. */
const REST = 400;
const QUIETLY = { preventScroll: true, focusVisible: false };

/** Steps of PageUp and PageDown. */
const PAGE = 10;

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['PageDown', -PAGE],
  ['PageUp', PAGE],
]);

/** `range` with one end or both later by `ms`, inside of `limits`. An end that passes the other one becomes it. */
export function moveWindow(range: TimeRange, hold: Hold, ms: number, limits: TimeRange): TimeRange {
  if (hold === 'both') {
    const within = Math.max(limits.from - range.from, Math.min(ms, limits.to - range.to));
    return shiftRange(range, within);
  }
  const end = Math.max(limits.from, Math.min(limits.to, range[hold] + ms));
  const other = hold === 'from' ? range.to : range.from;
  return { from: Math.min(end, other), to: Math.max(end, other) };
}

/** Moves the range of a time frame by its window on a strip. Returns how to stop. */
export function windowDrag(strip: HTMLElement, store: TimeframeStore, scale: WindowScale): () => void {
  const preview = new RangePreview(store);
  let pressed: { readonly id: number; readonly hold: Hold; readonly time: number; readonly start: TimeRange } | null =
    null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (): void => {
    clearTimeout(timer);
    preview.finish();
  };
  const leave = (): void => {
    clearTimeout(timer);
    pressed = null;
    preview.cancel();
  };
  const show = (start: TimeRange, hold: Hold, ms: number): void => {
    const { from, to } = moveWindow(start, hold, ms, scale.range);
    // A window without a width is a slip, and cannot be shown.
    if (to - from >= scale.step / 2 || hold === 'both') preview.show({ from, to });
  };
  const unlisten = listen(strip, {
    pointerdown(event) {
      const time = scale.timeAt(event.clientX);
      if (!event.isPrimary || event.button !== 0 || time === null) return;
      const hold = holdOf(event.target);
      // Escape is to be heard wherever the focus was.
      strip.querySelector<HTMLElement>(hold === 'both' ? '[data-hold]' : `[data-hold=${hold}]`)?.focus(QUIETLY);
      settle();
      const start = preview.begin();
      event.preventDefault();
      const beside = hold === 'both' && (time < start.from || time > start.to);
      // Beside the window it comes to the hand.
      const came = beside ? moveWindow(start, 'both', time - (start.from + start.to) / 2, scale.range) : start;
      pressed = { id: event.pointerId, hold, time, start: came };
      if (beside) preview.show(came);
      strip.setPointerCapture(event.pointerId);
    },
    pointermove(event) {
      const time = pressed?.id === event.pointerId ? scale.timeAt(event.clientX) : null;
      if (pressed && time !== null) show(pressed.start, pressed.hold, time - pressed.time);
    },
    pointerup(event) {
      if (pressed?.id !== event.pointerId) return;
      pressed = null;
      settle();
    },
    pointercancel: leave,
    keydown(event) {
      const hold = holdOf(event.target);
      if (event.key === 'Escape' && preview.start) leave();
      else if (event.key === 'Enter' && preview.start) settle();
      else if (hold === 'both' || event.ctrlKey || event.metaKey || event.altKey) return;
      else {
        const count = STEPS.get(event.key);
        const edge = event.key === 'Home' ? -Infinity : event.key === 'End' ? Infinity : null;
        if (count === undefined && edge === null) return;
        preview.begin();
        const shown = store.state.preview ?? store.state.range;
        show(shown, event.shiftKey ? 'both' : hold, count === undefined ? (edge ?? 0) : count * scale.step);
        clearTimeout(timer);
        timer = setTimeout(settle, REST);
      }
      event.preventDefault();
      event.stopPropagation();
    },
    focusout() {
      if (!pressed) settle();
    },
  });
  return () => {
    leave();
    unlisten();
  };
}

function holdOf(target: EventTarget | null): Hold {
  const hold = target instanceof HTMLElement ? target.dataset['hold'] : undefined;
  return hold === 'from' || hold === 'to' ? hold : 'both';
}
