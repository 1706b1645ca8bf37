import type { ReactiveController, ReactiveElement } from 'lit';
import { SAVED_WORDS } from '../../core/index.js';
import {
  differs,
  parameterOf,
  pickParts,
  readSavedState,
  readSlots,
  replicasText,
  SAVED_PARTS,
  slotsToKeep,
  writeSlots,
  type KeptSlot,
  type ReplicaChoice,
  type ReplicaSlot,
  type SavedPart,
  type SavedState,
  type TimeframeStore,
} from '../../timeframe/index.js';
import { afterPaint } from '../base/after-paint.js';
import { emit } from '../base/emit.js';
import { addRecent, recentRanges } from '../base/recent-ranges.js';
import { AddressBar } from './address-bar.js';
import { watchPage } from './page-watch.js';
import { readRanges } from './read-ranges.js';
import { StateStorage } from './state-storage.js';

/** The element of the time frame. */
interface KeptHost extends ReactiveElement {
  readonly syncUrl: string | boolean | null;
  readonly storageKey: string | null;
  readonly store: TimeframeStore;
}

/** Told before somebody's choice is shown. */
const CHOICES = ['ie-range-change', 'ie-replicas-change', 'ie-view-change'] as const;
/** A page that refuses a choice and sets one of its own does it within this time, ms. */
const AFTER_CHOICE = 1_000;

/** A view that the address names may come later than the time frame, by so many ms. */
const VIEWS_WAIT = 3_000;

/** Parts that make an entry in the browser's history when somebody chooses them. */
const ENTRIES: readonly SavedPart[] = ['range', 'replicas', 'view'];

/**
 * Keeps what is chosen of a time frame in the address and in storage: what they have at first is shown in place of what
 * the attributes say, the address first. Only what differs from those is written.
 */
