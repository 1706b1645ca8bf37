import { INTERACTION_WORDS, type Frame } from '../../../core/index.js';
import { indexBefore, type Plot, type PlotLayout } from '../../../plot/index.js';
import type { Need, Timeframe } from '../../../timeframe/index.js';
import { stepRange, type RangeStep } from '../../base/range-steps.js';
import { adoptStyles } from '../adopt-styles.js';
import { ChartTools } from '../chart-tools.js';
import type { ComparedChart } from '../comparison/earlier-layer.js';
import { Crosshair, type Reading } from '../cursor/crosshair.js';
import { Readout } from '../cursor/readout.js';
import { spokenReading } from '../cursor/spoken-reading.js';
import { Tooltip } from '../cursor/tooltip.js';
import { LaneControl } from '../lanes/lane-control.js';
import type { ToolChart } from '../tool-chart.js';
import { Announcer } from './announcer.js';
import { Brush } from './brush.js';
import { drawAround } from './draw-around.js';
import { Hand } from './hand.js';
import { interactionStyles } from './interaction.styles.js';
import { keyActions } from './keyboard.js';
import { pinchZoom } from './pinch.js';
import { timeAt } from './plot-time.js';
import { pointerGestures, type Gestures } from './pointer.js';
import { wheelZoom } from './wheel.js';

/** What a pointer, a finger or a key does on a plot: cursor, tooltip, selection, moves of the range. Loaded after the first drawing. */
export class Interaction {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: Timeframe;
  readonly #crosshair: Crosshair;
  readonly #tooltip: Tooltip;
  readonly #brush: Brush;
  readonly #hand: Hand;
  readonly #announcer: Announcer;
  readonly #tools: ChartTools;
  readonly #pointers: Gestures;
  readonly #undo: readonly (() => void)[];
  #reading: Reading | null = null;
  readonly #readout: Readout;
  /** The place in the plot that the tooltip stands beside while it is pinned. */
  #place = { x: 0, y: 0 };
  /** The pinned time that the tooltip shows already. */
  #pinShown: number | null = null;
  readonly #pointer = { x: 0, y: 0 };
  readonly #lanes: LaneControl;
  #byKeys = false;

