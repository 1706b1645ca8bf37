import { INTERACTION_WORDS, type Frame } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import type { Need, TimeframeStore } from '../../../timeframe/index.js';
import { stepRange, type RangeStep } from '../../base/range-steps.js';
import { adoptStyles } from '../adopt-styles.js';
import { laterStyles } from '../later.styles.js';
import { mediumStyles } from '../medium.styles.js';
import { ChartTools } from '../chart-tools.js';
import type { ComparedChart } from '../comparison/earlier-layer.js';
import type { Reading } from '../cursor/crosshair.js';
import { PlotCursor } from '../cursor/plot-cursor.js';
import { spokenReading } from '../cursor/spoken-reading.js';
import { LaneControl } from '../lanes/lane-control.js';
import { ToldLane } from '../lanes/told-lane.js';
import type { ToolChart } from '../tool-chart.js';
import { Announcer } from './announcer.js';
import { Brush } from './brush.js';
import { drawAround } from './draw-around.js';
import { Hand } from './hand.js';
import { interactionStyles } from './interaction.styles.js';
import { keyActions } from './keyboard.js';
import { pinchZoom } from './pinch.js';
import { depthAt, timeAt } from '../plot-time.js';
import { pointerGestures, type Gestures } from './pointer.js';
import { wheelZoom } from './wheel.js';

/** What a chart has once it is drawn, and what a gesture may do with it. */
export interface Drawn {
  readonly element: HTMLElement;
  readonly plot: Plot;
  readonly store: TimeframeStore;
  readonly chart: ToolChart;
  /** Switches these marks off and all others on; `alone`: for all but one. */
  readonly hide: (keys: ReadonlySet<string>, alone: boolean) => void;
  /** Draws other frames in place of the answers. */
  readonly draw: (frameOf: (need: Need) => Frame | null) => void;
  readonly compared: ComparedChart;
}

/** What a pointer, a finger or a key does on a plot: cursor, tooltip, selection, moves of the range. Loaded after the first drawing. */
export class Interaction {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #cursor: PlotCursor;
  readonly #brush: Brush;
  readonly #hand: Hand;
  readonly #announcer: Announcer;
  readonly #tools: ChartTools;
  readonly #pointers: Gestures;
  readonly #undo: readonly (() => void)[];
  readonly #lanes: LaneControl;
  /** The lane that the cursor is on. */
  readonly #lane = new ToldLane();

  constructor({ element, plot, store, chart, hide, draw, compared }: Drawn) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    for (const sheet of [interactionStyles, laterStyles, mediumStyles]) adoptStyles(element.getRootNode(), sheet);
    this.#cursor = new PlotCursor(element, plot, store, this.#lane);
    this.#brush = new Brush(element, plot, store);
    this.#hand = new Hand(element, plot, store);
    this.#announcer = new Announcer(element);
    this.#tools = new ChartTools(element, plot, store, chart, hide, compared);
    const keys = element.parentElement?.querySelector('#keys');
    if (keys) keys.textContent = INTERACTION_WORDS.keys;
    const pointers = (this.#pointers = pointerGestures(element, this));
    // After these: over the name of a lane the pointer has another shape.
    this.#lanes = new LaneControl(element, plot, store, this.#lane, (words) => this.#announcer.say(words));
    this.#undo = [
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
    this.#cursor.remove();
    this.#tools.remove();
    for (const undo of this.#undo) undo();
    this.#brush.remove();
    this.#announcer.remove();
  }

  /** Cursor and table follow the plot. */
  redraw(): void {
    this.#tools.redraw();
    this.#cursor.redraw();
  }

  /** What is beside the canvas was rendered. */
  updated(): void {
    this.#tools.updated();
  }

  pin(): void {
    this.#cursor.pin();
  }

  get pinned(): boolean {
    return this.#cursor.pinned;
  }

  unpin(): void {
    this.#cursor.unpin();
  }

  hover(clientX: number, clientY: number): boolean {
    return this.#cursor.hover(clientX, clientY);
  }

  leave(): void {
    this.#cursor.leave();
  }

  /** Moves the cursor by steps of this chart, and says what stands there. */
  step(count: number, select: boolean): void {
    const { layout } = this.#plot;
    if (!layout) return;
    const { spec, indices } = layout;
    const [first, last] = indices;
    const within = (index: number): number => Math.max(first, Math.min(last, index));
    const current = this.#cursor.indexFor(layout, count);
    const start = spec.times[within(current + count)];
    if (start === undefined) return;
    if (select) this.#brush.begin(spec.times[within(current)] ?? start);
    else this.cancel();
    if (!spec.lanes) this.#lane.point(layout, NaN);
    const reading = this.#cursor.goTo(start, layout);
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
    this.#cursor.hideValues();
    this.#brush.finishAt(clientX);
  }

  finish(): void {
    this.#cursor.hideValues();
    this.#brush.finish();
  }

  get moving(): boolean {
    return this.#hand.active;
  }

  isOnAxis(clientY: number): boolean {
    return depthAt(this.#element, this.#plot, clientY) > 1;
  }

  grab(clientX: number): void {
    this.#cursor.hideValues();
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

  #words(reading: Reading): string {
    const { layout } = this.#plot;
    if (!layout) return '';
    const notes = this.#tools.annotations.wordsBetween(reading.time, reading.time + reading.step);
    return spokenReading(layout, reading, this.#lane.height, notes);
  }
}
