import type { Frame, Source } from '../core/index.js';
import type { Clock } from './clock.js';
import type { Answer, Need } from './need.js';
import { NeedWatch, type WatchHost } from './need-watch.js';
import { queryCacheOf } from './query-cache.js';
import { questionKey } from './question-key.js';
import { refreshClockOf, type RefreshClock } from './refresh-clock.js';
import { RefreshSchedule } from './refresh-schedule.js';
import { requestFor } from './request-for.js';
import type { TimeframeState } from './state.js';

/** The first queries wait this long for widths and the source's description, ms. */
const FIRST_WAIT = 50;
/** Where replicas are left out, for the names of the others, ms. */
const NAMES_WAIT = 3_000;

/** What watches know of their time frame, and what they tell it. */
export interface WatchesHost {
  state(): TimeframeState;
  /** The source is about to say what steps may depend on. */
  describing(): boolean;
  /** Another width may mean other steps. */
  widthChanged(): void;
  /** The source's clock, ms, with a frame that came just now. */
  heard(now: number): void;
  /** A refresh is about to ask: the range is to follow the clock. False where it is not to be. */
  refreshing(automatic: boolean): boolean;
  /** These frames are about to be told to the charts. */
  telling(frames: readonly (Frame | null)[]): void;
}

/** All standing needs of a time frame: when each is asked, asked again, and told its answer. */
export class Watches implements WatchHost {
  readonly #clock: Clock;
  readonly #host: WatchesHost;
  readonly #refreshClock: RefreshClock;
  readonly schedule: RefreshSchedule;
  readonly #watches = new Set<NeedWatch>();
  readonly #answered = new Set<NeedWatch>();
  /** So long they wait for what is still to be read, ms. */
  hold = 0;
  #started = false;
  /** The width that the steps are for. */
  #fitted = 0;
  #hidden = false;
  #always = false;
  /** A refresh came during a gesture, and whether it was wished for; `null` for none. */
  #postponed: boolean | null = null;
  #askTimer: number | undefined;
  #asking = false;
  #tellTimer: number | undefined;
  /** The source while there is a watch: it is listened to. */
  #heard: Source | null = null;
  #unsubscribe: (() => void) | undefined;

  constructor(clock: Clock, host: WatchesHost) {
    this.#clock = clock;
    this.#host = host;
    this.#refreshClock = refreshClockOf(clock);
    this.schedule = new RefreshSchedule(clock.now(), () => this.rewind());
  }

