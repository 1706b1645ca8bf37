import { systemClock, type Clock } from './clock.js';
import { earlierNeed } from './earlier-need.js';
import { Latest } from './latest.js';
import type { Need } from './need.js';
import { queryCacheOf } from './query-cache.js';
import { replicaStates } from './replica-states.js';
import { requestFor } from './request-for.js';
import { seekReplicas } from './seek-replicas.js';
import type { TimeframeState } from './state.js';

/** Who was there then is waited for so long, ms; those who are known do until it comes. */
const PATIENCE = 3_000;

/** A time frame, as far as its replicas of then are sought. */
interface Compared {
  readonly state: TimeframeState;
}

/**
 * The replicas of the range that a time frame compares with, while all but some are chosen: after a rollout they have
 * other names than those of now.
 */
export class EarlierReplicas {
  readonly #timeframe: Compared;
  readonly #clock: Clock;
  #patience: number | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #seeking = new Latest();
  /** The source, and how much earlier. */
  #of: readonly unknown[] = [];
  /** What was sought last. */
  #sought: readonly unknown[] = [];
  /** The range that was chosen, as text, when they were found; `null` before they were. */
  #found: string | null = null;
  /** All that were found: who has left the range since is asked for all the same, so that the question stays. */
  #names: ReadonlySet<string> = new Set();

  constructor(timeframe: Compared, clock = systemClock) {
    this.#timeframe = timeframe;
    this.#clock = clock;
  }

  /** Calls `listener` when they are found, not at once. Returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#forget();
    };
  }

  /** Another range was chosen than the one of which they are known; not while one that follows the clock goes on. */
  get seeking(): boolean {
    const { except, compare, rangeText } = this.#timeframe.state;
    return except !== null && compare !== '' && this.#found !== rangeText;
  }

  /**
   * What a need for that range asks for in place of the replicas of now, nothing where these were chosen by name; `null`
   * before anything is known of them.
   */
  choice(): Pick<Need, 'replicas'> | null {
    const { state } = this.#timeframe;
    const { except, compare } = state;
    if (!except || !compare) {
      this.#forget();
      return {};
    }
    this.#seek(state);
    if (this.#found === null) return null;
    // Where nobody tells who was there then, those of now are asked for.
    if (this.#names.size === 0) return {};
    const names = [...this.#names].filter((name) => !except.includes(name));
    return { replicas: names.length > 0 ? names : null };
  }

  #seek(state: TimeframeState): void {
    const { source, compare, rangeText, range, metrics, barStep, timezone } = state;
    const of = [source, compare];
    if (!isSameList(of, this.#of)) this.#forget();
    this.#of = of;
    const sought = [rangeText, range, metrics, barStep, timezone];
    // While a range only goes on, a slow source gets to its end.
    const isOnItsWay = this.#seeking.running && this.#sought[0] === rangeText;
    if (!source || metrics === undefined || isOnItsWay || isSameList(sought, this.#sought)) return;
    this.#sought = sought;
    const found = (names: readonly (string | undefined)[]): void => {
      this.#clock.clearTimeout(this.#patience);
      this.#take(names, rangeText);
    };
    this.#clock.clearTimeout(this.#patience);
    this.#patience = this.#clock.setTimeout(() => found([]), PATIENCE);
    const request = requestFor(earlierNeed(replicaStates, compare), state);
    this.#seeking.run(
      (signal) => seekReplicas(source, metrics, request, queryCacheOf(source), signal),
      found,
      () => found([]),
    );
  }

  #take(names: readonly (string | undefined)[], rangeText: string): void {
    const all = new Set([...this.#names, ...names.filter((name) => name !== undefined)]);
    const isNews = this.#found !== rangeText || all.size > this.#names.size;
    this.#names = all;
    this.#found = rangeText;
    if (isNews) for (const listener of [...this.#listeners]) listener();
  }

  #forget(): void {
    this.#seeking.cancel();
    this.#clock.clearTimeout(this.#patience);
    this.#of = this.#sought = [];
    this.#names = new Set();
    this.#found = null;
  }
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, i) => part === b[i]);

const all = new WeakMap<Compared, EarlierReplicas>();

/** Those of a time frame: all its charts seek them once. */
export function earlierReplicasOf(timeframe: Compared): EarlierReplicas {
  let replicas = all.get(timeframe);
  if (!replicas) all.set(timeframe, (replicas = new EarlierReplicas(timeframe)));
  return replicas;
}
