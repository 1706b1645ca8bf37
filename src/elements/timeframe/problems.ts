import { errorOf } from '../../core/index.js';

/** What is wrong with the settings of a time frame, each until the same one is mended. */
export class Problems {
  readonly #errors = new Map<string, Error>();
  #taken: ReadonlySet<Error> = new Set();

  /** Does what sets this; what is thrown becomes its problem. */
  try(setting: string, act: () => void): void {
    try {
      act();
      this.#errors.delete(setting);
    } catch (reason) {
      const error = errorOf(reason);
      if (this.#errors.get(setting)?.message !== error.message) this.#errors.set(setting, error);
    }
  }

  drop(setting: string): void {
    this.#errors.delete(setting);
  }

  /** The last of all; `null` where all is well. */
  get last(): Error | null {
    return [...this.#errors.values()].at(-1) ?? null;
  }

  /** Those that were not taken before. */
  take(): readonly Error[] {
    const before = this.#taken;
    this.#taken = new Set(this.#errors.values());
    return [...this.#taken].filter((error) => !before.has(error));
  }

  /** Whoever listens from now on has heard of none. */
  forget(): void {
    this.#taken = new Set();
  }
}
