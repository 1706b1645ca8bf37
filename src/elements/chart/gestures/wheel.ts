import { scaleRange, shiftRange } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { listen } from '../../base/listen.js';
import { RangePreview } from '../../base/range-preview.js';
import { shareAt } from '../plot-time.js';

/** The turning is over when nothing came for so long, ms. */
const REST = 200;
/** CSS pixels of a line and of a page, for wheels that count in them. */
const LINE = 16;
const PAGE = 400;
/** Turning by so many CSS pixels doubles or halves the range. */
const DOUBLE = 240;

/**
 * The wheel with Ctrl or Cmd, as which a trackpad's pinch comes too: zooms about the pointer; sideways, or with Shift,
 * it moves the range. Without them the page scrolls. Returns how to stop.
 */
export function wheelZoom(element: HTMLElement, plot: Plot, store: TimeframeStore): () => void {
  const preview = new RangePreview(store);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turned = 0;
  let moved = 0;
  let share = 0.5;

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = shareAt(element, plot, event.clientX);
    const { box } = plot;
    if (at === null || !box || (store.state.brushing && !preview.start)) return;
    if (!preview.start) {
      turned = moved = 0;
      share = Math.max(0, Math.min(1, at));
    }
    const unit = [1, LINE, PAGE][event.deltaMode] ?? 1;
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (sideways) moved += ((event.deltaX || event.deltaY) * unit) / box.width;
    else turned += event.deltaY * unit;
    const scaled = scaleRange(preview.begin(), 2 ** (turned / DOUBLE), share);
    preview.show(shiftRange(scaled, moved * (scaled.to - scaled.from)));
    clearTimeout(timer);
    timer = setTimeout(() => preview.finish(), REST);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !preview.start) return;
    clearTimeout(timer);
    preview.cancel();
    event.stopImmediatePropagation();
  };
  const unlisten = listen(element, { wheel: onWheel, keydown: onKey }, { passive: false });
  return () => {
    clearTimeout(timer);
    preview.cancel();
    unlisten();
  };
}
