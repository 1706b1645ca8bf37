import { systemClock, type Clock } from './clock.js';

/** Dues this close together are served in one go, ms. */
export const TOGETHER = 100;

/** A timer cannot wait longer, ms. */
const LONGEST_WAIT = 2 ** 31 - 1;

interface Alarm {
  /** As it was set, ms. */
  readonly set: number;
  /** The same by the clock as it goes now, ms. */
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
  /** What it showed last, ms. */
  #last = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `run` once when `due` (ms) has come, with until when it has; replaces the member's alarm before. */
  set(member: object, due: number, run: (until: number) => void): void {
    this.#now();
    this.#alarms.set(member, { set: due, due, run });
    this.#wind();
  }

  clear(member: object): void {
    if (this.#alarms.delete(member)) this.#wind();
  }

  /** The clock's time, ms. Where it was set back all alarms go back with it: time that has passed is not taken back. */
  #now(): number {
    const now = this.#clock.now();
    const back = this.#last - now;
    this.#last = now;
    if (back > 0)
      for (const [member, alarm] of this.#alarms) this.#alarms.set(member, { ...alarm, due: alarm.due - back });
    return now;
  }

  #wind(): void {
    const now = this.#now();
    const next = Math.min(...Array.from(this.#alarms.values(), (alarm) => alarm.due));
    if (next === this.#rings) return;
    this.#rings = next;
    this.#clock.clearTimeout(this.#timer);
    if (next === Infinity) return;
    const wait = Math.min(LONGEST_WAIT, Math.max(0, next - now));
    this.#expected = now + wait;
    this.#timer = this.#clock.setTimeout(() => this.#ring(), wait);
  }

  #ring(): void {
    this.#rings = Infinity;
    this.#last = this.#expected;
    const now = this.#now();
    const due = [...this.#alarms].filter(([, alarm]) => alarm.due <= now + TOGETHER);
    for (const [member] of due) this.#alarms.delete(member);
    for (const [, { set, run }] of due) run(Math.max(now, set) + TOGETHER);
    this.#wind();
  }
}

const shared = new RefreshClock(systemClock);

/** The page's one refresh clock; a clock of a test's own gets one of its own. */
export function refreshClockOf(clock: Clock): RefreshClock {
  return clock === systemClock ? shared : new RefreshClock(clock);
}
