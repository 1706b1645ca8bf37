import { html, nothing, render, type TemplateResult } from 'lit';
import {
  dayAt,
  formatOffset,
  formatRange,
  parseRange,
  readRangeInput,
  RANGE_WORDS,
  resolveRange,
  type TimeRange,
} from '../../core/index.js';
import type { TimeframeStore } from '../../timeframe/index.js';
import { recentRanges } from '../base/recent-ranges.js';
import { zoomOf } from '../base/zoom-of.js';
import { adoptStyles } from '../chart/adopt-styles.js';
import { placeBelow } from '../chart/menu/place-below.js';
import { Calendar } from './calendar.js';
import { compareChoice } from './compare-choice.js';
import { presetButtons } from './presets.js';
import { rangeName } from './range-name.js';
import { RangeForm, type FieldName, type FieldProblem } from './range-form.js';
import { panelStyles } from './range-panel.styles.js';

/** CSS pixels to the edge of the window. */
const EDGE = 8;

/** Where a range is written as text or by its two ends, chosen by the calendar, or taken from those used before. */
export class RangePanel {
  readonly #button: HTMLButtonElement;
  readonly #store: () => TimeframeStore | null;
  readonly #box = document.createElement('div');
  readonly #calendar = new Calendar(
    (day) => this.#chooseDay(day),
    () => this.#render(),
  );
  #form = new RangeForm('', { from: 0, to: 0 }, 'UTC');
  #locale: string | undefined;
  #current = '';
  #recent: readonly string[] = [];
  #problem: FieldProblem | null = null;
  #understood = true;
  #touched = false;

  constructor(button: HTMLButtonElement, store: () => TimeframeStore | null) {
    this.#button = button;
    this.#store = store;
    adoptStyles(button.getRootNode(), panelStyles);
    const box = this.#box;
    box.className = 'panel';
    box.tabIndex = -1;
    box.setAttribute('part', 'range-panel');
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', RANGE_WORDS.choose);
    // The browser closes it on Escape and on a press outside.
    box.popover = 'auto';
    box.addEventListener('toggle', ({ newState }) => {
      button.setAttribute('aria-expanded', newState === 'open' ? 'true' : 'false');
      if (newState === 'open') this.#opened();
    });
    box.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#prepare();
      else if (box.matches(':focus-within')) button.focus();
    });
    button.addEventListener('click', ({ pointerType }: PointerEvent) => (this.#touched = pointerType === 'touch'));
    button.after(box);
    // WebKit lets the press that is being handled toggle it too, and so closes what it opened.
    setTimeout(() => (button.popoverTargetElement = box));
  }

  /** Opens it, and from then on by each press of the button; `touched` is by a finger. */
  show(touched: boolean): void {
    this.#touched = touched;
    if (this.#box.isConnected && !this.#box.matches(':popover-open')) this.#box.showPopover();
  }

  close(): void {
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
  }

  #prepare(): void {
    const store = this.#store();
    if (!store) return;
    const { range, rangeText, relative, timezone, locale } = store.state;
    this.#form = new RangeForm(relative ? rangeText : '', range, timezone);
    this.#calendar.day = this.#form.days.last;
    this.#understood = true;
    this.#locale = locale;
    this.#current = rangeText;
    // One that follows the clock may be none at another time of day.
    const isOther = (text: string): boolean =>
      text !== rangeText && 'text' in readRangeInput(text, Date.now(), timezone);
    this.#recent = recentRanges(store).filter(isOther);
    this.#problem = null;
    this.#render();
  }

  #opened(): void {
    placeBelow(this.#box, this.#button, false);
    const { left, right } = this.#box.getBoundingClientRect();
    const over = right - document.documentElement.clientWidth + EDGE;
    if (over > 0) this.#box.style.left = `${Math.max(EDGE, left - over) / zoomOf(this.#box)}px`;
    // A field would bring up the keyboard of a phone, over what is to be touched.
    if (this.#touched) this.#box.focus();
    else this.#field('text')?.select();
  }

  #field(name: FieldName): HTMLInputElement | null {
    return this.#box.querySelector(`input[name=${name}]`);
  }

  #render(): void {
    const { zone, range, goesOn, days } = this.#form;
    const today = dayAt(Date.now(), zone);
    render(
      html`<form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          this.#apply();
        }}
      >
        ${presetButtons(this.#current, (text) => this.#take(text))}
        <div class="fields">
          ${this.#input('text', RANGE_WORDS.text, RANGE_WORDS.example)}
          <div class="ends">${this.#input('from', RANGE_WORDS.from)} ${this.#input('to', RANGE_WORDS.to)}</div>
          <p id="problem" role="alert">${this.#problem?.words}</p>
          <p role="status">${this.#problem || !this.#understood ? '' : this.#worded(range, goesOn)}</p>
          <p>${RANGE_WORDS.zone(zone, formatOffset(range.from, zone, this.#locale))}</p>
          <button class="apply">${RANGE_WORDS.apply}</button>
          ${compareChoice(this.#store()?.state.compare ?? '', (compare) => this.#store()?.setState({ compare }))}
          ${this.#recentList()}
        </div>
        <div class="calendar">${this.#calendar.render({ ...days, today }, this.#locale)}</div>
      </form>`,
      this.#box,
    );
  }

  #input(name: FieldName, label: string, example = ''): TemplateResult {
    const wrong = this.#problem?.field === name;
    return html`<label>
      <span>${label}</span>
      <input
        name=${name}
        autocomplete="off"
        spellcheck="false"
        placeholder=${example}
        .value=${this.#form.fields[name]}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? 'problem' : nothing}
        @input=${(event: Event) => this.#write(name, event)}
        @keydown=${(event: KeyboardEvent) => this.#toPresets(event)}
      />
    </label>`;
  }

  #recentList(): TemplateResult | typeof nothing {
    if (this.#recent.length === 0) return nothing;
    return html`<h3 id="recent">${RANGE_WORDS.recent}</h3>
      <ul aria-labelledby="recent">
        ${this.#recent.map((text) => html`<li><button type="button" @click=${() => this.#take(text)}>${this.#label(text)}</button></li>`)}
      </ul>`;
  }

  #label(text: string): string {
    const { zone } = this.#form;
    const name = rangeName(text);
    if (name) return name;
    const spec = parseRange(text, Date.now(), zone);
    return this.#worded(resolveRange(spec, Date.now(), zone), spec.kind !== 'absolute');
  }

  #worded(range: TimeRange, goesOn: boolean): string {
    const words = formatRange(range, this.#form.zone, this.#locale, this.#store()?.state.now);
    return goesOn ? RANGE_WORDS.goesOn(words) : words;
  }

  #write(name: FieldName, { target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#understood = this.#form.write(name, target.value);
    if (this.#understood) this.#calendar.day = name === 'from' ? this.#form.days.first : this.#form.days.last;
    this.#problem = null;
    this.#render();
  }

  /** From a field, as to the list of a box that takes both. */
  #toPresets(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#box.querySelector<HTMLElement>('.presets [tabindex="0"]')?.focus();
  }

  #chooseDay(day: number): void {
    this.#calendar.day = day;
    this.#form.choose(day);
    this.#understood = true;
    this.#problem = null;
    this.#render();
    this.#box.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }

  #apply(): void {
    const input = this.#form.read();
    if ('text' in input) return this.#take(input.text);
    this.#problem = input;
    this.#render();
    const field = this.#field(input.field);
    field?.focus();
    field?.setSelectionRange(input.at, input.at + input.length);
  }

  #take(text: string): void {
    this.#box.hidePopover();
    this.#store()?.request({ type: 'range', text });
  }
}
