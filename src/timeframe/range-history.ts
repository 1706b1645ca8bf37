import type { RangeSpec } from '../core/index.js';

/** Steps that are remembered in each direction. */
const DEPTH = 50;

/** Back and forward, as in a browser: a new step forgets what lay ahead. */
export class RangeHistory {
  #behind: readonly RangeSpec[] = [];
  #ahead: readonly RangeSpec[] = [];

  get canGoBack(): boolean {
    return this.#behind.length > 0;
  }

  get canGoForward(): boolean {
    return this.#ahead.length > 0;
  }

  leave(current: RangeSpec): void {
    this.#behind = [...this.#behind, current].slice(-DEPTH);
    this.#ahead = [];
  }

  /** What was before `current`; `undefined` at the first. */
  back(current: RangeSpec): RangeSpec | undefined {
    const target = this.#behind.at(-1);
    if (target === undefined) return undefined;
    this.#behind = this.#behind.slice(0, -1);
    this.#ahead = [...this.#ahead, current];
    return target;
  }

  forward(current: RangeSpec): RangeSpec | undefined {
    const target = this.#ahead.at(-1);
    if (target === undefined) return undefined;
    this.#ahead = this.#ahead.slice(0, -1);
    this.#behind = [...this.#behind, current];
    return target;
  }

  clear(): void {
    this.#behind = this.#ahead = [];
  }
}
