import { html, nothing, type TemplateResult } from 'lit';
import {
  addMonths,
  dateOf,
  dayOfWeek,
  firstOfMonth,
  formatDay,
  numberFormat,
  RANGE_WORDS,
  weeksOf,
  type CalendarDay,
} from '../../core/index.js';

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** How far a key of the grid goes from a day: as the pattern of the ARIA Authoring Practices has it. */
function keyTarget({ key, shiftKey }: KeyboardEvent, day: CalendarDay, locale: string | undefined): CalendarDay | null {
  switch (key) {
    case 'ArrowLeft':
      return day - 1;
    case 'ArrowRight':
      return day + 1;
    case 'ArrowUp':
      return day - 7;
    case 'ArrowDown':
      return day + 7;
    case 'Home':
      return day - dayOfWeek(day, locale);
    case 'End':
      return day - dayOfWeek(day, locale) + 6;
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}

/** What the calendar marks: days, `last` included. */
export interface MarkedDays {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly today: CalendarDay;
}

/** A month of days to choose from, by pointer or keys. */
export class Calendar {
  /** The day that has the place in the order of tabs; its month is shown. */
  day: CalendarDay = 0;
  readonly #choose: (day: CalendarDay) => void;
  readonly #redraw: () => void;

  constructor(choose: (day: CalendarDay) => void, redraw: () => void) {
    this.#choose = choose;
    this.#redraw = redraw;
  }

  render({ first, last, today }: MarkedDays, locale: string | undefined): TemplateResult {
    const weeks = weeksOf(this.day, locale);
    const month = firstOfMonth(this.day);
    return html`<div class="month">
        ${this.#step(-1, RANGE_WORDS.monthBefore, '‹')}
        <h3 id="month" aria-live="polite">${formatDay(this.day, locale, { month: 'long', year: 'numeric' })}</h3>
        ${this.#step(1, RANGE_WORDS.nextMonth, '›')}
      </div>
      <table role="grid" aria-labelledby="month" @keydown=${(event: KeyboardEvent) => this.#onKey(event, locale)}>
        <thead>
          <tr>
            ${weeks[0]?.map(
              (day) =>
                html`<th scope="col" abbr=${formatDay(day, locale, { weekday: 'long' })}>
                  ${formatDay(day, locale, { weekday: 'short' })}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${weeks.map(
            (week) =>
              html`<tr>
                ${week.map(
                  (day) =>
                    html`<td
                      role="gridcell"
                      class=${firstOfMonth(day) === month ? '' : 'other'}
                      tabindex=${day === this.day ? 0 : -1}
                      aria-label=${formatDay(day, locale, LONG)}
                      aria-selected=${day >= first && day <= last}
                      aria-current=${day === today ? 'date' : nothing}
                      @click=${() => this.#choose(day)}
                    >
                      ${numberFormat(locale, {}).format(dateOf(day))}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #step(months: number, label: string, sign: string): TemplateResult {
    return html`<button
      type="button"
      aria-label=${label}
      @click=${() => {
        this.day = addMonths(this.day, months);
        this.#redraw();
      }}
    >
      ${sign}
    </button>`;
  }

  #onKey(event: KeyboardEvent, locale: string | undefined): void {
    const { key, target, currentTarget } = event;
    if (!(target instanceof HTMLTableCellElement) || !(currentTarget instanceof HTMLElement)) return;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      return this.#choose(this.day);
    }
    const day = keyTarget(event, this.day, locale);
    if (day === null) return;
    event.preventDefault();
    this.day = day;
    this.#redraw();
    currentTarget.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }
}
