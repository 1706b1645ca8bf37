import { formatCount, MENU_WORDS } from '../../../core/index.js';
import { heightOfLanes, lanesInView, Plot, type MarkPainters, type SharedWidth } from '../../../plot/index.js';

/** Lanes on one picture at the most: it stays within what browsers take as a canvas. */
const MOST_LANES = 100;

/** A plot that is as high as its data, out of sight. */
export interface WholePlot {
  readonly plot: Plot;
  /** Which lanes it shows, in words; '' where it shows all. */
  readonly part: string;
  remove(): void;
}

/** The same plot with room for the lanes that are scrolled to; `null` where all that it has is in view. `card` takes it. */
export async function wholePlot(plot: Plot, card: Element, marks: MarkPainters): Promise<WholePlot | null> {
  const { layout, canvas, box } = plot;
  const lanes = layout?.spec.lanes?.length ?? 0;
  if (!layout || !canvas || !box) return null;
  const { clientWidth: width, clientHeight } = canvas;
  const size = Number.parseFloat(getComputedStyle(card).fontSize);
  if (lanesInView(lanes, clientHeight, size) >= lanes) return null;
  const count = Math.min(lanes, MOST_LANES);
  const rest = lanes - count;
  // Where there are too many, those in view are among them.
  const first = Math.round((layout.view.scrolled ?? 0) * rest);

  const host = unseen(card, 'canvas');
  const probes = unseen(card, 'probes');
  const start = fixed(box.left);
  const end = fixed(width - box.left - box.width);
  const whole = new Plot({ host, probes, start, end, onDraw: () => {} });
  whole.use(marks);
  whole.under = plot.under;
  whole.over = plot.over;
  whole.resize(width, heightOfLanes(count, size));
  whole.show(layout.spec, { ...layout.view, scrolled: rest > 0 ? first / rest : 0 });
  // Not with the next frame: a page in the background has none.
  whole.prepare();
  whole.measure();
  whole.draw();
  // uPlot sizes a new canvas and draws on it with the end of the task.
  await new Promise<void>(queueMicrotask);
  const words = [first + 1, first + count, lanes].map((nth) => formatCount(nth, layout.view.locale));
  return {
    plot: whole,
    part: rest > 0 ? MENU_WORDS.lanesOf(words[0] ?? '', words[1] ?? '', words[2] ?? '') : '',
    remove: () => {
      whole.destroy();
      host.remove();
      probes.remove();
    },
  };
}

/** An element that has a layout, but is not seen and makes no room. */
function unseen(parent: Element, className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.style.position = 'fixed';
  element.style.visibility = 'hidden';
  parent.append(element);
  return element;
}

const fixed = (width: number): SharedWidth => ({ width, report: () => {}, leave: () => {}, subscribe: () => () => {} });
