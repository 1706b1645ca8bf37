import { DAY, formatTime, INTERACTION_WORDS, LIFE_WORDS, MINUTE, shiftRange } from '../../../core/index.js';
import { hasValues, type Plot, type PlotSpec } from '../../../plot/index.js';
import { Latest, type TimeframeStore } from '../../../timeframe/index.js';
import { loadLate } from '../../base/load-late.js';
import { observeSight } from '../../base/sight.js';
import type { ComparedChart } from '../comparison/earlier-layer.js';
import { drawnColumns, lastStep } from './last-step.js';

const lastDataFinder = loadLate(() => import('./find-last-data.js'));

/** From so long ago on the year is told, ms. */
const LONG_AGO = 300 * DAY;

/**
 * The way out of a range without data: a button that goes to the last data. What the chart has seen is offered at once;
 * then the source is asked, where the chart is in sight, once for each thing that is shown.
 */
export class LastData {
  readonly #element: HTMLElement;
  readonly #plot: Plot;
  readonly #store: TimeframeStore;
  readonly #chart: ComparedChart;
  readonly #button = document.createElement('button');
  /** The last specification that had values in view, and the source that it is of. */
  #seen: PlotSpec | null = null;
  #source: unknown = null;
  #empty = true;
  /** What the source was asked for last. */
  #asked: readonly unknown[] = [];
  readonly #asking = new Latest();
  #inSight = false;
  #stopLooking: (() => void) | null = null;
  /** The end of the last data that the source has, ms. */
  #found: number | null = null;

  constructor(element: HTMLElement, plot: Plot, store: TimeframeStore, chart: ComparedChart) {
    this.#element = element;
    this.#plot = plot;
    this.#store = store;
    this.#chart = chart;
    this.#button.className = 'action';
    this.#button.addEventListener('click', () => {
      const end = this.#end();
      const { range: shown, barStep } = store.state;
      // To the end of the bar that has it, of those that are shown.
      if (end !== null) {
        const bars = Math.ceil((end - shown.to) / barStep);
        store.request({ type: 'zoom', range: shiftRange(shown, bars * barStep) });
      }
    });
  }

  /** After each drawing. */
  redraw(): void {
    const { layout } = this.#plot;
    const { source } = this.#store.state;
    if (source !== this.#source) this.#seen = null;
    this.#source = source;
    this.#empty = !layout || !hasValues(layout.spec, layout.indices);
    if (layout && !this.#empty) this.#seen = layout.spec;
  }

  /** After each rendering of what is beside the canvas. */
  offer(): void {
    const words = this.#empty ? this.#element.querySelector('.message p:not(.error)') : null;
    if (!words) {
      if (this.#stopLooking) this.remove();
      return;
    }
    this.#stopLooking ??= observeSight(this.#element, (inSight) => {
      this.#inSight = inSight;
      this.#ask();
    });
    this.#ask();
    const end = this.#end();
    if (end === null) return this.#button.remove();
    const { timezone, locale, now } = this.#store.state;
    const time = formatTime(end, timezone, locale, now - end > LONG_AGO ? DAY : MINUTE);
    const lanes = this.#plot.layout?.spec.lanes;
    this.#button.textContent = lanes ? LIFE_WORDS.lastReplica(time) : INTERACTION_WORDS.lastData(time);
    if (words.nextElementSibling !== this.#button) words.after(this.#button);
  }

  remove(): void {
    this.#button.remove();
    this.#asking.cancel();
    this.#asked = [];
    this.#inSight = false;
    this.#found = null;
    this.#stopLooking?.();
    this.#stopLooking = null;
  }

  #ask(): void {
    if (!this.#inSight) return;
    const { state } = this.#store;
    const { source, rangeText, replicas } = state;
    const asked = [source, rangeText, replicas, JSON.stringify(this.#chart.needs()[0])];
    if (asked.every((one, i) => one === this.#asked[i])) return;
    this.#asked = asked;
    this.#found = null;
    this.#asking.run(
      async (signal) => {
        const loaded = await lastDataFinder();
        return loaded && { end: await loaded.findLastData(this.#chart, state, signal) };
      },
      (found) => {
        // What could not be loaded is wished for again with the next drawing.
        if (!found) return void (this.#asked = []);
        this.#found = found.end;
        this.offer();
      },
      // The way is not shown; what fails for the range itself is told by the chart.
      () => undefined,
    );
  }

  /** ms; `null` where nothing is known. */
  #end(): number | null {
    if (this.#found !== null) return this.#found;
    const specs = [this.#plot.layout?.spec, this.#seen].filter((spec) => spec !== undefined && spec !== null);
    return lastEnd(specs);
  }
}

/** The end of the last value of the first specification that has any, ms; `null` where none has. */
function lastEnd(specs: readonly PlotSpec[]): number | null {
  for (const spec of specs) {
    const at = lastStep(drawnColumns(spec));
    if (at !== null) return at + spec.step;
  }
  return null;
}
