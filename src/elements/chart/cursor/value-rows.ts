import { swatchClass } from '../legend.js';
import { makeElement } from '../make-element.js';
import type { TooltipRow } from './tooltip-rows.js';

/** The values at a time, row by row. A row that is not needed stays for later. */
export class ValueRows {
  readonly element: HTMLElement;
  readonly #rows: RowCells[] = [];
  #compared = false;

  constructor(className: string) {
    this.element = makeElement('div', className);
  }

  fill(rows: readonly TooltipRow[]): void {
    while (this.#rows.length < rows.length) {
      const row = new RowCells();
      this.#rows.push(row);
      this.element.append(row.element);
    }
    this.#rows.forEach((cells, i) => cells.fill(rows[i]));
    const compared = rows.some(({ before }) => before !== undefined);
    if (compared !== this.#compared) this.element.classList.toggle('compared', compared);
    this.#compared = compared;
  }
}

/** An element with one text, which is written only when it changes. */
export class TextCell {
  readonly element: HTMLElement;
  readonly #node = document.createTextNode('');
  #text = '';

  constructor(tag: string, className: string) {
    this.element = makeElement(tag, className);
    this.element.append(this.#node);
  }

  write(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#node.data = text;
  }
}

/** Longer names give way to values. */
const SHORT = 13;
/** A longer one and its end, of characters that are about as wide as a digit. */
const NAME_AND_END = /^(.{6,})([ -~]{8})$/;

/** A name that keeps its end where there is no room for all of it: replicas of one deployment differ in their ends. */
class NameCell {
  readonly element = makeElement('bdi', 'tooltip-label');
  readonly #start = new TextCell('span', '');
  readonly #end = new TextCell('span', '');

  constructor() {
    this.element.append(this.#start.element, this.#end.element);
  }

  write(name: string): void {
    const [, start = name, end = ''] = NAME_AND_END.exec(name) ?? [];
    this.#start.write(start);
    this.#end.write(end);
    const { classList } = this.element;
    classList.toggle('long', name.length > SHORT);
    classList.toggle('parted', end !== '');
  }
}

class RowCells {
  readonly element = makeElement('div', 'tooltip-row');
  readonly #swatch = makeElement('i', '');
  readonly #label = new NameCell();
  readonly #value = new TextCell('b', '');
  readonly #share = new TextCell('span', 'tooltip-share');
  readonly #before = new TextCell('span', 'tooltip-before');
  readonly #change = new TextCell('span', 'tooltip-change');
  #classes = '';

  constructor() {
    const cells = [this.#label, this.#value, this.#share, this.#before, this.#change];
    this.element.append(this.#swatch, ...cells.map(({ element }) => element));
  }

  fill(row: TooltipRow | undefined): void {
    if (this.element.hidden !== !row) this.element.hidden = !row;
    if (!row) return;
    const classes = row.mark ? swatchClass({ shade: 0, ...row.mark }) : 'swatch none';
    if (classes !== this.#classes) this.#swatch.className = this.#classes = classes;
    this.#label.write(row.label);
    this.#value.write(row.value);
    this.#share.write(row.share);
    this.#before.write(row.before ?? '');
    this.#change.write(row.change ?? '');
  }
}
