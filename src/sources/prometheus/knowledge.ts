import { MINUTE } from '../../core/index.js';
import type { Profile } from '../profiles/profile.js';
import {
  allParts,
  discoveryQuery,
  readDiscovery,
  readScrapes,
  scrapesQuery,
  seenNames,
  type Found,
} from './discovery.js';
import { inTime } from './in-time.js';
import type { Matcher } from './matchers.js';
import type { Body } from './read-body.js';

/** Prometheus' own default, where nothing else is known, ms. */
const USUAL_SCRAPE = MINUTE;
/** What was not found is looked for again after this, ms. */
const PATIENCE = 30_000;
/** A query waits no longer for what is known of the server, ms. */
export const LONGEST_WAIT = 5_000;

/** What is known of a server, as far as a profile goes. */
export interface Known extends Partial<Found> {
  /** Time between two scrapes, ms. */
  readonly scrape: number;
}

export interface KnowledgeHost {
  ask(query: string): Promise<Body>;
  /** This machine's clock, ms. */
  now(): number;
  /** As given by the page, ms. */
  readonly scrape: number | null;
}

/** Finds out which metrics and replicas of a profile a server has, and how often it scrapes. */
export class Knowledge {
  readonly #profile: Profile;
  readonly #selector: readonly Matcher[];
  readonly #host: KnowledgeHost;
  #found: Found | null = null;
  #scrape: number | null;
  #asking: Promise<void> | null = null;
  #askedAt = -Infinity;

  constructor(profile: Profile, selector: readonly Matcher[], host: KnowledgeHost) {
    this.#profile = profile;
    this.#selector = selector;
    this.#host = host;
    this.#scrape = host.scrape;
  }

  /** What is known, after a short wait at most; found out once. */
  async known(): Promise<Known> {
    const complete = this.#found !== null && this.#found.names.size > 0 && this.#scrape !== null;
    if (!complete && (this.#asking !== null || this.#host.now() - this.#askedAt > PATIENCE)) {
      await inTime(this.renew(), LONGEST_WAIT);
    }
    return { ...this.#found, scrape: this.#scrape ?? USUAL_SCRAPE };
  }

  /** Looks again. Rejects where the server cannot be asked. */
  async renew(): Promise<void> {
    this.#asking ??= this.#look().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #look(): Promise<void> {
    this.#askedAt = this.#host.now();
    if (allParts(this.#profile).every((part) => seenNames(part).length === 0)) return;
    const found = await this.#find();
    this.#scrape ??= await this.#scrapesOf(found);
    // The example may be of a replica that is gone by now, and has no scrapes of late.
    if (this.#scrape === null && found.example) this.#scrape = await this.#scrapesOf(await this.#find(true));
    // The label stays what it was: with another one the same question would mean something else.
    const replicaLabel = this.#found?.names.size ? this.#found.replicaLabel : found.replicaLabel;
    this.#found = { ...found, replicaLabel };
  }

  async #find(now = false): Promise<Found> {
    return readDiscovery(this.#profile, await this.#host.ask(discoveryQuery(this.#profile, this.#selector, now)));
  }

  async #scrapesOf(found: Found): Promise<number | null> {
    const query = scrapesQuery(this.#selector, found);
    return query === null ? null : readScrapes(await this.#host.ask(query));
  }
}
