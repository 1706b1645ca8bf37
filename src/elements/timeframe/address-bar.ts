import { SAVED_WORDS } from '../../core/index.js';
import { readAddress, writeAddress, type SavedPart, type SavedState } from '../../timeframe/index.js';

/** Who keeps its state under a prefix; the first one does, the others wait until it goes. */
const users = new Map<string, AddressBar[]>();

/** Browsers refuse, or stop, a page that makes more entries: so many in so many ms, of all time frames together. */
const MOST_ENTRIES = 40;
const ENTRIES_WITHIN = 30_000;
const entries: number[] = [];

/** The part of the page's address that belongs to one time frame. */
export class AddressBar {
  readonly prefix: string;
  /** A page of another path has parameters of its own, also while a router has not taken the time frame away yet. */
  readonly #path = location.pathname;
  readonly #warn: (message: string) => void;

  constructor(prefix: string, warn: (message: string) => void) {
    this.prefix = prefix;
    this.#warn = warn;
    const others = users.get(prefix) ?? [];
    users.set(prefix, [...others, this]);
    if (others.length > 0) warn(SAVED_WORDS.sameNames(prefix));
  }

  /** The address is still that of the page it was made on. */
  get isHere(): boolean {
    return location.pathname === this.#path;
  }

  /** What stands there for this time frame, not checked. */
  read(): Readonly<Record<string, unknown>> {
    return this.#isFirst ? readAddress(location.search, this.prefix) : {};
  }

  /**
   * Puts it there: as another entry of the history, or in place of the one that is shown. Parts that the state does not
   * have go, but for those that are left.
   */
  write(state: Partial<SavedState>, isLeft: (part: SavedPart) => boolean, asEntry: boolean): void {
    if (!this.#isFirst) return;
    const url = new URL(location.href);
    const next = writeAddress(url.search, this.prefix, state, isLeft);
    if (next === url.search) return;
    url.search = next;
    try {
      // What a router keeps with its entry stays.
      if (asEntry && mayAddEntry()) history.pushState(history.state, '', url);
      else history.replaceState(history.state, '', url);
    } catch (reason) {
      this.#warn(SAVED_WORDS.noEntry(String(reason)));
    }
  }

  close(): void {
    users.set(
      this.prefix,
      (users.get(this.prefix) ?? []).filter((other) => other !== this),
    );
  }

  get #isFirst(): boolean {
    return users.get(this.prefix)?.[0] === this;
  }
}

function mayAddEntry(): boolean {
  const now = Date.now();
  if (entries.length >= MOST_ENTRIES && now - (entries[0] ?? 0) < ENTRIES_WITHIN) return false;
  entries.push(now);
  entries.splice(0, entries.length - MOST_ENTRIES);
  return true;
}
