import { SAVED_WORDS } from '../../core/index.js';
import type { SavedState } from '../../timeframe/index.js';

/** What is written says which form it has. */
const VERSION = 1;

/** What the browser remembers of one time frame. */
export class StateStorage {
  readonly key: string;
  readonly #warn: (message: string) => void;

  constructor(key: string, warn: (message: string) => void) {
    this.key = key;
    this.#warn = warn;
  }

  /** What was stored, not checked. */
  read(): Readonly<Record<string, unknown>> {
    let text: string | null = null;
    try {
      text = localStorage.getItem(this.#name);
    } catch (reason) {
      this.#warn(SAVED_WORDS.noStorage(this.key, String(reason)));
    }
    return text === null ? {} : this.#parse(text);
  }

  /** `slots` as plain data, and the ranges used recently as text. */
  write(state: Partial<SavedState>, slots: readonly unknown[], recent: readonly string[]): void {
    const lists = Object.entries({ slots, recent }).filter(([, list]) => list.length > 0);
    try {
      if (Object.keys(state).length + lists.length === 0) localStorage.removeItem(this.#name);
      else
        localStorage.setItem(this.#name, JSON.stringify({ version: VERSION, ...state, ...Object.fromEntries(lists) }));
    } catch (reason) {
      this.#warn(SAVED_WORDS.noStorage(this.key, String(reason)));
    }
  }

  get #name(): string {
    return `ie-charts/${this.key}`;
  }

  #parse(text: string): Readonly<Record<string, unknown>> {
    try {
      const stored: unknown = JSON.parse(text);
      if (isRecord(stored) && stored.version === VERSION) return stored;
      this.#warn(SAVED_WORDS.stored(this.key, SAVED_WORDS.noState));
    } catch {
      this.#warn(SAVED_WORDS.stored(this.key, SAVED_WORDS.noJson));
    }
    return {};
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
