import {
  absoluteRange,
  parseRange,
  rangeText,
  scaleRange,
  type RangeSpec,
  type Source,
  type TimeRange,
} from '../core/index.js';
import { systemClock, type Clock } from './clock.js';
import { Configuration } from './configuration.js';
import { CursorChannel } from './cursor.js';
import { Gutter } from './gutter.js';
import type { Answer, Need, Watch } from './need.js';
import { placeRange, roundZoom, type Surroundings } from './placement.js';
import { RangeHistory } from './range-history.js';
import { LIVE, refreshInterval, type Turn } from './refresh-plan.js';
import { replicasIn } from './replica-slots.js';
import { choiceOf, readRefresh, readReplicas, type Settings } from './settings.js';
import { settle } from './settle.js';
import { SourceClock } from './source-clock.js';
import { SourceInventory } from './source-inventory.js';
import type { Guard, ReplicaSlot, SavedState, TimeframeRequest, TimeframeState } from './state.js';
import { Views, type ViewChoice } from './views.js';
import { Watches } from './watches.js';

/** CSS pixels, until a plot tells its width. */
const USUAL_WIDTH = 600;

/** Parts of the snapshot that a request is made of. */
const ASKED = ['range', 'lineStep', 'barStep', 'replicas', 'source', 'timezone'];

/** Parts on which it depends which replicas there are. */
const SOUGHT = ['range', 'metrics', 'source', 'except'];

/** No gesture is on. */
const ENDED = { brushing: false, preview: null };

export interface TimeframeOptions extends Partial<Settings> {
  readonly clock?: Clock;
}

/**
 * What all charts of a page share: requests go up by `request`, one immutable snapshot comes down by `subscribe`, and
 * data by `watch`. It knows no document.
 */
export class TimeframeStore {
  readonly cursor = new CursorChannel();
  /** Room left of the plots, for value labels. */
  readonly gutter = new Gutter();
  /** Room right of the plots, for names of lines. */
  readonly endGutter = new Gutter();
  /** May refuse what `request()` and the clock wish. */
  guard: Guard = () => true;
  readonly #configuration: Configuration;
  readonly #history = new RangeHistory();
  readonly #listeners = new Set<(state: TimeframeState) => void>();
  readonly #watches: Watches;
  readonly #clock: SourceClock;
  readonly #inventory: SourceInventory;
  readonly #views = new Views();
  #spec: RangeSpec;
  #home: RangeSpec;
  #state: TimeframeState;
  #placedAt: number;
  /** Settings that came during a gesture and wait for its end. */
  #waiting: Partial<TimeframeState> = {};