  constructor(
    element: HTMLElement,
    plot: Plot,
    store: Timeframe,
    chart: ToolChart,
    hide: (keys: ReadonlySet<string>, alone: boolean) => void,
    draw: (frameOf: (need: Need) => Frame | null) => void,
    compared: ComparedChart,
  ) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    adoptStyles(element.getRootNode(), interactionStyles);
    this.#crosshair = new Crosshair(element, plot);
    this.#tooltip = new Tooltip(element);
    this.#readout = new Readout(element, plot);
    this.#brush = new Brush(element, plot, store);
    this.#hand = new Hand(element, plot, store);
    this.#announcer = new Announcer(element);
    this.#tools = new ChartTools(element, plot, store, chart, hide, compared);
    const keys = element.parentElement?.querySelector('#keys');
    if (keys) keys.textContent = INTERACTION_WORDS.keys;
    const pointers = (this.#pointers = pointerGestures(element, this));
    // After these: over the name of a lane the pointer has another shape.
    this.#lanes = new LaneControl(element, plot, store, (words) => this.#announcer.say(words));
    this.#undo = [
      store.cursor.subscribe(() => this.#follow()),
      store.subscribe(({ brushing }) => {
        if (brushing || !(this.selecting || this.moving)) return;
        // Another range came from elsewhere: what is still pressed is of another view, and begins nothing anew.
        this.#brush.forget();
        this.#hand.cancel();
        pointers.release();
      }),
      drawAround(store, draw),
      pointers.stop,
      pinchZoom(element, this.#hand, () => {
        // The range follows both fingers, not also the first one.
        pointers.release();
        this.#brush.cancel();
      }),
      wheelZoom(element, plot, store),
      keyActions(element, this),
      this.#lanes.stop,
    ];
  }

  detach(): void {
    this.cancel();
    if (this.#pinsHere) this.unpin();
    this.leave();
    this.#tools.remove();
    for (const undo of this.#undo) undo();
    this.#crosshair.remove();
    this.#tooltip.remove();
    this.#readout.remove();
    this.#brush.remove();
    this.#announcer.remove();
  }

  /** Puts the crosshair where the shared cursor is, or what is pinned; the table follows the plot. */
  redraw(): void {
    this.#tools.redraw();
    this.#pinShown = null;
    const { layout } = this.#plot;
    const lanes = layout?.spec.lanes;
    if (lanes && (this.#byKeys || this.#pinsHere)) this.#lanes.told.find(layout);
    this.#follow();
    if (layout && this.#tooltip.open && !this.#pinsHere) this.#tellAgain(layout);
  }

  /** What is beside the canvas was rendered. */
  updated(): void {
    this.#tools.updated();
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

  /** Moves the shared cursor to a place in the window; what is pinned stays. */
  hover(clientX: number, clientY: number): boolean {
    // Asked once, before anything is drawn: after it the answer would have to wait for a layout.
    const rect = this.#element.getBoundingClientRect();
    const time = this.timeAt(clientX, rect);
    const { top = 0, height = 0 } = this.#plot.box ?? {};
    const below = clientY - rect.top - top;
    if (time === null) {
      this.leave();
    } else {
      if (!this.#pinsHere) this.#lanes.told.point(this.#plot.layout, below / height);
      this.#byKeys = false;
      this.#cursorTo(time, clientX, clientY, rect);
    }
    return below > height;
  }

  leave(): void {
    if (!this.#pinsHere) this.#tooltip.hide();
    if (this.#store.cursor.origin === this) this.#store.cursor.move(null, null);
  }

  /** Moves the cursor by steps of this chart, and says what stands there. */
  step(count: number, select: boolean): void {
    const { layout, box } = this.#plot;
    if (!layout || !box) return;
    const { spec, view, indices } = layout;
    const [first, last] = indices;
    const { time } = this.#store.cursor;
    const current = time === null ? last + (count < 0 ? 1 : 0) : indexBefore(spec.times, time);
    const index = Math.max(first, Math.min(last, current + count));
    const start = spec.times[index];
    if (start === undefined) return;
    if (select) {
      this.#brush.begin(spec.times[Math.max(first, Math.min(last, current))] ?? start);
    } else {
      this.cancel();
    }
    if (this.#pinsHere) this.unpin();
    if (!spec.lanes) this.#lanes.told.point(layout, Number.NaN);
    this.#byKeys = true;
    const rect = this.#element.getBoundingClientRect();
    const middle = start + spec.step / 2;
    const x = rect.left + box.left + ((middle - view.range.from) / (view.range.to - view.range.from)) * box.width;
    const reading = this.#cursorTo(middle, x, rect.top + box.top + box.height / 3, rect);
    this.#brush.extendToStep(start, spec.step);
    if (reading) this.#announcer.say(this.#words(reading));
  }

  /** The cursor goes to another lane. */
  lane(count: number): boolean {
    return this.#lanes.go(count, () => this.step(0, false));
  }

  toggleLane(alone: boolean): boolean {
    return this.#lanes.toggle(alone);
  }

  get selecting(): boolean {
    return this.#brush.active;
  }

  select(time: number): void {
    this.#brush.begin(time);
  }

  extendTo(clientX: number): void {
    this.#brush.extendTo(clientX);
  }

  finishAt(clientX: number): void {
    this.#tooltip.hide();
    this.#brush.finishAt(clientX);
  }

  finish(): void {
    this.#tooltip.hide();
    this.#brush.finish();
  }

  get moving(): boolean {
    return this.#hand.active;
  }

  isOnAxis(clientY: number): boolean {
    const { box } = this.#plot;
    return box !== null && clientY > this.#element.getBoundingClientRect().top + box.top + box.height;
  }

  grab(clientX: number): void {
    this.#tooltip.hide();
    this.leave();
    this.#hand.begin({ middle: clientX, distance: 1 });
  }

  dragTo(clientX: number): void {
    this.#hand.move({ middle: clientX, distance: 1 });
  }

  drop(): void {
    this.#hand.finish();
  }

  cancel(): void {
    this.#pointers.release();
    this.#brush.cancel();
    this.#hand.cancel();
  }

  back(wide: boolean): void {
    this.stepRange(wide ? 'wider' : 'back');
  }

  stepRange(step: RangeStep): void {
    this.cancel();
    stepRange(this.#store, step);
  }

  timeAt(clientX: number, rect?: DOMRect): number | null {
    return timeAt(this.#element, this.#plot, clientX, rect);
  }

  #cursorTo(time: number, clientX: number, clientY: number, rect: DOMRect): Reading | null {
    this.#pointer.x = clientX - rect.left;
    this.#pointer.y = clientY - rect.top;
    this.#store.cursor.move(time, this);
    if (this.#pinsHere) return this.#reading;
    const reading = this.#reading;
    const { layout } = this.#plot;
    if (reading && layout && !this.#store.state.brushing)
      this.#tooltip.show(layout, reading, clientX, clientY, rect, this.#lanes.told.height);
    else this.#tooltip.hide();
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
    if (!here && (!mine || this.#pinShown !== null)) this.#tooltip.hide();
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
      const { from, to } = layout.view.range;
      this.#cursorTo(time, rect.left + box.left + ((time - from) / (to - from)) * box.width, rect.top + y, rect);
    } else {
      this.#tooltip.hide();
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
      this.#lanes.told.height,
    );
  }

  #words(reading: Reading): string {
    const { layout } = this.#plot;
    if (!layout) return '';
    const notes = this.#tools.annotations.wordsBetween(reading.time, reading.time + reading.step);
    return spokenReading(layout, reading, this.#lanes.told.height, notes);
  }
}
