import type { Body } from './read-body.js';
import { namesOf, type Part, type Profile, type Samples } from '../profiles/profile.js';
import { instantSelector, matchersText, oneOf, type Matcher } from './matchers.js';

/** How far back something may have been seen to count as there. */
const LATELY = '[1h]';
/** And to be there still. */
const NOW = '[5m]';
/** Out of this the time between two scrapes is read. */
const SCRAPES = '[10m]';

/** All that a part is made of, by names that stand for it: of a histogram one series, not each bucket. */
function samplesOf(part: Part): readonly Samples[] {
  switch (part.type) {
    case 'constant':
      return [];
    case 'states':
      return part.states;
    case 'expression':
      return [{ name: namesOf(part) }];
    case 'histogram':
      return [{ ...part, name: namesOf(part).map((name) => `${name}_count`) }];
    case 'counter':
    case 'gauge':
    case 'summary':
      return [part];
  }
}

export const seenNames = (part: Part): readonly string[] => samplesOf(part).flatMap(namesOf);

export const allParts = ({ metrics }: Profile): readonly Part[] => Object.values(metrics).flat();

/** The labels that may name a replica, the preferred one first. */
export function replicaLabels({ labels }: Profile): readonly string[] {
  const given = labels?.['replica'] ?? [];
  return typeof given === 'string' ? [given] : given;
}

/** Asks which names of a profile the server has lately seen, or still sees `now`, and for which replicas. */
export function discoveryQuery(profile: Profile, selector: readonly Matcher[], now = false): string {
  const groups = new Map<string, string[]>();
  const matchersOf = new Map<string, readonly Matcher[]>();
  for (const samples of allParts(profile).flatMap(samplesOf)) {
    const { only } = samples;
    const matchers = only ? selector.filter(({ label }) => only.includes(label)) : selector;
    const key = JSON.stringify(matchers);
    matchersOf.set(key, matchers);
    groups.set(key, [...(groups.get(key) ?? []), ...namesOf(samples)]);
  }
  const vectors = [...groups].map(([key, names]) => {
    const matchers = [oneOf('__name__', [...new Set(names)]), ...(matchersOf.get(key) ?? [])];
    return `last_over_time({${matchersText(matchers)}}${now ? NOW : LATELY})`;
  });
  return `count by (${['__name__', ...replicaLabels(profile)].join()}) (${vectors.join(' or ')})`;
}

/** What a server has of a profile. */
export interface Found {
  readonly names: ReadonlySet<string>;
  /** A metric by whose samples the time between scrapes can be told, and one replica that has it. */
  readonly example: { readonly name: string; readonly replica: string } | null;
  /** The label that names a replica there; `null` where the profile has none. */
  readonly replicaLabel: string | null;
  readonly replicas: readonly string[];
}

export function readDiscovery(profile: Profile, { series }: Body): Found {
  const candidates = replicaLabels(profile);
  const replicaLabel = candidates.find((label) => series.some(({ metric }) => metric[label])) ?? candidates[0] ?? null;
  const rows = series.map(({ metric }) => ({
    name: metric['__name__'] ?? '',
    replica: (replicaLabel === null ? undefined : metric[replicaLabel]) ?? '',
  }));
  const replicas = rows.flatMap(({ replica }) => replica || []);
  return {
    names: new Set(rows.map(({ name }) => name)),
    example: rows.find(({ replica }) => replica !== '') ?? rows[0] ?? null,
    replicaLabel,
    replicas: [...new Set(replicas)].sort(),
  };
}

/** Asks for the raw samples of as few series as possible, for the times between them. */
export function scrapesQuery(selector: readonly Matcher[], { example, replicaLabel }: Found): string | null {
  if (!example) return null;
  const { name, replica } = example;
  // A metric without a replica may stand outside of the selector in part: an autoscaler has no pod.
  const matchers = replica && replicaLabel !== null ? [...selector, oneOf(replicaLabel, [replica])] : [];
  return instantSelector(name, matchers) + SCRAPES;
}

/** ms between two scrapes: the median, in whole seconds where it is longer than one; `null` where it cannot be told. */
export function readScrapes({ series }: Body): number | null {
  const gaps = series
    .flatMap(({ samples }) => samples.slice(1).map(([time], i) => (time - (samples[i]?.[0] ?? NaN)) * 1000))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  if (median === undefined) return null;
  return median < 1000 ? Math.round(median) : Math.round(median / 1000) * 1000;
}
