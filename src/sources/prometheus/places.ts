import { PROMETHEUS_WORDS, type FrameRequest, type SourceDescription } from '../../core/index.js';
import { partsOf, type Part, type Profile } from '../profiles/profile.js';
import { seenNames } from './discovery.js';
import { Knowledge, type Known, type KnowledgeHost } from './knowledge.js';
import { parseMatchers, type Matcher } from './matchers.js';
import type { PrometheusOptions } from './options.js';
import { knownNames } from '../profiles/load-profiles.js';

interface Entry {
  readonly profile: Profile;
  readonly selector: readonly Matcher[];
  readonly knowledge: Knowledge;
}

/** Where a metric stands on the server, and what is known of it there. */
export interface Place {
  readonly profile: Profile;
  readonly selector: readonly Matcher[];
  readonly parts: readonly Part[];
  readonly known: Known;
}

/** For queries of the page's own, where there is no profile. */
const NO_PROFILE: Profile = { name: '', metrics: {} };

function selectorFor({ name }: Profile, selector: PrometheusOptions['selector'] = ''): readonly Matcher[] {
  if (typeof selector === 'string') return parseMatchers(selector);
  return parseMatchers(Object.hasOwn(selector, name) ? (selector[name] ?? '') : '');
}

/** Several profiles as one: a metric is taken from the first that has it on this server. */
export class Places {
  readonly #entries: readonly Entry[];
  readonly #own: Entry;
  readonly #only: readonly string[] | undefined;

  /** Throws a RangeError in words for a selector that cannot be read. */
  constructor(profiles: readonly Profile[], { selector, metrics }: PrometheusOptions, host: KnowledgeHost) {
    const entry = (profile: Profile): Entry => {
      const matchers = selectorFor(profile, selector);
      return { profile, selector: matchers, knowledge: new Knowledge(profile, matchers, host) };
    };
    this.#entries = profiles.map(entry);
    this.#own = this.#entries[0] ?? entry(NO_PROFILE);
    this.#only = metrics;
  }

  async find({ metric, query }: FrameRequest): Promise<Place> {
    if (query !== undefined) return place(this.#own, [{ type: 'expression', query }]);
    if (this.#entries.length === 0) throw new RangeError(PROMETHEUS_WORDS.noProfiles(knownNames()));
    if (!this.#offers(metric)) throw new RangeError(PROMETHEUS_WORDS.leftOut(metric, this.#only?.join(' ') ?? ''));
    const having = this.#entries.filter(({ profile }) => partsOf(profile, metric).length > 0);
    const places = await Promise.all(having.map((entry) => place(entry, partsOf(entry.profile, metric))));
    const found = places.find(({ parts, known }) => isThere(parts, known.names)) ?? places[0];
    if (found) return found;
    throw new RangeError(PROMETHEUS_WORDS.noMetric(metric, this.#entries.map(({ profile }) => profile.name).join(' ')));
  }

  /** Asks the server anew. */
  async describe(): Promise<SourceDescription> {
    await Promise.all(this.#entries.map(({ knowledge }) => knowledge.renew()));
    const all = await Promise.all(
      this.#entries.map(async ({ profile, knowledge }) => ({ profile, known: await knowledge.known() })),
    );
    const metrics = all.flatMap(({ profile, known }) =>
      Object.keys(profile.metrics).filter((metric) => isThere(partsOf(profile, metric), known.names)),
    );
    const replicas = new Set(all.flatMap(({ known }) => known.replicas ?? []));
    return {
      metrics: [...new Set(metrics)].filter((metric) => this.#offers(metric)),
      replicas: [...replicas].sort().map((name) => ({ name })),
      ...(all.length > 0 && { minStep: Math.min(...all.map(({ known }) => known.scrape)) }),
    };
  }

  #offers(metric: string): boolean {
    return this.#only?.includes(metric) ?? true;
  }
}

const isThere = (parts: readonly Part[], names: ReadonlySet<string> | undefined): boolean =>
  parts.some((part) => seenNames(part).some((name) => names?.has(name)));

async function place({ profile, selector, knowledge }: Entry, parts: readonly Part[]): Promise<Place> {
  return { profile, selector, parts, known: await knowledge.known() };
}
