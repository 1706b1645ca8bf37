import { absoluteRange, parseRange, rangeText, type Frame, type RangeSpec, type Source } from '../core/index.js';
import { systemClock, type Clock } from './clock.js';
import { Configuration } from './configuration.js';
import { CursorChannel } from './cursor.js';
import { Gutter } from './gutter.js';
import { Latest } from './latest.js';
import type { Answer, Need, Watch } from './need.js';
import { NeedWatch, type WatchHost } from './need-watch.js';
import { placeRange, roundZoom, type Surroundings } from './placement.js';
import { queryCacheOf } from './query-cache.js';
import { RangeHistory } from './range-history.js';
import { refreshClockOf, TOGETHER, type RefreshClock } from './refresh-clock.js';
import { replicasIn, ReplicaSlots } from './replica-slots.js';
import { requestFor } from './request-for.js';
import { readRefresh, readReplicas, type Settings } from './settings.js';
import { settle } from './settle.js';
import type { TimeframeRequest, TimeframeState } from './state.js';

/** CSS pixels, until a plot tells its width. */
const USUAL_WIDTH = 600;
/** The first queries wait this long for widths and the source's description, ms. */
const FIRST_WAIT = 50;
/** A source that pushes is asked at most this often, ms. */
const PUSHED_INTERVAL = 1_000;
/** Between the source's clock and ours, less than this is the way that the answer took, ms. */
const SKEW = 2_000;

/** Parts of the snapshot that a request is made of. */
const ASKED = ['range', 'lineStep', 'barStep', 'replicas', 'source', 'timezone'];

export interface TimeframeOptions extends Partial<Settings> {
  readonly clock?: Clock;
}

/**
 * What all charts of a page share: requests go up by `request`, one immutable snapshot comes down by `subscribe`, and
 * data by `watch`. It knows no document.
 */
export class Timeframe {
  readonly cursor = new CursorChannel();
  /** Room left of the plots, for value labels. */
  readonly gutter = new Gutter();
  /** Room right of the plots, for names of lines. */
  readonly endGutter = new Gutter();
  readonly #clock: Clock;
  readonly #refreshClock: RefreshClock;
  readonly #configuration: Configuration;
  readonly #history = new RangeHistory();
  readonly #listeners = new Set<(state: TimeframeState) => void>();
  readonly #watches = new Set<NeedWatch>();
  readonly #answered = new Set<NeedWatch>();
  readonly #describing = new Latest();
  #slots = new ReplicaSlots();
  #spec: RangeSpec;
  #home: RangeSpec;
  #state: TimeframeState;
  #minStep = 0;
  #skew = 0;
  #started = false;
  #hidden = false;
  /** A refresh came during a gesture. */
  #postponed = false;
  #pushed = false;
  #refreshedAt: number;
  #placedAt: number;
  #sourceNow: number | undefined;
  #askTimer: number | undefined;
  #deliverTimer: number | undefined;
  #unsubscribe: (() => void) | undefined;

  /** Throws a RangeError in words where a setting is not valid. */
  constructor({ clock = systemClock, ...settings }: TimeframeOptions = {}) {
    this.#clock = clock;
    this.#refreshClock = refreshClockOf(clock);
    const now = (this.#refreshedAt = this.#placedAt = clock.now());
    this.#configuration = new Configuration(settings);
    const { facts, home } = this.#configuration.read(now);
    this.#spec = this.#home = home;
    this.#state = {
      ...facts,
      ...placeRange(home, { now, timezone: facts.timezone, width: USUAL_WIDTH, minStep: 0 }),
      rangeText: rangeText(home),
      relative: home.kind === 'relative',
      canGoBack: false,
      canGoForward: false,
      knownReplicas: [],
      source: null,
      problem: null,
      brushing: false,
      now,
    };
  }

  get state(): TimeframeState {
    return this.#state;
  }