  /** Throws a RangeError in words where a setting is not valid. */
  constructor({ clock = systemClock, ...settings }: TimeframeOptions = {}) {
    const now = (this.#placedAt = clock.now());
    this.#clock = new SourceClock(clock);
    this.#configuration = new Configuration(settings);
    const { facts, home } = this.#configuration.read(now);
    this.#spec = this.#home = home;
    this.#views.wanted = facts.view;
    this.#state = {
      ...facts,
      ...this.#views.shown,
      metrics: undefined,
      ...placeRange(home, {
        now,
        timezone: facts.timezone,
        width: USUAL_WIDTH,
        minStep: 0,
        live: facts.refreshText === LIVE,
      }),
      refresh: null,
      ...this.#describeRange(),
      knownReplicas: [],
      source: null,
      problem: null,
      brushing: false,
      preview: null,
      now,
    };
    this.#state = { ...this.#state, refresh: this.#interval({}) };
    this.#inventory = new SourceInventory(clock, {
      state: () => this.#state,
      learned: (known) => this.#update(known),
      described: () => this.#fit(),
      sought: () => this.#watches.askSoon(),
    });
    this.#watches = new Watches(clock, {
      state: () => this.#state,
      describing: () => this.#inventory.busy,
      widthChanged: () => this.#fit(),
      heard: (sourceNow) => {
        if (!this.#clock.hear(sourceNow)) return;
        this.#placedAt = sourceNow;
        this.#fit();
      },
      refreshing: (automatic) => {
        const allowed = this.guard(null, automatic);
        if (allowed) {
          this.#clock.asked();
          this.#inventory.refresh();
          this.#place({}, 'refresh');
          this.#inventory.seekAgain();
        }
        return allowed;
      },
      telling: (frames) => {
        for (const frame of frames) if (frame) this.#inventory.see(replicasIn(frame));
        this.#update({ now: this.#clock.latest ?? this.#state.now, knownReplicas: this.#inventory.replicas });
      },
    });
  }

  get state(): TimeframeState {
    return this.#state;
  }

  /** Calls `listener` at each change, not at once. Returns how to stop that. */
  subscribe(listener: (state: TimeframeState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * What attributes and properties say; during a gesture it waits for its end. Throws a RangeError in words and changes
   * nothing where a value is not valid.
   */
  configure(settings: Partial<Settings>): void {
    const { rangeText: shown, replicas, except } = this.#state;
    const { facts, home, moves } = this.#configuration.change(settings, this.#clock.now(), shown, except && replicas);
    if (home) {
      const goes = moves || this.#spec === this.#home;
      this.#home = home;
      if (moves) this.#history.clear();
      if (goes) this.#spec = home;
    }
    this.#settle(facts, home !== null);
  }

  /** What was chosen, to be kept wherever the page likes. */
  getState(): SavedState {
    const { rangeText: range, refreshText: refresh, compare } = this.#state;
    return { range, replicas: choiceOf(this.#state), view: this.#views.wanted, refresh, compare };
  }

  /** What `getState()` gives where all is as the attributes and properties say. */
  homeState(): SavedState {
    const facts = this.#configuration.facts();
    const { view, refreshText: refresh, compare } = facts;
    return { range: rangeText(this.#home), replicas: choiceOf(facts), view, refresh, compare };
  }

  /**
   * Shows what `getState()` gave, or a part of it, all at once, and `null` nothing; nobody is asked before. `remember` keeps the range before
   * for `back`. Throws a RangeError in words and changes nothing where a part is not valid.
   */
  setState(saved: Partial<Pick<Settings, keyof SavedState>> | null, remember = true): void {
    // What was never kept is null.
    const parts = saved ?? {};
    // The others stay as they are, or as they wait.
    const now = { ...this.#state, view: this.#views.wanted, ...this.#waiting };
    const { timezone, locale = null } = now;
    const { replicas = choiceOf(now), view = now.view, refresh = now.refreshText, compare = now.compare } = parts;
    const settings = { ...parts, replicas, view, refresh, compare, timezone, locale };
    const { facts, home } = this.#configuration.read(this.#clock.now(), settings);
    if (parts.range === undefined && !this.#state.brushing) this.#settle(facts);
    else this.#show(parts.range === undefined ? this.#spec : home, remember, facts);
  }

  /** Places in the palette that replicas had before, in this page or another; those that are known already go with them. */
  keepSlots(slots: readonly ReplicaSlot[]): void {
    this.#inventory.keep(slots);
    this.#update({ knownReplicas: this.#inventory.replicas });
  }

  /** The first queries wait up to so many ms, until it is 0: what is shown first is still to be read. */
  hold(wait: number): void {
    this.#watches.hold = wait;
    this.#watches.askSoon();
  }

  /** What a zoom to a range shows: whole bars of it. */
  zoomed(range: TimeRange): TimeRange {
    return roundZoom(range, this.#state, this.#surroundings());
  }

  /** Throws a RangeError in words for a range that is not valid. */
  request(request: TimeframeRequest): void {
    switch (request.type) {
      case 'brush':
        return this.#update({ brushing: true });
      case 'preview':
        return this.#update({ brushing: true, preview: scaleRange(request.range) });
      case 'cancel':
        this.#update(ENDED);
        this.#fit();
        return this.#watches.resume();
      case 'zoom':
        return this.#go(absoluteRange(this.zoomed(request.range)));
      case 'range':
        return this.#go(parseRange(request.text, this.#clock.now(), this.#state.timezone));
      case 'home':
        return this.#go(this.#home);
      case 'back':
      case 'forward': {
        const target = this.#history[request.type](this.#spec);
        return target && this.#go(target, request.type);
      }
      case 'replicas':
        return this.#wish(readReplicas(request.replicas));
      case 'view':
        return this.#wish({ view: request.view });
      case 'refresh-every': {
        const refreshText = readRefresh(request.interval);
        this.#settle({ refreshText });
        if (refreshText !== 'off') this.#watches.refresh();
        return;
      }
      case 'refresh':
        return this.#watches.refresh();
    }
  }

  /**
   * A part of the page that is shown while `state.view` is its name. `comesAfter` tells its place among the others; by
   * default it is the last. Returns how to take it back.
   */
  declareView(view: ViewChoice, comesAfter: (other: ViewChoice) => boolean = () => true): () => void {
    const withdraw = this.#views.add(view, comesAfter);
    this.#update({});
    return () => {
      withdraw();
      this.#update({});
    };
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
    this.#clock.restart();
    this.#watches.restart(source);
    this.#inventory.restart(source);
    const metrics = source && !source.describe ? null : undefined;
    this.#place({ source, knownReplicas: [], metrics });
    this.#watches.resume();
  }

  /** A standing need. Answers come to `listener`, the first one later; close it when the chart goes. */
  watch(need: Need, listener: (answer: Answer) => void): Watch {
    return this.#watches.add(need, listener);
  }

  /** Nothing is asked by the clock while the page is hidden; on its return what is overdue is asked at once. */
  setPageHidden(hidden: boolean): void {
    this.#watches.hide(hidden);
  }

  /** Asks by the clock on a page that is hidden and for charts out of sight, too: for displays on a wall. */
  setRefreshHidden(always: boolean): void {
    this.#watches.goOn(always);
  }

  /**
   * Windows that refresh the same data take turns, so that they ask no more often than one. `lookUp` tells which of how
   * many this one is, and is called now and with each refresh; `null` for a window that is alone.
   */
  takeTurns(lookUp: (() => Promise<Turn>) | null): void {
    this.#watches.schedule.takeTurns(lookUp);
  }

  /** Ends all queries and timers. Watches are closed; the time frame is not to be used again. */
  dispose(): void {
    this.#listeners.clear();
    this.#watches.close();
    this.source = null;
  }

  /** Takes settings over, after a gesture where one is on; another range is placed with them. */
  #settle(facts: Partial<TimeframeState>, moves = false): void {
    const { brushing, refreshText } = this.#state;
    if (brushing) this.#waiting = { ...this.#waiting, ...facts };
    else if (moves || (facts.refreshText ?? refreshText) !== refreshText) this.#place(facts);
    else this.#update(facts);
  }

  #surroundings(): Surroundings {
    const { timezone, refreshText } = this.#state;
    const width = this.#watches.width || USUAL_WIDTH;
    return { now: this.#clock.now(), timezone, width, minStep: this.#inventory.minStep, live: refreshText === LIVE };
  }

  #interval({ refreshText, lineStep }: Partial<TimeframeState>): number | null {
    return refreshInterval(refreshText ?? this.#state.refreshText, lineStep ?? this.#state.lineStep);
  }

  #wish(next: Partial<TimeframeState>): void {
    if (this.guard(settle(this.#state, next).state)) this.#update(next);
  }

  /** Shows another range, after a `step` in the history; where that is refused, a gesture ends as a cancelled one. */
  #go(spec: RangeSpec, step?: 'back' | 'forward'): void {
    const next = { ...this.#state, ...placeRange(spec, this.#surroundings()), rangeText: rangeText(spec) };
    if (this.guard(next)) return this.#show(spec, !step);
    if (step) this.#history[step === 'back' ? 'forward' : 'back'](spec);
    this.request({ type: 'cancel' });
  }

  #show(spec: RangeSpec, remember: boolean, facts?: Partial<TimeframeState>): void {
    if (remember && rangeText(spec) !== rangeText(this.#spec)) this.#history.leave(this.#spec);
    this.#spec = spec;
    this.#place({ ...facts, ...ENDED });
    this.#watches.resume();
  }

  #describeRange(): Pick<TimeframeState, 'rangeText' | 'relative' | 'canGoBack' | 'canGoForward'> {
    const { canGoBack, canGoForward } = this.#history;
    return { rangeText: rangeText(this.#spec), relative: this.#spec.kind !== 'absolute', canGoBack, canGoForward };
  }

  /** Puts the range where it belongs now. */
  #place(patch: Partial<TimeframeState> = {}, due: 'refresh' | 'now' = 'now', now = this.#clock.now()): void {
    this.#placedAt = now;
    const facts = { ...this.#waiting, ...patch };
    this.#waiting = {};
    const { timezone = this.#state.timezone, refreshText = this.#state.refreshText } = facts;
    const surroundings = { ...this.#surroundings(), now, timezone, live: refreshText === LIVE };
    this.#update({ ...facts, ...placeRange(this.#spec, surroundings), ...this.#describeRange() }, due);
  }

  /** Other steps, where widths or the source ask for them; the range stays. */
  #fit(): void {
    if (!this.#state.brushing) this.#place({}, 'now', this.#placedAt);
    this.#watches.askSoon();
  }

  #update(patch: Partial<TimeframeState>, due: 'refresh' | 'now' = 'now'): void {
    if (patch.view !== undefined) this.#views.wanted = patch.view;
    const { state, changed } = settle(this.#state, { ...patch, ...this.#views.shown, refresh: this.#interval(patch) });
    if (changed.size === 0) return;
    this.#state = state;
    if (changed.has('refresh') || changed.has('refreshText')) this.#watches.rewind();
    // A refresh asks by itself those that do not wait after an error.
    if (due === 'now' && ASKED.some((key) => changed.has(key))) this.#watches.demand();
    if (due === 'now' && SOUGHT.some((key) => changed.has(key))) this.#inventory.seek();
    for (const listener of this.#listeners) {
      // One of them has changed it: all have been told of that already.
      if (this.#state !== state) return;
      try {
        listener(state);
      } catch (error) {
        console.error(error);
      }
    }
  }
}
