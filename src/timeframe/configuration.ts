import { isSame, rangeText, printable, type RangeSpec } from '../core/index.js';
import {
  readCompare,
  readLocale,
  rangeSettings,
  readRange,
  readRefresh,
  readReplicas,
  readZone,
  type Settings,
} from './settings.js';
import type { TimeframeState } from './state.js';

const FACTS = ['view', 'compare', 'timezone', 'locale'] as const;
type Facts = Pick<TimeframeState, (typeof FACTS)[number] | 'refreshText' | 'replicas' | 'except'>;

export interface Configured {
  readonly facts: Facts;
  readonly home: RangeSpec;
}

/** What a change of settings means; parts that it leaves alone are absent. */
export interface Change {
  readonly facts: Partial<Facts>;
  readonly home: RangeSpec | null;
  /** Another range was set, not only the zone in which its text is read, nor an echo of what is shown. */
  readonly moves: boolean;
}

/**
 * The settings as last set. A value that is set to what it was last set to changes nothing, so that a framework's next
 * render does not undo a zoom.
 */
export class Configuration {
  #settings: Partial<Settings>;
  /** What named the range at home. */
  #home: Partial<Settings>;

  constructor(settings: Partial<Settings>) {
    this.#settings = this.#home = settings;
  }

  /** All but the range. Throws a RangeError in words where a setting is not valid. */
  facts({ refresh, replicas, view, compare, timezone, locale } = this.#settings): Facts {
    return {
      refreshText: readRefresh(refresh),
      ...readReplicas(replicas),
      view: printable(view ?? ''),
      compare: readCompare(compare),
      timezone: readZone(timezone),
      locale: readLocale(locale),
    };
  }

  /** All of it. Throws a RangeError in words where a setting is not valid. */
  read(now: number, settings = this.#settings): Configured {
    const facts = this.facts(settings);
    return { facts, home: readRange(settings, now, facts.timezone) };
  }

  /**
   * Throws a RangeError in words, and changes nothing, where one of the settings is not valid. A range that reads as
   * the one that is `shown` is an echo of it, and no new home; so are the names of all that are not left out.
   */
  change(settings: Partial<Settings>, now: number, shown = '', others: readonly string[] | null = null): Change {
    const next = { ...this.#settings, ...settings };
    const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
    const changed = (name: keyof Settings): boolean => differs(next[name] ?? null, this.#settings[name] ?? null);
    const { facts, home } = this.read(now, next);
    const moves = differs(rangeSettings(next), rangeSettings(this.#settings)) && rangeText(home) !== shown;
    if (moves) this.#home = rangeSettings(next);
    const change = {
      facts: {
        ...Object.fromEntries(FACTS.filter(changed).map((name) => [name, facts[name]])),
        ...(changed('refresh') && { refreshText: facts.refreshText }),
        ...(changed('replicas') &&
          !(others && isSame(facts.replicas, others)) && { replicas: facts.replicas, except: facts.except }),
      },
      home:
        moves || facts.timezone !== readZone(this.#settings.timezone)
          ? readRange(this.#home, now, facts.timezone)
          : null,
      moves,
    };
    this.#settings = next;
    return change;
  }
}
