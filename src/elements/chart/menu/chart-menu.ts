import { html, nothing, render } from 'lit';
import { errorOf, MENU_WORDS } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import { adoptStyles } from '../adopt-styles.js';
import { Alone } from './alone.js';
import { headingText } from '../heading-text.js';
import { menuKeys } from './menu-keys.js';
import { menuStyles } from './menu.styles.js';
import { placeBelow } from './place-below.js';
import { fileName, saveFile } from './save-file.js';
import { TableView } from './table-view.js';
import type { ToolChart } from '../tool-chart.js';

interface MenuItem {
  readonly label: string;
  readonly act: () => unknown;
  /** Of an item that is on or off. */
  readonly checked?: boolean;
  /** It tells how it went, and so the menu stays. */
  readonly stays?: boolean;
}

/** What a chart can do besides being looked at: table, CSV, picture, alone on the screen. Loaded when it is opened. */
export class ChartMenu {
  readonly #element: HTMLElement;
  readonly #button: HTMLElement;
  readonly #plot: Plot;
  readonly #chart: ToolChart;
  readonly #box = document.createElement('div');
  #table: TableView | null = null;
  #alone: Alone | null = null;
  /** How copying or saving went. */
  #told = '';
  #letGo = (): void => {};

  constructor(element: HTMLElement, button: HTMLElement, plot: Plot, chart: ToolChart) {
    this.#element = element;
    this.#button = button;
    this.#plot = plot;
    this.#chart = chart;
    adoptStyles(element.getRootNode(), menuStyles);
    this.#box.className = 'menu';
    this.#box.setAttribute('part', 'menu');
    // The browser closes it on Escape and on a press outside.
    this.#box.popover = 'auto';
    this.#box.addEventListener('toggle', ({ newState }) => {
      button.setAttribute('aria-expanded', newState === 'open' ? 'true' : 'false');
    });
    this.#box.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'closed' && this.#box.matches(':focus-within')) button.focus();
    });
    this.#box.addEventListener('keydown', (event) => menuKeys(event, this.#items(), () => this.hide()));
    button.after(this.#box);
  }

  get open(): boolean {
    return this.#box.matches(':popover-open');
  }

  show(atEnd: boolean): void {
    this.#told = '';
    this.#render();
    this.#box.showPopover();
    placeBelow(this.#box, this.#button, true);
    this.#items()
      .at(atEnd ? -1 : 0)
      ?.focus();
  }

  hide(): void {
    if (this.open) this.#box.hidePopover();
  }

  redraw(): void {
    this.#table?.redraw();
  }

  remove(): void {
    this.#alone?.close();
    this.#table?.remove();
    this.#box.remove();
    this.#letGo();
  }

  #heading(): string {
    return headingText(this.#chart.shadowRoot ?? this.#element);
  }

  #items(): HTMLElement[] {
    return [...this.#box.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  }

  #render(): void {
    const entries: readonly MenuItem[] = [
      { label: this.#table ? MENU_WORDS.asChart : MENU_WORDS.asTable, act: () => this.#toggleTable() },
      {
        label: MENU_WORDS.legendValues,
        checked: this.#chart.legendValues ?? false,
        act: () => (this.#chart.legendValues = !this.#chart.legendValues),
      },
      { label: MENU_WORDS.copy, act: () => this.#copy(), stays: true },
      { label: MENU_WORDS.saveCsv, act: () => this.#saveCsv() },
      { label: MENU_WORDS.savePng, act: () => this.#savePng(), stays: true },
      { label: this.#alone ? MENU_WORDS.close : MENU_WORDS.alone, act: () => this.#toggleAlone() },
    ];
    render(
      html`<div role="menu" aria-label=${this.#button.ariaLabel ?? ''}>
          ${entries.map(
            ({ label, checked, act, stays }) =>
              html`<button
                role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked=${checked === undefined ? nothing : checked ? 'true' : 'false'}
                tabindex="-1"
                @click=${() => {
                  if (!stays) this.hide();
                  act();
                }}
              >
                ${label}
              </button>`,
          )}
        </div>
        <p role="status">${this.#told}</p>`,
      this.#box,
    );
  }

  #tell(words: string): void {
    this.#told = words;
    this.#render();
  }

  #toggleTable(): void {
    const table = this.#table;
    this.#table = table ? null : new TableView(this.#element, this.#plot, this.#heading());
    table?.remove();
  }

  #toggleAlone(): void {
    if (this.#alone) return this.#alone.close();
    const card = this.#element.closest<HTMLElement>('.card');
    if (!card) return;
    this.#alone = new Alone(card, () => {
      this.#alone = null;
      this.#button.focus();
    });
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#csv());
      this.#tell(MENU_WORDS.copied);
    } catch {
      this.#tell(MENU_WORDS.notCopied);
    }
  }

  /** With the times that the chart shows. */
  #csv(): string {
    return this.#chart.toCSV(this.#plot.layout?.view.timezone);
  }

  #saveCsv(): void {
    this.#save(new Blob([this.#csv()], { type: 'text/csv;charset=utf-8' }), 'csv');
  }

  async #savePng(): Promise<void> {
    try {
      this.#save(await this.#chart.toPNG(), 'png');
      this.hide();
    } catch (reason) {
      this.#tell(errorOf(reason).message);
    }
  }

  #save(content: Blob, ending: string): void {
    const { layout } = this.#plot;
    this.#letGo();
    this.#letGo = saveFile(content, fileName(this.#heading(), layout?.view.range.from ?? 0, ending));
  }
}
