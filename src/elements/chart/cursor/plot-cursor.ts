import { indexBefore, type Plot, type PlotLayout } from '../../../plot/index.js';
import type { TimeframeStore } from '../../../timeframe/index.js';
import { depthAt, leftOf, scaleOf, timeAt } from '../plot-time.js';
import type { ToldLane } from '../lanes/told-lane.js';
import { Crosshair, type Reading } from './crosshair.js';
import { Readout } from './readout.js';
import { Tooltip } from './tooltip.js';

/** The cursor on one plot: crosshair, tooltip and readout, where the shared cursor is or what is pinned. */
export class PlotCursor {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #lane: ToldLane;
  readonly #crosshair: Crosshair;
  readonly #tooltip: Tooltip;
  readonly #readout: Readout;
  readonly #unsubscribe: () => void;
  #reading: Reading | null = null;
  /** Where the pointer is, in the plot. */
  readonly #pointer = { x: 0, y: 0 };
  /** The place in the plot that the tooltip stands beside while it is pinned. */
  #place = { x: 0, y: 0 };
  /** The pinned time that the tooltip shows already. */
  #pinShown: number | null = null;
  #byKeys = false;

  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore, lane: ToldLane) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#lane = lane;
    this.#crosshair = new Crosshair(element, plot);
    this.#tooltip = new Tooltip(element);
    this.#readout = new Readout(element, plot);
    this.#unsubscribe = store.cursor.subscribe(() => this.#follow());
  }

  remove(): void {
    if (this.#pinsHere) this.unpin();
    this.leave();
    this.#unsubscribe();
    this.#crosshair.remove();
    this.#tooltip.remove();
    this.#readout.remove();
  }

  /** Other data were drawn, or another range. */
  redraw(): void {
    this.#pinShown = null;
    const { layout } = this.#plot;
    if (layout?.spec.lanes && (this.#byKeys || this.#pinsHere)) this.#lane.find(layout);
    this.#follow();
    if (layout && this.#tooltip.open && !this.#pinsHere) this.#tellAgain(layout);
  }

  /** Keeps the time under the cursor on all charts, and the values here, whatever the pointer does; a second time lets go. */
  pin(): void {
    const { cursor } = this.#store;
    if (this.#pinsHere) return this.unpin();
    if (cursor.time === null || cursor.origin !== this || !this.#reading) return;
    this.#place = { ...this.#pointer };
    cursor.pin(cursor.time, this);
  }

  get pinned(): boolean {
    return this.#store.cursor.pinned !== null;
  }

  unpin(): void {
    this.#store.cursor.pin(null, null);
  }

  get #pinsHere(): boolean {
    return this.pinned && this.#store.cursor.pinner === this;
  }

  /** Moves the shared cursor to a place in the window; what is pinned stays. Tells whether that is on the time axis. */
  hover(clientX: number, clientY: number): boolean {
    // Asked once, before anything is drawn: after it the answer would have to wait for a layout.
    const rect = this.#element.getBoundingClientRect();
    const time = timeAt(this.#element, this.#plot, clientX, rect);
    const depth = depthAt(this.#element, this.#plot, clientY, rect);
    if (time === null) {
      this.leave();
    } else {
      if (!this.#pinsHere) this.#lane.point(this.#plot.layout, depth);
      this.#byKeys = false;
      this.#moveTo(time, clientX, clientY, rect);
    }
    return depth > 1;
  }

  leave(): void {
    if (!this.#pinsHere) this.hideValues();
    if (this.#store.cursor.origin === this) this.#store.cursor.move(null, null);
  }

  hideValues(): void {
    this.#tooltip.hide();
  }

  /** Index of the step under the cursor; without one that beside the range from which `count` steps lead into it. */
  indexFor({ spec, indices: [, last] }: PlotLayout, count: number): number {
    const { time } = this.#store.cursor;
    return time === null ? last + (count < 0 ? 1 : 0) : indexBefore(spec.times, time);
  }

  /** Moves the shared cursor by keys, to the middle of the step that begins at `start`, ms; what is pinned is let go. */
  goTo(start: number, { spec, view }: PlotLayout): Reading | null {
    const { box } = this.#plot;
    if (!box) return null;
    if (this.#pinsHere) this.unpin();
    this.#byKeys = true;
    const rect = this.#element.getBoundingClientRect();
    const middle = start + spec.step / 2;
    const scale = scaleOf(this.#element, rect);
    const x = rect.left + leftOf(box, view.range, middle) * scale;
    return this.#moveTo(middle, x, rect.top + (box.top + box.height / 3) * scale, rect);
  }

  #moveTo(time: number, clientX: number, clientY: number, rect: DOMRect): Reading | null {
    this.#pointer.x = clientX - rect.left;
    this.#pointer.y = clientY - rect.top;
    this.#store.cursor.move(time, this);
    if (this.#pinsHere) return this.#reading;
    const reading = this.#reading;
    const { layout } = this.#plot;
    if (reading && layout && !this.#store.state.brushing)
      this.#tooltip.show(layout, reading, clientX, clientY, rect, this.#lane.height);
    else this.hideValues();
    return reading;
  }

  /** The crosshair stands where the pointer is on this chart, else where it is pinned, else where it is on another. */
  #follow(): void {
    const { time, origin, pinned } = this.#store.cursor;
    const here = this.#pinsHere;
    if (here && pinned === this.#pinShown) return;
    const mine = origin === this && !here;
    const shown = mine ? time : (pinned ?? time);
    this.#tooltip.pinned = here;
    if (!here && (!mine || this.#pinShown !== null)) this.hideValues();
    this.#pinShown = here ? pinned : null;
    this.#reading = this.#crosshair.show(shown);
    this.#readout.show(shown, mine || here ? null : this.#reading);
    if (here) this.#showPinned();
  }

  /** Other data, or another time, stand under a pointer that rests; what keys went to stands elsewhere, or not at all. */
  #tellAgain(layout: PlotLayout): void {
    const rect = this.#element.getBoundingClientRect();
    const { x, y } = this.#pointer;
    const { time } = this.#store.cursor;
    const { box } = this.#plot;
    if (!this.#byKeys) {
      this.hover(rect.left + x, rect.top + y);
    } else if (this.#reading && time !== null && box) {
      const left = leftOf(box, layout.view.range, time);
      this.#moveTo(time, rect.left + left * scaleOf(this.#element, rect), rect.top + y, rect);
    } else {
      this.hideValues();
    }
  }

  #showPinned(): void {
    const { layout } = this.#plot;
    // Another range is shown, and the time is not in it.
    if (!this.#reading || !layout) return this.unpin();
    const rect = this.#element.getBoundingClientRect();
    this.#tooltip.show(
      layout,
      this.#reading,
      rect.left + this.#place.x,
      rect.top + this.#place.y,
      rect,
      this.#lane.height,
    );
  }
}
