import type { FrameRequest } from '../../core/index.js';
import type { Profile, Samples } from '../profiles/profile.js';
import type { Known } from './knowledge.js';
import { checkLabel, oneOf, parseMatchers, type Matcher } from './matchers.js';
import { replicaLabels } from './discovery.js';
import { windowsOf, type Windows } from './windows.js';

type LabelNames = Readonly<Record<string, string | null>>;

/** What of a request goes into each of its expressions: who is asked about, what is kept apart, how far back. */
export class Scope {
  readonly by: readonly string[];
  readonly windows: Windows;
  readonly #profile: Profile;
  readonly #selector: readonly Matcher[];
  readonly #replicas: readonly string[] | null;
  readonly #replicaLabel: string | null;

  constructor(request: FrameRequest, width: number, profile: Profile, selector: readonly Matcher[], known: Known) {
    this.by = request.by.filter((label) => label !== 'quantile' && label !== 'series');
    this.windows = windowsOf(width, known.scrape);
    this.#profile = profile;
    this.#selector = selector;
    this.#replicas = request.replicas;
    this.#replicaLabel = known.replicaLabel ?? replicaLabels(profile)[0] ?? null;
  }

  /** Whether only some replicas are asked about. */
  get narrowed(): boolean {
    return this.#replicas !== null;
  }

  /** How the server calls a label of the contract; `null` where it does not have it. Throws an Error in words. */
  label(ours: string, own?: LabelNames): string | null {
    const theirs = own && Object.hasOwn(own, ours) ? own[ours] : undefined;
    if (theirs !== undefined) return theirs;
    if (ours === 'replica') return this.#replicaLabel;
    const { labels = {} } = this.#profile;
    const given = Object.hasOwn(labels, ours) ? labels[ours] : undefined;
    return checkLabel((typeof given === 'string' ? given : given?.[0]) ?? ours);
  }

  /** The labels that are kept apart: theirs to ours. */
  kept(own?: LabelNames): ReadonlyMap<string, string> {
    return new Map(
      this.by.flatMap((ours) => {
        const theirs = this.label(ours, own);
        return theirs === null ? [] : [[theirs, ours] as const];
      }),
    );
  }

  matchers({ where = '', only }: Omit<Samples, 'name'>, own?: LabelNames): readonly Matcher[] {
    const replica = this.label('replica', own);
    const selected = only ? this.#selector.filter(({ label }) => only.includes(label)) : this.#selector;
    const all = [...selected, ...parseMatchers(where)];
    if (this.#replicas === null || replica === null || only?.includes(replica) === false) return all;
    return [...all, oneOf(replica, this.#replicas)];
  }
}
