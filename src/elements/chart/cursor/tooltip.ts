import { formatSpan, formatZoned, INTERACTION_WORDS, stillFills } from '../../../core/index.js';
import { observeSize, type PlotLayout } from '../../../plot/index.js';
import { zoomOf } from '../../base/zoom-of.js';
import { makeElement } from '../make-element.js';
import type { Reading } from './crosshair.js';
import { earlierHead } from '../comparison/earlier-at.js';
import { heatRows } from './heat-rows.js';
import { laneRows } from '../lanes/lane-rows.js';
import { tooltipRows, type TooltipRow } from './tooltip-rows.js';
import { TextCell, ValueRows } from './value-rows.js';

/** CSS pixels: from the pointer to the box, and from the box to the edge of the window. */
const OFF = 16;
const EDGE = 4;
/** CSS pixels that padding and border add to the content, as the style sheet has them. */
const FRAME_WIDTH = 22;
const FRAME_HEIGHT = 18;
/** On a window narrower than this the box stands above or below the plot, CSS pixels. */
const NARROW = 560;

/** A time and a length, each apart: the number of a length would move to the other side of a date from right to left. */
class Head {
  readonly element = makeElement('div', 'tooltip-head');
  readonly #time = new TextCell('bdi', '');
  readonly #length = new TextCell('bdi', '');

  constructor(between: string) {
    this.element.append(this.#time.element, between, this.#length.element);
  }

  write(texts: readonly [time: string, length: string] | null): void {
    this.element.hidden = !texts;
    const [time, length] = texts ?? ['', ''];
    this.#time.write(time);
    this.#length.write(length);
  }
}

/** The box with the values at the cursor. Texts go into it as text, never as markup. */
export class Tooltip {
  readonly #box = makeElement('div', 'tooltip');
  readonly #head = new Head(' · ');
  readonly #against = new Head(', ');
  readonly #rows = new ValueRows('tooltip-rows');
  #open = false;
  #pinned = false;
  /** As the observer told: a pointer move must not wait for a layout. */
  #width = 0;
  #height = 0;
  #zoom = 1;
  #at: { readonly x: number; readonly y: number; readonly plot: DOMRect } | null = null;
  readonly #stopObserving: () => void;

  constructor(element: HTMLElement) {
    this.#box.setAttribute('part', 'tooltip');
    this.#box.setAttribute('aria-hidden', 'true');
    // The top layer: nothing on the page cuts it off.
    this.#box.popover = 'manual';
    this.#box.append(this.#head.element, this.#against.element, this.#rows.element);
    element.append(this.#box);
    this.#stopObserving = observeSize(this.#box, (width, height) => {
      this.#width = width + FRAME_WIDTH;
      this.#height = height + FRAME_HEIGHT;
      this.#place();
    });
  }

  remove(): void {
    this.#stopObserving();
    this.#box.remove();
  }

  /** Stays where it is on the page, and can be marked and scrolled. */
  set pinned(pinned: boolean) {
    if (pinned === this.#pinned) return;
    this.#pinned = pinned;
    this.#box.classList.toggle('pinned', pinned);
  }

  get open(): boolean {
    return this.#open;
  }

  hide(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#box.hidePopover();
  }

  /** `clientX`, `clientY` in the window; `plot` is the plot's box there; `height` as in `rowsAt`. */
  show(layout: PlotLayout, reading: Reading, clientX: number, clientY: number, plot: DOMRect, height: number): void {
    const rows = reading.index < 0 ? [] : rowsAt(layout, reading.index, height);
    this.#head.write(tooltipHead(layout, reading));
    this.#against.write(earlierHead(layout, reading.index));
    this.#rows.fill(rows);
    if (!this.#open) {
      this.#open = true;
      this.#box.showPopover();
      this.#zoom = zoomOf(this.#box);
    }
    this.#at = { x: clientX, y: clientY, plot };
    this.#place();
  }

  /** Beside the pointer, on the side with more room; on a narrow window above or below the plot. */
  #place(): void {
    if (!this.#open || !this.#at) return;
    const { x, y, plot } = this.#at;
    const width = this.#width * this.#zoom;
    const height = this.#height * this.#zoom;
    const narrow = innerWidth < NARROW;
    const left = narrow ? x - width / 2 : x > innerWidth / 2 ? x - OFF - width : x + OFF;
    const above = plot.top > innerHeight - plot.bottom;
    const top = narrow ? (above ? plot.top - height : plot.bottom) : y - height / 2;
    const within = (at: number, size: number, room: number): number =>
      Math.round(Math.max(EDGE, Math.min(at, room - size - EDGE)));
    const x0 = within(left, width, innerWidth) + (this.#pinned ? scrollX : 0);
    const y0 = within(top, height, innerHeight) + (this.#pinned ? scrollY : 0);
    this.#box.style.transform = `translate(${x0 / this.#zoom}px, ${y0 / this.#zoom}px)`;
  }
}

/**
 * What stands at a step, row by row, and how many more there are than `most`. `height` is the pointer's, 0 at the top of
 * the data to 1; `NaN` without one.
 */
export function rowsAt(layout: PlotLayout, index: number, height = NaN, most?: number): readonly TooltipRow[] {
  const { spec, shown, view } = layout;
  if (spec.lanes) return laneRows(layout, index, height, most);
  return spec.buckets
    ? heatRows(layout, spec.buckets, index, height, most)
    : tooltipRows(spec, shown, index, view.locale, most);
}

/** The step under the cursor in words: `24 Nov, 10:20 GMT+1`, or without a zone that is the browser's, and `1 min`. */
export function tooltipHead({ view, spec }: PlotLayout, { time, step, index }: Reading): readonly [string, string] {
  const words = index < 0 ? INTERACTION_WORDS.noValue : formatSpan(step);
  const unfinished =
    index >= 0 && stillFills(time, step, spec.completeUntil) ? `, ${INTERACTION_WORDS.unfinished}` : '';
  return [formatZoned(time, view.timezone, view.locale, spec.step), words + unfinished];
}
