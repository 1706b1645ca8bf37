import { DAY, errorOf, OPENMETRICS_RULES, SCRAPE_WORDS, type Exposition } from '../../core/index.js';
import { withDeadline } from '../deadline.js';
import { msOf } from '../milliseconds.js';
import { settledInTurn } from '../settled-in-turn.js';
import { SharedWork } from '../shared-work.js';
import { Turns } from '../turns.js';
import { TargetHistory } from './history.js';
import type { OpenMetricsOptions, Target } from './options.js';
import { deadlineOf, scrape, ScrapeError, shown } from './scrape.js';

/** However often is asked, a server is read no more often, ms. */
export const SHORTEST = 5_000;
const RETENTION = DAY;
const SAMPLES = 16_000_000;
/** So much of what is kept at most goes at once, so that forgetting costs little. */
const PART = 1 / 8;
/** So many servers are read at one time. */
const AT_ONCE = 64;

/** Reads all targets of now, at most every 5 s, and keeps what they said. */
export class Scraper {
  readonly #options: OpenMetricsOptions;
  readonly #now: () => number;
  /** A clock that nobody sets, ms. */
  readonly #steady: () => number;
  readonly #targets = new Map<string, TargetHistory>();
  /** The last reading: who asks soon after a failed one hears of that too. */
  #reading: SharedWork<readonly string[]> | null = null;
  /** When it began, by the steady clock. */
  #begun = -Infinity;
  /** What is being made of what is known. */
  readonly #answers = new Set<Promise<unknown>>();
  #last = -Infinity;
  #previous = -Infinity;

  constructor(options: OpenMetricsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#steady = options.now ?? (() => performance.now());
  }

  get targets(): readonly TargetHistory[] {
    return [...this.#targets.values()];
  }

  /** When the targets were last read, ms. */
  get last(): number {
    return this.#last;
  }

  /**
   * Reads where it is time; returns what a reader has to know. Rejects in words where no target could be read, and with
   * the signal's reason once that is aborted: a reading that nobody waits for is stopped.
   */
  async refresh(signal?: AbortSignal): Promise<readonly string[]> {
    while (this.#reading?.isStopped && !this.#reading.isOver) {
      signal?.throwIfAborted();
      await this.#reading.wait(signal).catch(() => undefined);
    }
    signal?.throwIfAborted();
    const passed = this.#steady() - this.#begun;
    const isDue = passed >= SHORTEST || passed < 0;
    if (!this.#reading || (this.#reading.isOver && (isDue || this.#reading.isStopped))) {
      this.#begun = this.#steady();
      this.#reading = new SharedWork((stop) => this.#round(passed, stop));
    }
    return this.#reading.wait(signal);
  }

  /** Makes an answer of what is known after a reading; nothing is read or forgotten meanwhile. */
  async use<T>(signal: AbortSignal | undefined, answer: (notices: readonly string[]) => Promise<T>): Promise<T> {
    const notices = await this.refresh(signal);
    signal?.throwIfAborted();
    const answering = answer(notices);
    this.#answers.add(answering);
    try {
      return await answering;
    } finally {
      this.#answers.delete(answering);
    }
  }

  async #round(passed: number, stop: AbortSignal): Promise<readonly string[]> {
    const given = await this.#given(stop);
    await Promise.allSettled(this.#answers);
    const time = this.#now();
    if (time <= this.#last) this.#setBack(time, passed);
    const since = this.#last > -Infinity ? this.#last : NaN;
    this.#previous = this.#last;
    for (const [key, target] of this.#targets) {
      if (given.has(key)) continue;
      if (target.times.length === 0) this.#targets.delete(key);
      else target.leave();
    }
    const results = await settledInTurn([...given.values()], AT_ONCE, (target) =>
      this.#read(target, time, since, stop),
    );
    this.#last = time;
    await this.#forget(time);
    const failed = results.flatMap((result): readonly unknown[] =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    if (failed.length > 0 && failed.length === given.size) throw failed[0];
    const words = failed.map((reason) => errorOf(reason).message);
    return [...words, ...results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))];
  }

  /** The targets of now, each once. */
  async #given(stop: AbortSignal): Promise<ReadonlyMap<string, Target>> {
    const { url, targets = url ? [url] : [] } = this.#options;
    const [span, late] = deadlineOf(this.#options, SCRAPE_WORDS.targetsLate);
    const given = typeof targets === 'function' ? await withDeadline(span, late, stop, async () => targets()) : targets;
    if (given.length === 0 && typeof targets !== 'function') throw new RangeError(SCRAPE_WORDS.noTargets);
    return new Map(
      given.map((one) => (typeof one === 'string' ? { url: one } : one)).map((one) => [keyOf(one), one] as const),
    );
  }

  async #read(target: Target, time: number, since: number, stop: AbortSignal): Promise<readonly string[]> {
    const { url, replica = '' } = target;
    if (!/^(?:https?:)?\/\/|^(?![a-z][a-z0-9+.-]*:)./i.test(url))
      throw new ScrapeError(SCRAPE_WORDS.badUrl(shown(url)));
    const key = keyOf(target);
    const history = this.#targets.get(key) ?? new TargetHistory(replica, hostOf(url), since);
    this.#targets.set(key, history);
    const exposition = await scrape(url, history.tableNow(), this.#options, stop);
    await history.add(time, exposition, new Turns());
    return notesOn(shown(url), exposition);
  }

  /** The clock was set back: what was read was read before now, so much earlier as time has passed. */
  #setBack(time: number, passed: number): void {
    const by = time - (passed < 0 ? SHORTEST : Math.max(1, passed)) - this.#last;
    for (const target of this.#targets.values()) target.shift(by);
    this.#last += by;
  }

  /** Forgets what is too old, and then the oldest of what is too much; the last two readings stay. */
  async #forget(time: number): Promise<void> {
    const { retention = RETENTION, samples = SAMPLES } = this.#options;
    const sizeFrom = (from: number): number => this.targets.reduce((sum, target) => sum + target.sizeFrom(from), 0);
    const span = msOf(retention);
    let before = time - span;
    let slack = span * PART;
    const last = Math.max(before, Math.min(this.#previous, time));
    if (sizeFrom(-Infinity) > samples) {
      slack = 0;
      let high = last;
      while (high - before > 500) {
        const middle = (before + high) / 2;
        if (sizeFrom(middle) > samples * (1 - PART)) before = middle;
        else high = middle;
      }
      before = high;
    }
    const turns = new Turns();
    for (const [key, target] of this.#targets) {
      const { times } = target;
      if ((times.at(-1) ?? time) < before) this.#targets.delete(key);
      else if ((times[0] ?? time) < before - slack) await target.forget(before, turns);
    }
  }
}

const keyOf = ({ url, replica = '' }: Target): string => `${replica} ${url}`;

/** Host and port of an address; empty where it is the page's own. */
const hostOf = (url: string): string => /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? '';

function notesOn(at: string, { complete, forgiven }: Exposition): readonly string[] {
  const dropped = forgiven.filter((one) => one.dropped);
  const count = dropped.reduce((sum, one) => sum + one.count, 0);
  const [cut] = complete ? [] : forgiven.filter(({ rule }) => rule.endsWith('-limit'));
  return [
    ...(dropped[0] ? [SCRAPE_WORDS.dropped(at, count, dropped[0].text)] : []),
    ...(cut ? [SCRAPE_WORDS.cut(at, OPENMETRICS_RULES[cut.rule])] : []),
  ];
}
