import type { Plot } from '../../../plot/index.js';
import { leftOf } from '../plot-time.js';
import type { Reading } from './crosshair.js';
import { rowsAt } from './tooltip.js';
import { ValueRows } from './value-rows.js';

/** More rows would hide the plot. */
const MOST_ROWS = 4;
/** CSS pixels between the line and the box. */
const OFF = 8;
/** The cursor has come to rest when it was still for so long, ms. */
const REST = 60;

/** One timer for all charts and many moves: to set it anew with each would cost more than to look again. */
const waiting = new Set<Readout>();
let timer: ReturnType<typeof setTimeout> | undefined;
let moved = false;

function writeAtRest(readout: Readout): void {
  waiting.add(readout);
  moved = true;
  timer ??= setTimeout(rest, REST);
}

function rest(): void {
  timer = moved ? setTimeout(rest, REST) : undefined;
  if (moved) {
    moved = false;
    return;
  }
  for (const readout of waiting) readout.write();
  waiting.clear();
}

/**
 * What a chart has at the time of a cursor that is on another one: a small box beside the line. It comes when the cursor
 * rests: values that change with each move nobody can read, and with many charts they would cost more than the cursor.
 */
export class Readout {
  readonly #plot: Plot;
  readonly #rows = new ValueRows('readout');
  #time: number | null = null;
  #reading: Reading | null = null;

  constructor(element: HTMLElement, plot: Plot) {
    this.#plot = plot;
    const box = this.#rows.element;
    box.setAttribute('part', 'readout');
    box.setAttribute('aria-hidden', 'true');
    box.hidden = true;
    element.append(box);
  }

  remove(): void {
    waiting.delete(this);
    this.#rows.element.remove();
  }

  /** The values of `reading` beside the line at `time` (ms); nothing where there is none. */
  show(time: number | null, reading: Reading | null): void {
    const moved = time !== this.#time;
    this.#time = time;
    this.#reading = reading;
    const box = this.#rows.element;
    if (!reading || reading.index < 0) {
      if (!box.hidden) box.hidden = true;
    } else if (!moved && !box.hidden) {
      // New data, or another size.
      this.write();
    } else {
      if (!box.hidden) box.hidden = true;
      writeAtRest(this);
    }
  }

  write(): void {
    const { box, layout } = this.#plot;
    const time = this.#time;
    const reading = this.#reading;
    if (time === null || !reading || reading.index < 0 || !box || !layout) return;
    const x = leftOf(box, layout.view.range, time);
    const after = x < box.left + box.width / 2;
    const place = Math.round(x + (after ? OFF : -OFF));
    // Over the data, rather over the line than over the scale: what is left of a number there would read as another one.
    const left = after
      ? `min(${place}px, ${Math.floor(box.left + box.width)}px - 100%)`
      : `max(${Math.ceil(box.left)}px, ${place}px - 100%)`;
    const { element } = this.#rows;
    element.style.transform = `translate(${left}, ${box.top}px)`;
    this.#rows.fill(rowsAt(layout, reading.index, NaN, MOST_ROWS).filter(({ total }) => !total));
    element.hidden = false;
  }
}
