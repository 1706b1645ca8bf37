import type { RangeSpec } from '../core/index.js';

/** Steps that are remembered. */
const DEPTH = 50;

/** Back and forward, as in a browser: a new step forgets what lay ahead. */
export class RangeHistory {
  readonly #behind: RangeSpec[] = [];
  readonly #ahead: RangeSpec[] = [];

  get canGoBack(): boolean {
    return this.#behind.length > 0;
  }

  get canGoForward(): boolean {
    return this.#ahead.length > 0;
  }

  leave(current: RangeSpec): void {
    this.#behind.push(current);
    this.#behind.splice(0, this.#behind.length - DEPTH);
    this.#ahead.length = 0;
  }

  /** What was before `current`; `undefined` at the first. */
  back(current: RangeSpec): RangeSpec | undefined {
    return this.#move(this.#behind, this.#ahead, current);
  }

  forward(current: RangeSpec): RangeSpec | undefined {
    return this.#move(this.#ahead, this.#behind, current);
  }

  clear(): void {
    this.#behind.length = this.#ahead.length = 0;
  }

  #move(from: RangeSpec[], to: RangeSpec[], current: RangeSpec): RangeSpec | undefined {
    const target = from.pop();
    if (target) to.push(current);
    return target;
  }
}