  /** When a failed query is tried again, ms; `null` where none has failed. */
  get nextAttempt(): number | null {
    const next = Math.min(...Array.from(this.#watches, (watch) => watch.retryAt));
    return Number.isFinite(next) ? next : null;
  }

  /** Calls `listener` at each change, not at once. Returns how to stop that. */
  subscribe(listener: (state: TimeframeState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What attributes and properties say. Throws a RangeError in words and changes nothing where a value is not valid. */
  configure(settings: Partial<Settings>): void {
    const { facts, home, moves } = this.#configuration.change(settings, this.#now());
    if (home) {
      const goes = moves || this.#spec === this.#home;
      this.#home = home;
      if (moves) this.#history.clear();
      if (goes) this.#spec = home;
      this.#place(facts);
    } else {
      this.#update(facts);
    }
    if (facts.refresh !== undefined) this.#rewind();
  }

  /** Throws a RangeError in words for a range that is not valid. */
  request(request: TimeframeRequest): void {
    switch (request.type) {
      case 'brush':
        return this.#update({ brushing: true });
      case 'cancel':
        return this.#endBrush();
      case 'zoom':
        return this.#go(absoluteRange(roundZoom(request.range, this.#surroundings())));
      case 'range':
        return this.#go(parseRange(request.text, this.#now(), this.#state.timezone));
      case 'home':
        return this.#go(this.#home);
      case 'back':
      case 'forward': {
        const target = this.#history[request.type](this.#spec);
        return target && this.#go(target, false);
      }
      case 'replicas':
        return this.#update({ replicas: readReplicas(request.replicas) });
      case 'refresh-every':
        this.#update({ refresh: readRefresh(request.interval) });
        return request.interval === null ? this.#rewind() : this.#refresh();
      case 'refresh':
        return this.#refresh();
    }
  }

  /** Tells all elements what is wrong with the settings; `null` when it is mended. */
  report(problem: Error | null): void {
    this.#update({ problem });
  }

  get source(): Source | null {
    return this.#state.source;
  }

  set source(source: Source | null) {
    if (source === this.#state.source) return;
    this.#describing.cancel();
    this.#unsubscribe?.();
    this.#unsubscribe = source?.subscribe?.(() => {
      this.#pushed = true;
      this.#rewind();
    });
    this.#slots = new ReplicaSlots();
    this.#minStep = this.#skew = 0;
    this.#sourceNow = undefined;
    this.#started = this.#pushed = false;
    this.#refreshedAt = this.#clock.now();
    for (const watch of this.#watches) watch.reset(source !== null);
    if (source?.describe) this.#describe(source);
    this.#place({ source, knownReplicas: [] });
    this.#deliver();
  }

  /** A standing need. Answers come to `listener`, the first one later; close it when the chart goes. */
  watch(need: Need, listener: (answer: Answer) => void): Watch {
    const watch = new NeedWatch(need, listener, this.#host);
    this.#watches.add(watch);
    this.#askSoon();
    return watch;
  }

  /** Nothing is asked by the clock while the page is hidden; on its return what is overdue is asked at once. */
  setPageHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#rewind();
  }

  /** Ends all queries and timers. Watches are closed; the time frame is not to be used again. */
  dispose(): void {
    this.#listeners.clear();
    for (const watch of this.#watches) watch.close();
    this.source = null;
    this.#clock.clearTimeout(this.#askTimer);
    this.#clock.clearTimeout(this.#deliverTimer);
    this.#refreshClock.clear(this);
  }

  readonly #host: WatchHost = {
    now: () => this.#clock.now(),
    needChanged: () => this.#askSoon(),
    widthChanged: () => this.#fit(),
    answered: (watch, asked) => this.#collect(watch, asked),
    closed: (watch) => {
      this.#watches.delete(watch);
      this.#answered.delete(watch);
      this.#rewind();
    },
  };

  /** By the source's clock, as far as it is known. */
  #now(): number {
    return this.#clock.now() + this.#skew;
  }

  get #width(): number {
    return Math.max(0, ...Array.from(this.#watches, (watch) => watch.width));
  }

  #surroundings(): Surroundings {
    const { timezone } = this.#state;
    return { now: this.#now(), timezone, width: this.#width || USUAL_WIDTH, minStep: this.#minStep };
  }

  #go(spec: RangeSpec, remember = true): void {
    if (remember && rangeText(spec) !== rangeText(this.#spec)) this.#history.leave(this.#spec);
    this.#spec = spec;
    this.#postponed = false;
    this.#place({ brushing: false });
    this.#deliver();
  }

  #endBrush(): void {
    this.#update({ brushing: false });
    if (this.#postponed) this.#refresh();
    else this.#fit();
    this.#postponed = false;
    this.#deliver();
  }

  #describeRange(): Pick<TimeframeState, 'rangeText' | 'relative' | 'canGoBack' | 'canGoForward'> {
    const { canGoBack, canGoForward } = this.#history;
    return { rangeText: rangeText(this.#spec), relative: this.#spec.kind === 'relative', canGoBack, canGoForward };
  }

  /** Puts the range where it belongs now. */
  #place(patch: Partial<TimeframeState> = {}, due: 'refresh' | 'now' = 'now', now = this.#now()): void {
    this.#placedAt = now;
    const surroundings = { ...this.#surroundings(), now, timezone: patch.timezone ?? this.#state.timezone };
    this.#update({ ...patch, ...placeRange(this.#spec, surroundings), ...this.#describeRange() }, due);
  }

  /** Other steps, where widths or the source ask for them; the range stays. */
  #fit(): void {
    if (!this.#state.brushing) this.#place({}, 'now', this.#placedAt);
    if (!this.#started) this.#askSoon();
  }

  #update(patch: Partial<TimeframeState>, due: 'refresh' | 'now' = 'now'): void {
    const { state, changed } = settle(this.#state, patch);
    if (changed.size === 0) return;
    this.#state = state;
    if (ASKED.some((key) => changed.has(key))) {
      for (const watch of this.#watches) watch.demand(due);
      this.#askSoon();
    }
    for (const listener of this.#listeners) listener(state);
  }

  #describe(source: Source): void {
    this.#describing.run(
      async (signal) => source.describe?.({ signal }),
      (description) => {
        this.#minStep = description?.minStep ?? 0;
        this.#slots.see(description?.replicas?.map(({ name }) => name) ?? []);
        this.#update({ knownReplicas: this.#slots.list });
        this.#fit();
      },
      // What the source cannot describe it may still answer.
      () => this.#fit(),
    );
  }

  #askSoon(): void {
    this.#clock.clearTimeout(this.#askTimer);
    const waits = !this.#started && (this.#width === 0 || this.#describing.running);
    this.#askTimer = this.#clock.setTimeout(() => this.#ask(), waits ? FIRST_WAIT : 0);
  }

  #ask(): void {
    const { source } = this.#state;
    if (!source) return;
    this.#started = true;
    const inSightFirst = [...this.#watches].sort((a, b) => Number(b.visible) - Number(a.visible));
    for (const watch of inSightFirst) {
      if (watch.due !== 'no') watch.ask(requestFor(watch.need, this.#state), queryCacheOf(source));
    }
  }

  /** Answers wait for the others of the same moment, and for the end of a gesture. */
  #collect(watch: NeedWatch, asked: Frame | null): void {
    this.#answered.add(watch);
    if (asked) {
      this.#sourceNow = asked.now;
      const skew = asked.now - this.#clock.now();
      if (Math.abs(skew - this.#skew) > SKEW) this.#skew = skew;
    }
    this.#deliverTimer ??= this.#clock.setTimeout(() => this.#deliver(), 0);
  }

  #deliver(): void {
    this.#clock.clearTimeout(this.#deliverTimer);
    this.#deliverTimer = undefined;
    if (this.#state.brushing) return;
    const answered = [...this.#answered];
    this.#answered.clear();
    for (const { answer } of answered) if (answer.frame) this.#slots.see(replicasIn(answer.frame));
    this.#update({ now: this.#sourceNow ?? this.#state.now, knownReplicas: this.#slots.list });
    for (const watch of answered) if (this.#watches.has(watch)) watch.listener(watch.answer);
    this.#rewind();
  }

  /** Asks for new data; what failed by the clock waits for its own time. */
  #refresh(failed = true): void {
    const now = (this.#refreshedAt = this.#clock.now());
    this.#pushed = false;
    this.#postponed = this.#state.brushing;
    if (!this.#postponed) {
      for (const watch of this.#watches)
        if (failed || !(watch.retryAt > now && watch.answer.error)) watch.demand('refresh');
      this.#place({}, 'refresh');
      this.#askSoon();
    }
    this.#rewind();
  }

  #tick(): void {
    const now = this.#clock.now();
    const { refresh } = this.#state;
    const overdue = refresh !== null && this.#refreshedAt + refresh <= now + TOGETHER;
    if (overdue || this.#pushed) return this.#refresh(false);
    for (const watch of this.#watches) {
      if (refresh !== null && watch.retryAt <= now + TOGETHER) watch.demand('refresh');
      if (watch.remindAt <= now + TOGETHER) watch.remind();
    }
    this.#askSoon();
  }

  /** Sets the refresh clock to what is due next. */
  #rewind(): void {
    const { refresh, source } = this.#state;
    const reminders = Array.from(this.#watches, (watch) => watch.remindAt);
    const next = Math.min(
      refresh === null ? Infinity : Math.min(this.#refreshedAt + refresh, this.nextAttempt ?? Infinity),
      this.#pushed ? this.#refreshedAt + PUSHED_INTERVAL : Infinity,
      ...reminders,
    );
    if (this.#hidden || !source || this.#watches.size === 0 || next === Infinity) this.#refreshClock.clear(this);
    else this.#refreshClock.set(this, next, () => this.#tick());
  }
}
