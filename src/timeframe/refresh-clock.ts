import { systemClock, type Clock } from './clock.js';

/** Dues this close together are served in one go, ms. */
export const TOGETHER = 100;

/** A timer cannot wait longer, ms. */
const LONGEST_WAIT = 2 ** 31 - 1;

interface Alarm {
  readonly due: number;
  readonly run: (until: number) => void;
}

/** One timer for all time frames: it runs only while somebody is due. */
export class RefreshClock {
  readonly #clock: Clock;
  readonly #alarms = new Map<object, Alarm>();
  #timer: number | undefined;
  /** What the timer is for, ms; Infinity while there is none. */
  #rings = Infinity;
  /** What the clock is to show when it rings, ms. */
  #expected = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `run` once when `due` (ms) has come, with until when it has; replaces the member's alarm before. */
  set(member: object, due: number, run: (until: number) => void): void {
    this.#alarms.set(member, { due, run });
    this.#wind();
  }

  clear(member: object): void {
    if (this.#alarms.delete(member)) this.#wind();
  }

  #wind(): void {
    const next = Math.min(...Array.from(this.#alarms.values(), (alarm) => alarm.due));
    if (next === this.#rings) return;
    this.#rings = next;
    this.#clock.clearTimeout(this.#timer);
    if (next === Infinity) return;
    const now = this.#clock.now();
    const wait = Math.min(LONGEST_WAIT, Math.max(0, next - now));
    this.#expected = now + wait;
    this.#timer = this.#clock.setTimeout(() => this.#ring(), wait);
  }

  #ring(): void {
    this.#rings = Infinity;
    // A clock that was set back does not take back the time that has passed.
    const until = Math.max(this.#clock.now(), this.#expected) + TOGETHER;
    const due = [...this.#alarms].filter(([, alarm]) => alarm.due <= until);
    for (const [member] of due) this.#alarms.delete(member);
    for (const [, alarm] of due) alarm.run(until);
    this.#wind();
  }
}

const shared = new RefreshClock(systemClock);

/** The page's one refresh clock; a clock of a test's own gets one of its own. */
export function refreshClockOf(clock: Clock): RefreshClock {
  return clock === systemClock ? shared : new RefreshClock(clock);
}
