import { OPENMETRICS_RULES, SCRAPE_WORDS, type Exposition } from '../../core/index.js';
import { msOf } from '../milliseconds.js';
import { TargetHistory } from './history.js';
import type { OpenMetricsOptions, Target } from './options.js';
import { scrape, ScrapeError, shown } from './scrape.js';

/** However often is asked, a server is read no more often, ms. */
export const SHORTEST = 5_000;
const RETENTION = 24 * 3600_000;
const SAMPLES = 5_000_000;

/** Reads all targets of now, at most every 5 s, and keeps what they said. */
export class Scraper {
  readonly #options: OpenMetricsOptions;
  readonly #now: () => number;
  readonly #targets = new Map<string, TargetHistory>();
  #last = -Infinity;
  #running = false;
  /** The last reading: who asks soon after a failed one hears of that too. */
  #reading: Promise<readonly string[]> = Promise.resolve([]);

  constructor(options: OpenMetricsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get targets(): readonly TargetHistory[] {
    return [...this.#targets.values()];
  }

  /** When the targets were last read, ms. */
  get last(): number {
    return this.#last;
  }

  /** Reads where it is time; returns what a reader has to know. Rejects in words where no target could be read. */
  async refresh(): Promise<readonly string[]> {
    if (!this.#running && this.#now() - this.#last >= SHORTEST) {
      this.#running = true;
      this.#reading = this.#round().finally(() => (this.#running = false));
    }
    return this.#reading;
  }

  async #round(): Promise<readonly string[]> {
    const { url, targets = url ? [url] : [] } = this.#options;
    const given = (typeof targets === 'function' ? await targets() : targets).map((one): Target =>
      typeof one === 'string' ? { url: one } : one,
    );
    if (given.length === 0 && typeof targets !== 'function') throw new RangeError(SCRAPE_WORDS.noTargets);
    const time = this.#now();
    const since = this.#last > -Infinity ? this.#last : NaN;
    const there = new Set(given.map(keyOf));
    for (const [key, target] of this.#targets) if (!there.has(key)) target.leave();
    const results = await Promise.allSettled(given.map((target) => this.#read(target, time, since)));
    this.#last = time;
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    if (failed.length > 0 && failed.length === given.length) throw failed[0];
    this.#forget(time);
    const words = failed.map((reason) => (reason instanceof Error ? reason.message : String(reason)));
    return [...words, ...results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))];
  }

  async #read(target: Target, time: number, since: number): Promise<readonly string[]> {
    const { url, replica = '' } = target;
    if (!/^(?:https?:)?\/\/|^(?![a-z][a-z0-9+.-]*:)./i.test(url))
      throw new ScrapeError(SCRAPE_WORDS.badUrl(shown(url)));
    const key = keyOf(target);
    const history = this.#targets.get(key) ?? new TargetHistory(replica, hostOf(url), since);
    this.#targets.set(key, history);
    const exposition = await scrape(url, history.table, this.#options);
    history.add(time, exposition);
    return notesOn(shown(url), exposition);
  }

  #forget(time: number): void {
    const { retention = RETENTION, samples = SAMPLES } = this.#options;
    const kept = this.targets.reduce((sum, target) => sum + target.samples, 0);
    const span = msOf(retention) * Math.min(1, samples / Math.max(1, kept));
    for (const [key, target] of this.#targets) {
      const seen = target.times.at(-1);
      if (seen !== undefined && seen < time - span) this.#targets.delete(key);
      else target.forget(time - span);
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
