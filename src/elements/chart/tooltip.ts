import { formatSpan, formatTime, WORDS } from '../../core/index.js';
import type { PlotLayout } from '../../plot/index.js';
import type { Reading } from './crosshair.js';
import { swatchClass } from './legend.js';
import { tooltipRows, type TooltipRow } from './tooltip-rows.js';

/** Distance from the pointer, CSS pixels. */
const OFF = 16;

interface RowCells {
  readonly row: HTMLElement;
  readonly swatch: HTMLElement;
  readonly label: HTMLElement;
  readonly value: HTMLElement;
  readonly share: HTMLElement;
}

/** The box with the values at the cursor. Texts go into it as text, never as markup. */
export class Tooltip {
  readonly #box = cell('div', 'tooltip');
  readonly #head = cell('div', 'tooltip-head');
  readonly #body = cell('div', 'tooltip-rows');
  #rows: RowCells[] = [];
  #open = false;

  constructor(element: HTMLElement) {
    this.#box.setAttribute('part', 'tooltip');
    this.#box.setAttribute('aria-hidden', 'true');
    // The top layer: nothing on the page cuts it off.
    this.#box.popover = 'manual';
    this.#box.append(this.#head, this.#body);
    element.append(this.#box);
  }

  remove(): void {
    this.#box.remove();
  }

  hide(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#box.hidePopover();
  }

  /** `clientX`, `clientY` in the window; `plot` is the plot's box there. */
  show(layout: PlotLayout, reading: Reading, clientX: number, clientY: number, plot: DOMRect): void {
    const { spec, shown, view } = layout;
    write(this.#head, tooltipHead(layout, reading));
    const rows = reading.index < 0 ? [] : tooltipRows(spec, shown, reading.index, view.locale);
    while (this.#rows.length < rows.length) this.#rows.push(this.#addRow());
    this.#rows.forEach((cells, i) => fill(cells, rows[i]));
    this.#place(clientX, clientY, plot);
    if (this.#open) return;
    this.#open = true;
    this.#box.showPopover();
  }

  /** Beside the pointer, on the side with more room; on a narrow window above or below the plot. Never reads layout. */
  #place(x: number, y: number, plot: DOMRect): void {
    const narrow = innerWidth < 560;
    const wantedX = narrow ? `${x}px - 50%` : x > innerWidth / 2 ? `${x - OFF}px - 100%` : `${x + OFF}px`;
    const above = plot.top > innerHeight - plot.bottom;
    const wantedY = !narrow ? `${y}px - 50%` : above ? `${plot.top}px - 100%` : `${plot.bottom}px`;
    const clamp = (value: string, room: string): string => `clamp(4px, ${value}, ${room} - 100% - 4px)`;
    this.#box.style.transform = `translate(${clamp(wantedX, '100vw')}, ${clamp(wantedY, '100vh')})`;
  }

  #addRow(): RowCells {
    const cells = {
      row: cell('div', 'tooltip-row'),
      swatch: cell('i', ''),
      label: cell('span', 'tooltip-label'),
      value: cell('b', ''),
      share: cell('span', 'tooltip-share'),
    };
    cells.row.append(cells.swatch, cells.label, cells.value, cells.share);
    this.#body.append(cells.row);
    return cells;
  }
}

/** The step under the cursor in words: `24 Nov 10:20 – 10:21`. */
export function tooltipHead({ view, spec }: PlotLayout, { time, step, index }: Reading): string {
  const at = formatTime(time, view.timezone, view.locale, spec.step);
  const words = index < 0 ? WORDS.noValue : formatSpan(step);
  const unfinished = index >= 0 && time + step > spec.completeUntil ? `, ${WORDS.unfinished}` : '';
  return `${at} · ${words}${unfinished}`;
}

function fill(cells: RowCells, row: TooltipRow | undefined): void {
  if (cells.row.hidden !== !row) cells.row.hidden = !row;
  if (!row) return;
  const classes = row.mark ? swatchClass({ shade: 0, ...row.mark }) : 'swatch none';
  if (cells.swatch.className !== classes) cells.swatch.className = classes;
  write(cells.label, row.label);
  write(cells.value, row.value);
  write(cells.share, row.share);
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function cell(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
