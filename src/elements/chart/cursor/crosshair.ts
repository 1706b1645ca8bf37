import {
  indexAt,
  MARK_KINDS,
  markClass,
  type Mark,
  type Plot,
  type PlotBox,
  type PlotLayout,
} from '../../../plot/index.js';
import { makeElement } from '../make-element.js';

/** What stands under the cursor. */
export interface Reading {
  /** Index of the step that holds the cursor's time. */
  readonly index: number;
  /** Start of the step and its length, ms. */
  readonly time: number;
  readonly step: number;
}

/** The line through all charts at the cursor's time, with a dot on each line of this one. */
export class Crosshair {
  readonly #plot: Plot;
  readonly #layer = makeElement('div', 'overlay');
  readonly #line = makeElement('div', 'crosshair');
  readonly #column = makeElement('div', 'column');
  #dots: readonly HTMLElement[] = [];
  #marks: readonly Mark[] = [];

  constructor(element: HTMLElement, plot: Plot) {
    this.#plot = plot;
    this.#layer.append(this.#column, this.#line);
    this.#layer.hidden = true;
    element.append(this.#layer);
  }

  remove(): void {
    this.#layer.remove();
  }

  /** Shows the time, or nothing where it is `null` or out of view; tells what stands there. */
  show(time: number | null): Reading | null {
    const { layout, box } = this.#plot;
    const inside = time !== null && layout && box && time >= layout.view.range.from && time <= layout.view.range.to;
    if (this.#layer.hidden === inside) this.#layer.hidden = !inside;
    if (!inside) return null;
    const { spec, view, shown } = layout;
    const perMs = box.width / (view.range.to - view.range.from);
    const x = box.left + (time - view.range.from) * perMs;
    const index = indexAt(spec.times, spec.step, time);
    const start = spec.times[index];
    move(this.#line, Math.round(x), box.top);
    size(this.#line, null, box.height);
    if (shown !== this.#marks) this.#makeDots(shown);
    const bars = shown.some(({ kind }) => MARK_KINDS[kind].filled);
    if (this.#column.hidden !== !(bars && start !== undefined)) this.#column.hidden = !(bars && start !== undefined);
    if (start !== undefined) {
      const left = Math.max(box.left, box.left + (start - view.range.from) * perMs);
      const right = Math.min(box.left + box.width, box.left + (start + spec.step - view.range.from) * perMs);
      if (bars) {
        move(this.#column, left, box.top);
        size(this.#column, right - left, box.height);
      } else {
        this.#moveDots(layout, index, box.left + (start + spec.step / 2 - view.range.from) * perMs, box);
      }
    } else {
      for (const dot of this.#dots) dot.hidden = true;
    }
    return start === undefined ? { index: -1, time, step: 0 } : { index, time: start, step: spec.step };
  }

  #makeDots(shown: readonly Mark[]): void {
    for (const dot of this.#dots) dot.remove();
    this.#dots = shown
      .filter(({ kind }) => MARK_KINDS[kind].points)
      .map(({ role, shade }) => makeElement('div', `dot ${markClass(role, shade)}`));
    this.#layer.append(...this.#dots);
    this.#marks = shown;
  }

  #moveDots({ shown, layers, y, place }: PlotLayout, index: number, x: number, { top, height }: PlotBox): void {
    const perUnit = height / (y.max - y.min);
    let n = 0;
    for (const { kind, key, values } of shown) {
      const dot = MARK_KINDS[kind].points ? this.#dots[n++] : undefined;
      if (!dot) continue;
      const value = (layers.get(key)?.top ?? values)[index] ?? NaN;
      const missing = Number.isNaN(value);
      if (dot.hidden !== missing) dot.hidden = missing;
      if (!missing) move(dot, x, top + (y.max - (place?.(value) ?? value)) * perUnit);
    }
  }
}

/** To half a pixel: longer numbers take longer to write and to read. */
function move(element: HTMLElement, x: number, y: number): void {
  element.style.transform = `translate(${Math.round(x * 2) / 2}px, ${Math.round(y * 2) / 2}px)`;
}

const sizes = new WeakMap<HTMLElement, { readonly width: number | null; readonly height: number }>();

/** Sets a size only where it differs: a pointer move must not cause a layout. */
function size(element: HTMLElement, width: number | null, height: number): void {
  const before = sizes.get(element);
  if (before?.width === width && before.height === height) return;
  sizes.set(element, { width, height });
  if (width !== null) element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