export class Link implements ReactiveController {
  readonly #host: KeptHost;
  readonly #store: TimeframeStore;
  /** What the attributes said at first, which an address without anything means. */
  readonly #first: SavedState;
  /** What they say now, but for what only echoes a choice. */
  #home: SavedState;
  /** The same with echoes, when something changed last. */
  #configured: SavedState;
  #kept: SavedState;
  #address: AddressBar | null = null;
  #storage: StateStorage | null = null;
  /** What the address had for this time frame last, as text. */
  #seen = '';
  /** What storage has. */
  #stored: Partial<SavedState> = {};
  /** Replicas and their places in the palette, also of those that are away. */
  #slots: readonly KeptSlot[] = [];
  #known: readonly ReplicaSlot[];
  #chosenAt = -Infinity;
  #applying = false;
  readonly #told = new Set<string>();
  #unsubscribe: (() => void) | null = null;
  #unwatch: (() => void) | null = null;
  #viewTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KeptHost) {
    this.#host = host;
    this.#store = host.store;
    this.#first = this.#home = this.#configured = this.#store.homeState();
    this.#kept = this.#store.getState();
    this.#known = this.#store.state.knownReplicas;
  }

  hostConnected(): void {
    this.#unsubscribe ??= this.#store.subscribe(() => this.#changed());
    for (const type of CHOICES) this.#host.addEventListener(type, this.#onChoice);
    this.#unwatch ??= watchPage('popstate', () => this.#wentBack());
    this.hostUpdated();
    void this.#release();
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const prefix = prefixOf(this.#host.syncUrl);
    const key = this.#host.storageKey ?? '';
    const otherAddress = prefix !== (this.#address?.prefix ?? null);
    const otherStorage = key !== (this.#storage?.key ?? '');
    if (!otherAddress && !otherStorage) return;
    if (otherAddress) {
      this.#address?.close();
      this.#address = prefix === null ? null : new AddressBar(prefix, this.#warn);
    }
    if (otherStorage) this.#storage = key ? new StateStorage(key, this.#warn) : null;
    this.#follow(false);
    // What was chosen before this was loaded.
    const chosen = pickParts(this.#kept, this.#isChosen);
    const inAddress = this.#inAddress();
    this.#show({ ...(otherStorage && this.#inStorage()), ...inAddress });
    if (inAddress.view) this.#expectView(inAddress.view);
    if (otherStorage && Object.keys(chosen).length > 0) {
      this.#stored = { ...chosen, ...this.#stored };
      this.#writeStorage();
    }
    // What storage gave, a link to the page is to give as well.
    this.#write(false);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    for (const type of CHOICES) this.#host.removeEventListener(type, this.#onChoice);
    this.#unwatch?.();
    this.#unwatch = null;
    clearTimeout(this.#viewTimer);
    this.#address?.close();
    this.#address = null;
  }

  /** The first queries may go; charts of a view that is not shown any more have gone by then. */
  async #release(): Promise<void> {
    if (differs('view', this.#kept, this.#home)) await afterPaint();
    this.#store.hold(0);
  }

  #expectView(view: string): void {
    clearTimeout(this.#viewTimer);
    this.#viewTimer = setTimeout(() => {
      const { views } = this.#store.state;
      if (views.length > 0 && views.every(({ name }) => name !== view)) this.#warn(SAVED_WORDS.noView(view));
    }, VIEWS_WAIT);
  }

  /** A choice that the page may refuse: whatever it makes of it is one. */
  readonly #onChoice = ({ cancelable, target }: Event): void => {
    if (cancelable && target === this.#host) this.#chosenAt = Date.now();
  };

  /** Back and forward of the browser. Where the address has the same for us, as with another hash, nothing is to do. */
  #wentBack(): void {
    if (!this.#address?.isHere) return;
    const before = this.#seen;
    const state = this.#inAddress();
    if (this.#seen === before) return;
    // Replicas that the address has no room for stay.
    const { replicas } = this.#kept;
    this.#show({ ...this.#first, ...(this.#isTooLong('replicas') && { replicas }), ...state }, true);
    this.#remember();
  }

  #changed(): void {
    const { knownReplicas } = this.#store.state;
    if (knownReplicas !== this.#known && knownReplicas.length > 0) this.#writeStorage();
    this.#known = knownReplicas;
    const { range } = this.#kept;
    const chosen = this.#applying || Date.now() - this.#chosenAt < AFTER_CHOICE;
    const changed = this.#follow(chosen);
    if (changed.length === 0 || this.#applying) return;
    this.#chosenAt = -Infinity;
    if (this.#storage && changed.includes('range')) addRecent(this.#store, [range]);
    this.#write(chosen && changed.some((part) => ENTRIES.includes(part)));
    this.#remember();
  }

  /** Takes over what is shown now. Returns the parts that are others. */
  #follow(chosen: boolean): readonly SavedPart[] {
    const state = this.#store.getState();
    const configured = this.#store.homeState();
    const changed = SAVED_PARTS.filter((part) => differs(part, state, this.#kept));
    // What the attributes say anew with what is shown is home; after a choice it is an echo.
    const isHome = (part: SavedPart): boolean =>
      !chosen && differs(part, configured, this.#configured) && !differs(part, configured, state);
    const home = pickParts(configured, (part) => changed.includes(part) && isHome(part));
    this.#home = { ...this.#home, ...home };
    this.#configured = configured;
    this.#kept = state;
    return changed;
  }

  /** It differs from what the attributes say, or said at first, so that a link to the page gives it as well. */
  readonly #isChosen = (part: SavedPart): boolean =>
    differs(part, this.#kept, this.#home) || differs(part, this.#kept, this.#first);

  #write(asEntry: boolean): void {
    if (!this.#address?.isHere) return;
    const state = this.#kept;
    const here = this.#inAddress();
    // What a link says stays in it, also where it is what the attributes say.
    const isWritten = (part: SavedPart): boolean => this.#isChosen(part) || !differs(part, state, here);
    if (this.#isTooLong('replicas')) this.#warn(SAVED_WORDS.manyReplicas(countOf(state.replicas)));
    // What is not understood may be the page's own.
    const isLeft = (part: SavedPart): boolean => !Object.hasOwn(here, part) && !this.#isTooLong(part);
    this.#address.write(pickParts(state, isWritten), isLeft, asEntry);
    this.#inAddress();
  }

  /** What was chosen. */
  #remember(): void {
    this.#stored = pickParts(this.#kept, this.#isChosen);
    this.#writeStorage();
  }

  /** With the replicas that are known now. */
  #writeStorage(): void {
    this.#slots = slotsToKeep(this.#store.state.knownReplicas, this.#slots, Date.now());
    this.#storage?.write(this.#stored, writeSlots(this.#slots), recentRanges(this.#store));
  }

  #isTooLong(part: SavedPart): boolean {
    return part === 'replicas' && replicasText(this.#kept.replicas) === null;
  }

  #show(state: Partial<SavedState>, remember = false): void {
    this.#applying = true;
    try {
      if (Object.keys(state).length > 0) this.#store.setState(state, remember);
    } finally {
      this.#applying = false;
    }
    this.#follow(true);
  }

  #inAddress(): Partial<SavedState> {
    const address = this.#address;
    if (!address) return {};
    const found = address.read();
    this.#seen = JSON.stringify(found);
    return this.#check(found, (part, why) => SAVED_WORDS.address(parameterOf(part, address.prefix), why));
  }

  #inStorage(): Partial<SavedState> {
    const storage = this.#storage;
    if (!storage) return {};
    const found = storage.read();
    const { now, timezone } = this.#store.state;
    const words = (why: string): string => SAVED_WORDS.stored(storage.key, why);
    this.#stored = this.#check(found, (_part, why) => words(why));
    addRecent(
      this.#store,
      [],
      readRanges(found.recent, now, timezone, (why) => this.#warn(words(why))),
    );
    this.#slots = readSlots(found.slots, Date.now());
    if (this.#slots.length > 0) this.#store.keepSlots(this.#slots);
    if (this.#known.length > 0) this.#writeStorage();
    return this.#stored;
  }

  #check(
    found: Readonly<Record<string, unknown>>,
    words: (part: SavedPart, why: string) => string,
  ): Partial<SavedState> {
    const { now, timezone } = this.#store.state;
    return readSavedState(found, now, timezone, (part, why) => this.#warn(words(part, why)));
  }

  /** Each thing once. */
  readonly #warn = (message: string): void => {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    console.warn(message);
    emit(this.#host, 'ie-error', { error: new Error(message) });
  };
}

const countOf = (replicas: ReplicaChoice): number =>
  (replicas && 'except' in replicas ? replicas.except : (replicas ?? [])).length;

/** `null` where the address is left alone. Frameworks may write a boolean as its name. */
function prefixOf(syncUrl: KeptHost['syncUrl']): string | null {
  if (syncUrl === true || syncUrl === 'true') return '';
  return typeof syncUrl === 'string' && syncUrl !== 'false' ? syncUrl.trim() : null;
}
