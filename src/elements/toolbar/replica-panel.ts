import { html, nothing, render, type TemplateResult } from 'lit';
import { REPLICA_WORDS, TOOLBAR_WORDS, type IntervalsFrame } from '../../core/index.js';
import { markClass } from '../../plot/index.js';
import { replicaStates, type TimeframeStore, type Watch } from '../../timeframe/index.js';
import { adoptStyles } from '../chart/adopt-styles.js';
import { placeBelow } from '../chart/menu/place-below.js';
import { listKey } from './list-keys.js';
import { listReplicas, toggled, type ListedReplica } from './replica-list.js';
import { replicaPanelStyles, roleStyles } from './replica-panel.styles.js';

const NONE = -1;

/** The list in which replicas are chosen: all, or any of them, by search, pointer or keys. */
export class ReplicaPanel {
  readonly #button: HTMLButtonElement;
  readonly #store: () => TimeframeStore | null;
  readonly #box = document.createElement('div');
  #watch: Watch | null = null;
  #unsubscribe: (() => void) | null = null;
  #states: IntervalsFrame | null = null;
  #sought = '';
  /** Place in the list where keys act: 0 is all, and NONE is none, where a search finds nothing. */
  #active = 0;

  constructor(button: HTMLButtonElement, store: () => TimeframeStore | null) {
    this.#button = button;
    this.#store = store;
    const root = button.getRootNode();
    adoptStyles(root, replicaPanelStyles);
    adoptStyles(root, roleStyles);
    const box = this.#box;
    box.className = 'replicas';
    box.setAttribute('part', 'replica-panel');
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', REPLICA_WORDS.panel);
    // The browser closes it on Escape and on a press outside.
    box.popover = 'auto';
    box.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#open();
      else this.#rest();
    });
    box.addEventListener('toggle', ({ newState }) => {
      button.setAttribute('aria-expanded', newState === 'open' ? 'true' : 'false');
    });
    button.after(box);
  }

  /** Opens it, and from then on by each press of the button. */
  show(): void {
    // Within the press that loaded it the button would close it again.
    setTimeout(() => {
      this.#button.popoverTargetElement = this.#box;
      if (this.#box.isConnected && !this.#box.matches(':popover-open')) this.#box.showPopover();
    });
  }

  #open(): void {
    const store = this.#store();
    this.#sought = '';
    this.#active = 0;
    const metrics = store?.state.metrics;
    if (store && (!metrics || metrics.includes(replicaStates.metric))) {
      this.#watch = store.watch(replicaStates, ({ frame }) => {
        this.#states = frame?.kind === 'intervals' ? frame : null;
        this.#render();
      });
    }
    this.#unsubscribe = store?.subscribe(() => this.#render()) ?? null;
    this.#render();
    // It is open and has a place only after this event.
    queueMicrotask(() => this.#placed());
  }

  #placed(): void {
    if (!this.#box.matches(':popover-open')) return;
    placeBelow(this.#box, this.#button.parentElement ?? this.#button, false);
    this.#list?.focus();
  }

  /** Closes it; what leaves the page with its toolbar the browser closes without a word. */
  close(): void {
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
    else this.#rest();
  }

  #rest(): void {
    if (this.#box.matches(':focus-within')) this.#button.focus();
    this.#watch?.close();
    this.#unsubscribe?.();
    this.#watch = this.#unsubscribe = this.#states = null;
  }

  get #list(): HTMLElement | null {
    return this.#box.querySelector('[role=listbox]');
  }

  get #listed(): readonly ListedReplica[] {
    const state = this.#store()?.state;
    return state ? listReplicas(state, this.#states) : [];
  }

  get #found(): readonly ListedReplica[] {
    const sought = this.#sought.trim().toLowerCase();
    return this.#listed.filter(({ name }) => name.toLowerCase().includes(sought));
  }

  #render(): void {
    const chosen = this.#store()?.state.replicas ?? null;
    const found = this.#found;
    if (this.#active > found.length) this.#active = found.length || NONE;
    if (this.#active === NONE && found.length > 0) this.#active = 1;
    const option = (nth: number, on: boolean, content: TemplateResult | string): TemplateResult =>
      html`<li
        id="option-${nth}"
        role="option"
        class=${nth === this.#active ? 'active' : ''}
        aria-selected=${on ? 'true' : 'false'}
        @click=${() => this.#choose(nth)}
      >
        ${content}
      </li>`;
    render(
      html`<input
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder=${REPLICA_WORDS.search}
          aria-label=${REPLICA_WORDS.search}
          aria-controls="options"
          .value=${this.#sought}
          @input=${(event: Event) => this.#search(event)}
          @keydown=${(event: KeyboardEvent) => this.#fromSearch(event)}
        />
        <ul
          id="options"
          role="listbox"
          tabindex="0"
          aria-label=${TOOLBAR_WORDS.replica}
          aria-multiselectable="true"
          aria-activedescendant=${this.#active === NONE ? nothing : `option-${this.#active}`}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
        >
          ${option(0, chosen === null, TOOLBAR_WORDS.all)}
          ${found.map((one, i) => option(i + 1, chosen?.includes(one.name) ?? false, label(one)))}
        </ul>
        <p role="status">
          ${this.#sought ? (found.length > 0 ? REPLICA_WORDS.found(found.length) : REPLICA_WORDS.none) : ''}
        </p>`,
      this.#box,
    );
  }

  #search({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#sought = target.value;
    // What Enter chooses is the first that was found.
    this.#active = this.#sought ? 1 : 0;
    this.#render();
  }

  #fromSearch(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter') this.#choose(this.#active);
    else this.#list?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const action = listKey(event, this.#active, this.#found.length);
    if (!action) return;
    event.preventDefault();
    if (action.all) this.#choose(0);
    if (action.to !== undefined) this.#move(action.to);
    if (action.toggles) this.#choose(this.#active);
    if (action.seek) this.#seek(action.seek);
  }

  #move(to: number): void {
    this.#active = to;
    this.#render();
    this.#box.querySelector(`#option-${to}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** A letter goes on in the search. */
  #seek(letter: string): void {
    const input = this.#box.querySelector('input');
    if (!input) return;
    input.focus();
    input.value += letter;
    input.dispatchEvent(new Event('input'));
  }

  #choose(nth: number): void {
    const store = this.#store();
    const name = this.#found[nth - 1]?.name;
    if (!store || (nth !== 0 && name === undefined)) return;
    this.#active = nth;
    const replicas = name === undefined ? null : toggled(name, store.state, this.#listed);
    store.request({ type: 'replicas', replicas });
    this.#render();
  }
}

const label = ({ name, slot, status, ended }: ListedReplica): TemplateResult =>
  html`<i class="dot ${slot === undefined ? '' : markClass(`replica-${slot}`)}"></i
    ><span class="replica">${name}</span>${
      status ? html`<span class=${ended ? 'status ended' : 'status'}>${status}</span>` : nothing
    }`;
