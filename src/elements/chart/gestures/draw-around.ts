import type { Frame } from '../../../core/index.js';
import { frameAround, type Need, type TimeframeStore } from '../../../timeframe/index.js';

/**
 * While a gesture moves the range a chart draws all that is known around it, so that what is beside the range comes in
 * without asking. `draw` is given where the data come from; with `null` the chart takes its answers again. Returns how
 * to stop.
 */
export function drawAround(store: TimeframeStore, draw: (frameOf: (need: Need) => Frame | null) => void): () => void {
  let before: object | null = null;
  return store.subscribe((state) => {
    if (Boolean(state.preview) === Boolean(before)) return;
    if (state.preview) {
      before = state.range;
      draw((need) => frameAround(need, state));
      return;
    }
    // A new range brings its own answer; the old one is there already.
    if (before === state.range) draw(() => null);
    before = null;
  });
}
