import { html, nothing, render, type TemplateResult } from 'lit';
import { formatCount, MENU_WORDS, WORDS } from '../../../core/index.js';
import type { Plot } from '../../../plot/index.js';
import { lanePage } from './lane-table.js';
import { tablePage, type TablePage } from './table-rows.js';

/** The data of a plot as a table in its place, a page of rows at a time: steps, or of lanes their intervals. */
export class TableView {
  readonly #plot: Plot;
  readonly #body: HTMLElement | null;
  readonly #heading: string;
  readonly #box = document.createElement('div');
  #page = 0;

  /** `element` is the plot's; it keeps its place and is hidden. */
  constructor(element: HTMLElement, plot: Plot, heading: string) {
    this.#plot = plot;
    this.#heading = heading;
    this.#body = element.parentElement;
    this.#box.className = 'table';
    this.#box.setAttribute('part', 'table');
    element.after(this.#box);
    this.#body?.classList.add('tabled');
    this.redraw();
  }

  remove(): void {
    this.#body?.classList.remove('tabled');
    this.#box.remove();
  }

  redraw(): void {
    const { layout } = this.#plot;
    if (!layout) return;
    const { spec, view } = layout;
    const { locale } = view;
    const page = (spec.lanes ? lanePage : tablePage)(spec, view, this.#page);
    this.#page = page.page;
    render(page.all > 0 ? this.#table(page, locale) : html`<p>${spec.none ?? WORDS.noData}</p>`, this.#box);
  }

  #table(page: TablePage, locale: string | undefined): TemplateResult {
    return html`<div class="rows" tabindex="0" role="region" aria-label=${MENU_WORDS.table(this.#heading)}>
        <table>
          ${
            page.caption
              ? html`<caption>
                  ${page.caption}
                </caption>`
              : nothing
          }
          <thead>
            <tr>
              ${page.head.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${page.rows.map(
              ([name, ...values]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${values.map((value) => html`<td>${value}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${page.pages > 1 ? this.#pager(page, locale) : nothing}`;
  }

  #pager({ page, pages, first, last, all }: TablePage, locale: string | undefined): TemplateResult {
    const [from = '', to = '', of = ''] = [first, last, all].map((count) => formatCount(count, locale));
    return html`<nav aria-label=${MENU_WORDS.pages}>
      ${this.#button('«', MENU_WORDS.first, 0, page > 0)} ${this.#button('‹', MENU_WORDS.before, page - 1, page > 0)}
      <span role="status">${MENU_WORDS.rows(from, to, of)}</span>
      ${this.#button('›', MENU_WORDS.next, page + 1, page < pages - 1)}
      ${this.#button('»', MENU_WORDS.last, pages - 1, page < pages - 1)}
    </nav>`;
  }

  /** What leads nowhere keeps the focus, so that keys can go on from it. */
  #button(sign: string, label: string, target: number, leads: boolean): TemplateResult {
    return html`<button
      class="action"
      aria-label=${label}
      aria-disabled=${leads ? 'false' : 'true'}
      @click=${() => {
        if (leads) this.#show(target);
      }}
    >
      ${sign}
    </button>`;
  }

  #show(page: number): void {
    this.#page = page;
    this.redraw();
    const rows = this.#box.querySelector('.rows');
    if (rows) rows.scrollTop = 0;
  }
}