  /** CSS pixels of the widest plot that is shown, or was where none is; 0 before one is told. */
  get width(): number {
    return Math.max(0, ...[...this.#watches].map((one) => (one.active ? one.width : 0))) || this.#fitted;
  }

  add(need: Need, listener: (answer: Answer) => void): NeedWatch {
    const watch = new NeedWatch(need, listener, this);
    this.#watches.add(watch);
    this.sightChanged();
    return watch;
  }

  /** Another source: nothing of the one before holds. */
  restart(source: Source | null): void {
    this.#started = false;
    this.schedule.began(this.#clock.now());
    for (const watch of this.#watches) watch.reset(source !== null);
  }

  /** All are to be asked: the question is another one. */
  demand(): void {
    for (const watch of this.#watches) watch.demand('now');
    this.askSoon();
  }

  /** Nothing is asked by the clock while hidden; on return what is overdue is asked at once. */
  hide(hidden: boolean): void {
    this.#hidden = hidden;
    this.rewind();
  }

  /** Goes on while hidden or out of sight, too. */
  goOn(always: boolean): void {
    this.#always = always;
    this.sightChanged();
  }

  /** What a refresh has left out is asked when it comes into sight; where none came meanwhile, it comes first. */
  sightChanged(): void {
    if (this.#started && this.#refreshDue() <= this.#clock.now() && !this.#rests()) return this.refresh(false);
    this.askSoon();
    this.rewind();
  }

  /** Asks for new data; what failed by the clock waits for its own time. */
  refresh(failed = true): void {
    const now = this.#clock.now();
    this.schedule.began(now);
    this.#postponed = this.#host.state().brushing ? failed || this.#postponed === true : null;
    if (this.#postponed === null && this.#host.refreshing(!failed)) {
      for (const watch of this.#watches)
        if (failed || !(watch.retryAt > now && watch.answer.error)) watch.demand('refresh');
      this.askSoon();
    }
    this.rewind();
  }

  /** Makes up for what waited for the end of a gesture. */
  resume(): void {
    if (this.#postponed !== null) this.refresh(this.#postponed);
    this.#tell();
  }

  /** Closes all and ends the timers. */
  close(): void {
    for (const watch of this.#watches) watch.close();
    this.#clock.clearTimeout(this.#askTimer);
    this.#clock.clearTimeout(this.#tellTimer);
  }

  now(): number {
    return this.#clock.now();
  }

  /** With all who wish it before the task at hand is over; a source that answers at once is drawn with the next frame. */
  askSoon(): void {
    if (this.#asking) return;
    this.#asking = true;
    queueMicrotask(() => {
      this.#asking = false;
      this.#clock.clearTimeout(this.#askTimer);
      const { width } = this;
      if (width !== this.#fitted) {
        this.#fitted = width;
        this.#host.widthChanged();
      }
      const waits = !this.#started && (this.hold || width === 0 || this.#host.describing());
      if (!waits) this.#ask();
      else if (this.#watches.size) {
        const wait = this.hold || (this.#host.state().except ? NAMES_WAIT : FIRST_WAIT);
        this.#askTimer = this.#clock.setTimeout(() => this.#ask(), wait);
      }
    });
  }

  /** Answers wait for the others of the same moment, and for the end of a gesture. */
  answered(watch: NeedWatch, asked: Frame | null): void {
    this.#answered.add(watch);
    if (asked) this.#host.heard(asked.now);
    const all = asked && ![...this.#watches].some(({ active, answer }) => active && answer.loading);
    if (all) this.#tell();
    else this.#tellTimer ??= this.#clock.setTimeout(() => this.#tell(), 0);
  }

  closed(watch: NeedWatch): void {
    this.#watches.delete(watch);
    this.#answered.delete(watch);
    this.rewind();
  }

  #ask(): void {
    const state = this.#host.state();
    if (!state.source) return;
    this.#started = true;
    const inSight = this.#inSight();
    for (const watch of new Set([...inSight, ...this.#watches])) {
      const waits = watch.due === 'no' || (watch.due === 'refresh' && !inSight.includes(watch));
      if (watch.active && !waits)
        watch.ask(requestFor(watch.need, state), questionKey(watch.need, state), queryCacheOf(state.source));
    }
  }

  #tell(): void {
    this.#clock.clearTimeout(this.#tellTimer);
    this.#tellTimer = undefined;
    if (this.#host.state().brushing) return;
    const answered = [...this.#answered];
    this.#answered.clear();
    this.#host.telling(answered.map(({ need, answer }) => (need.shift ? null : answer.frame)));
    for (const watch of answered) if (this.#watches.has(watch)) watch.listener(watch.answer);
    this.rewind();
  }

  #tick(until: number): void {
    const { refresh } = this.#host.state();
    if (this.#refreshDue() <= until) return this.refresh(false);
    for (const watch of this.#watches) {
      if (refresh !== null && watch.retryAt <= until) watch.demand('refresh');
      if (watch.remindAt <= until) watch.remind();
    }
    this.askSoon();
  }

  #refreshDue(): number {
    return this.schedule.due(this.#clock.now(), this.#host.state(), this.#inSight());
  }

  /** Those that a refresh asks. */
  #inSight(): NeedWatch[] {
    return [...this.#watches].filter(({ active, visible }) => active && (visible || this.#always));
  }

  #rests(inSight = this.#inSight()): boolean {
    return (this.#hidden && !this.#always) || !this.#heard || inSight.length === 0;
  }

  /** Hears of pushes; `null` of none. */
  #listen(source: Source | null): void {
    if (source === this.#heard) return;
    this.#heard = source;
    this.#unsubscribe?.();
    const pushed = (): void => {
      if (source !== this.#heard) return;
      this.schedule.pushed = true;
      this.rewind();
    };
    const stop = source?.subscribe?.(pushed);
    // A source may return anything.
    this.#unsubscribe = typeof stop === 'function' ? stop : undefined;
    // What it pushed while nobody listened is not known.
    this.schedule.pushed ||= this.#started && !!stop;
  }

  /** Sets the refresh clock to what is due next. A source outlives its time frames, and knows those with a watch. */
  rewind(): void {
    const { refresh, source } = this.#host.state();
    this.#listen(this.#watches.size ? source : null);
    const now = this.#clock.now();
    const inSight = this.#inSight();
    for (const watch of inSight) watch.follow(now);
    let next = this.schedule.due(now, this.#host.state(), inSight);
    for (const { retryAt, remindAt } of inSight) next = Math.min(next, refresh === null ? Infinity : retryAt, remindAt);
    if (this.#rests(inSight) || next === Infinity) this.#refreshClock.clear(this);
    else this.#refreshClock.set(this, next, (until) => this.#tick(until));
  }
}
