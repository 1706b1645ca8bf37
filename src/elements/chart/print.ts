import { drawWaiting, type Plot } from '../../plot/index.js';

const shown = new Map<Plot, Element>();
let listening: AbortController | undefined;

/**
 * Draws a plot for the paper while the page is printed, and for the screen after it. The page is laid out for the paper
 * in between, with no frame and no word to the observers of sizes. `host` has the size of the plot. Returns how to stop.
 */
export function followPrint(plot: Plot, host: Element): () => void {
  shown.set(plot, host);
  if (!listening) {
    listening = new AbortController();
    matchMedia('print').addEventListener('change', drawAll, listening);
  }
  return () => {
    shown.delete(plot);
    if (shown.size > 0) return;
    listening?.abort();
    listening = undefined;
  };
}

/** All at once: what their axes share is known when the first is drawn. */
function drawAll(): void {
  const sizes = [...shown].map(([plot, host]) => ({ plot, box: host.getBoundingClientRect() }));
  for (const { plot, box } of sizes) plot.relay(box.width, box.height);
  drawWaiting();
}
