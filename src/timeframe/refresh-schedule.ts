import { Latest } from './latest.js';
import type { Answer, Need } from './need.js';
import { TOGETHER } from './refresh-clock.js';
import { ALONE, isOver, LIVE, nextTurn, type Turn } from './refresh-plan.js';
import type { TimeframeState } from './state.js';

/** A source that pushes is asked at most this often, ms. */
const PUSHED_INTERVAL = 1_000;
/** Pages that are open anywhere ask within this of a step's end, ms, not all at its very end. */
const SPREAD = 2_000;

/** When all charts of a time frame are asked again. */
export class RefreshSchedule {
  /** The source has pushed since they were asked. */
  pushed = false;
  #last: number;
  #turn = ALONE;
  #lookUp: (() => Promise<Turn>) | null = null;
  readonly #looking = new Latest();
  /** This page's own part of `SPREAD`, and at most of a quarter of an interval. */
  readonly #share = Math.random();
  readonly #changed: () => void;

  /** `changed` is called where another turn means another moment. */
  constructor(now: number, changed: () => void) {
    this.#last = now;
    this.#changed = changed;
  }

  /** They are asked, at `now` (ms). */
  began(now: number): void {
    this.#last = now;
    this.pushed = false;
    this.#look();
  }

  /** Looks up the turn now and with each refresh; `null` goes on alone. */
  takeTurns(lookUp: (() => Promise<Turn>) | null): void {
    this.#lookUp = lookUp;
    this.#turn = ALONE;
    this.#look();
  }

  /** ms; `Infinity` where they are not. A clock that was set back, so that it shows less than when they were asked, begins anew. */
  due(
    now: number,
    state: TimeframeState,
    asking: readonly { readonly answer: Answer; readonly need?: Need }[],
  ): number {
    this.#last = Math.min(this.#last, now);
    const { refresh, refreshText } = state;
    const pushed = this.pushed ? this.#last + PUSHED_INTERVAL : Infinity;
    if (refresh === null || isOver(state, asking)) return pushed;
    if (this.#turn.of < 2 && refreshText !== LIVE) return Math.min(pushed, this.#last + refresh);
    const spread = this.#share * Math.min(SPREAD, refresh / 4);
    return Math.min(pushed, nextTurn(this.#last, refresh, this.#turn, spread, TOGETHER));
  }

  #look(): void {
    if (!this.#lookUp) return this.#looking.cancel();
    this.#looking.run(
      this.#lookUp,
      (turn) => {
        this.#turn = turn;
        this.#changed();
      },
      // Where it cannot be told, as in a sandboxed frame, it stays.
      () => undefined,
    );
  }
}
